// Waits for something for a limited time, so that what never answers holds nothing up.

export const LATE = Symbol("late");

/** @returns what the promise resolves to, or LATE where it has not after so long; rejects as the promise does */
export async function within<Value>(promise: Promise<Value>, limitMs: number): Promise<Value | typeof LATE> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const limit = new Promise<typeof LATE>((resolve) => {
    timer = setTimeout(() => resolve(LATE), limitMs);
  });
  try {
    return await Promise.race([promise, limit]);
  } finally {
    clearTimeout(timer);
  }
}
