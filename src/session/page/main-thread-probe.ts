// Measures what the page itself costs during a run: how often the main thread is busy, and its long tasks.

const PERIOD_MS = 50;
/** A timer that fires later than this found the thread busy; browsers round timers to a millisecond. */
const LATE_MS = 2;

export interface MainThreadCost {
  /** Share of probes, twenty a second, that found the thread busy for over 2 ms; null before the first. */
  readonly busyShare: number | null;
  /** Tasks over 50 ms; null where the browser does not report them. */
  readonly longTasks: number | null;
}

/** Begins to probe. @returns a function that ends it and tells the cost */
export function probeMainThread(): () => MainThreadCost {
  let probes = 0;
  let busy = 0;
  let longTasks = 0;
  let dueMs = performance.now() + PERIOD_MS;
  let timer = setTimeout(onProbe, PERIOD_MS);
  function onProbe(): void {
    const now = performance.now();
    probes += 1;
    if (now - dueMs > LATE_MS) busy += 1;
    dueMs = now + PERIOD_MS;
    timer = setTimeout(onProbe, PERIOD_MS);
  }
  const reportsLongTasks =
    typeof PerformanceObserver === "function" && PerformanceObserver.supportedEntryTypes.includes("longtask");
  const observer = reportsLongTasks
    ? new PerformanceObserver((list) => {
        longTasks += list.getEntries().length;
      })
    : null;
  observer?.observe({ entryTypes: ["longtask"] });
  return () => {
    clearTimeout(timer);
    longTasks += observer?.takeRecords().length ?? 0;
    observer?.disconnect();
    return {
      busyShare: probes === 0 ? null : Math.round((busy / probes) * 1_000) / 1_000,
      longTasks: observer === null ? null : longTasks,
    };
  };
}
