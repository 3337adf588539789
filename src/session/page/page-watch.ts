// Watches the page during a window: a hidden tab or a jumped clock makes a figure worthless.

const CLOCK_GAP_MS = 250;

/**
 * Begins to watch.
 * @returns a function that ends the watch and tells in a sentence what happened, or null
 */
export function watchPage(): () => string | null {
  let hiddenAtMs: number | null = document.visibilityState === "hidden" ? performance.now() : null;
  let hiddenForMs = 0;
  let wasHidden = hiddenAtMs !== null;
  const steadyMs = performance.now();
  const wallMs = Date.now();
  const onChange = (): void => {
    const now = performance.now();
    if (document.visibilityState === "hidden") {
      hiddenAtMs = now;
      wasHidden = true;
    } else if (hiddenAtMs !== null) {
      hiddenForMs += now - hiddenAtMs;
      hiddenAtMs = null;
    }
  };
  document.addEventListener("visibilitychange", onChange);
  return () => {
    document.removeEventListener("visibilitychange", onChange);
    if (hiddenAtMs !== null) hiddenForMs += performance.now() - hiddenAtMs;
    if (wasHidden) return `This tab was hidden for ${(hiddenForMs / 1_000).toFixed(1)} s.`;
    const gapMs = Date.now() - wallMs - (performance.now() - steadyMs);
    if (Math.abs(gapMs) > CLOCK_GAP_MS) return `The clock jumped by ${(gapMs / 1_000).toFixed(1)} s.`;
    return null;
  };
}

/** Resolves once the tab is visible, or once `isStopped` says that nobody waits any more. */
export function untilVisible(isStopped: () => boolean): Promise<void> {
  if (document.visibilityState === "visible") return Promise.resolve();
  return new Promise((resolve) => {
    const timer = setInterval(() => isStopped() && done(), 200);
    const done = (): void => {
      clearInterval(timer);
      document.removeEventListener("visibilitychange", onChange);
      resolve();
    };
    const onChange = (): void => {
      if (document.visibilityState === "visible") done();
    };
    document.addEventListener("visibilitychange", onChange);
  });
}
