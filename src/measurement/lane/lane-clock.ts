// What a lane knows of time; the worker supplies it, a test fakes it.

/** Instants are milliseconds since the epoch, with fraction. */
export interface LaneClock {
  now(): number;
  /** Idles until about the instant (timers may fire early), or not at all when it has passed. Undefined where the thread itself could sleep. */
  sleepUntil(instantMs: number): Promise<void> | undefined;
}

/** Burns time until the instant: for a common start a few milliseconds away, or what a sleep left over. */
export function spinUntil(clock: LaneClock, instantMs: number): void {
  while (clock.now() < instantMs);
}

/**
 * The smallest step the clock takes, µs: the least positive difference over 20 steps.
 * Browsers coarsen clocks to 5 µs (isolated) … 1 ms.
 */
export function timerStepUs(clock: LaneClock): number {
  let least = Number.POSITIVE_INFINITY;
  for (let step = 0; step < 20; step += 1) {
    const from = clock.now();
    let to = clock.now();
    while (to <= from) to = clock.now();
    least = Math.min(least, to - from);
  }
  return Math.max(1, Math.round(least * 1_000));
}
