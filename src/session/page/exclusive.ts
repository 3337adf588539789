// Holds what a measurement needs to itself: the right to measure across tabs, and a screen that stays awake.
import { MEASUREMENT_LOCK } from "./measurement-lock.ts";

export type Hold =
  | { readonly state: "held"; readonly release: () => void }
  /** Another tab of this site measures now. */
  | { readonly state: "busy" };

async function holdLock(): Promise<Hold> {
  if (!("locks" in navigator)) return { state: "held", release: () => undefined };
  return new Promise((resolve) => {
    const done = navigator.locks.request(MEASUREMENT_LOCK, { ifAvailable: true }, async (lock) => {
      if (lock === null) {
        resolve({ state: "busy" });
        return;
      }
      await new Promise<void>((release) => resolve({ state: "held", release }));
    });
    // Where locks are refused outright (an opaque origin), measuring goes on without one.
    done.catch(() => resolve({ state: "held", release: () => undefined }));
  });
}

async function wakeLock(): Promise<WakeLockSentinel | null> {
  try {
    return "wakeLock" in navigator ? await navigator.wakeLock.request("screen") : null;
  } catch {
    // Refused on low battery or by policy: the run goes on, and a hidden tab is noticed all the same.
    return null;
  }
}

/** Takes both; `busy` when another tab measures. Release gives both back. */
export async function holdMeasurement(): Promise<Hold> {
  const hold = await holdLock();
  if (hold.state === "busy") return hold;
  const awake = await wakeLock();
  return {
    state: "held",
    release: () => {
      hold.release();
      void awake?.release();
    },
  };
}
