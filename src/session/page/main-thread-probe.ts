// Measures how often the main thread is late during a run, and its long tasks: over all of it, and inside measured windows.

const PERIOD_MS = 50;
/** A timer that fires later than this found the thread busy; browsers round timers to a millisecond. */
const LATE_MS = 2;

interface Lateness {
  /** Share of probes, twenty a second, that came over 2 ms late; null before the first. */
  readonly busyShare: number | null;
  /** Tasks over 50 ms; null where the browser does not report them. */
  readonly longTasks: number | null;
}

export interface MainThreadCost extends Lateness {
  /** The same inside measured windows, where the page does nothing of its own. */
  readonly inWindows: Lateness;
}

export const NOT_PROBED: MainThreadCost = {
  busyShare: null,
  longTasks: null,
  inWindows: { busyShare: null, longTasks: null },
};

interface Probed {
  readonly dueMs: number;
  readonly isLate: boolean;
}

function latenessOf(probes: readonly Probed[], longTasks: readonly number[] | null): Lateness {
  const late = probes.filter(({ isLate }) => isLate).length;
  return {
    busyShare: probes.length === 0 ? null : Math.round((late / probes.length) * 1_000) / 1_000,
    longTasks: longTasks === null ? null : longTasks.length,
  };
}

/** Measured windows, and the probe that knows of them. One for a page. */
export class MainThread {
  #windows: { readonly fromMs: number; toMs: number }[] = [];

  /** A measured window begins. @returns a function that ends it */
  readonly window = (): (() => void) => {
    const window = { fromMs: performance.now(), toMs: Infinity };
    this.#windows.push(window);
    return () => {
      window.toMs = performance.now();
    };
  };

  /** Begins to probe. @returns a function that ends it and tells the cost */
  readonly probe = (): (() => MainThreadCost) => {
    this.#windows = [];
    const probes: Probed[] = [];
    let dueMs = performance.now() + PERIOD_MS;
    const onProbe = (): void => {
      const nowMs = performance.now();
      probes.push({ dueMs, isLate: nowMs - dueMs > LATE_MS });
      dueMs = nowMs + PERIOD_MS;
      timer = setTimeout(onProbe, PERIOD_MS);
    };
    let timer = setTimeout(onProbe, PERIOD_MS);
    const longTasks: number[] = [];
    const take = (entries: PerformanceEntryList): void => {
      longTasks.push(...entries.map(({ startTime }) => startTime));
    };
    const reportsLongTasks =
      typeof PerformanceObserver === "function" && PerformanceObserver.supportedEntryTypes.includes("longtask");
    const observer = reportsLongTasks ? new PerformanceObserver((list) => take(list.getEntries())) : null;
    observer?.observe({ entryTypes: ["longtask"] });
    return () => {
      clearTimeout(timer);
      take(observer?.takeRecords() ?? []);
      observer?.disconnect();
      const isInside = (atMs: number): boolean =>
        this.#windows.some(({ fromMs, toMs }) => fromMs <= atMs && atMs <= toMs);
      return {
        ...latenessOf(probes, observer === null ? null : longTasks),
        inWindows: latenessOf(
          probes.filter((one) => isInside(one.dueMs)),
          observer === null ? null : longTasks.filter(isInside),
        ),
      };
    };
  };
}
