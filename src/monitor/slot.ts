// What one interval of a soak measured, as it is recorded; everything that is shown is worked out from slots and marks.
import type { SparseCounts } from "./histogram.ts";

export interface Slot {
  /** From the start of the soak to the start of this interval, ms. */
  readonly atMs: number;
  /** How long the lanes measured, ms. */
  readonly durationMs: number;
  readonly agents: number;
  readonly lanes: number;
  readonly ops: number;
  /** Ops that were due; null where agents run as fast as they can. */
  readonly offered: number | null;
  /** Ops that began a millisecond or more after they were due. */
  readonly late: number;
  /** Ops that were due and lost, as when a worker died. */
  readonly failed: number;
  /** Time inside ops, over all lanes, ms. */
  readonly busyMs: number;
  /** Share of probes of the main thread that came late; null where there was none. */
  readonly mainThread: number | null;
  /** What the browser attributes to the workers, read since the last slot; null where it was not read. */
  readonly workerBytes: number | null;
  /** Tasks of the page's own thread that took 50 ms or more; null where the browser does not tell. */
  readonly longTasks: number | null;
  /** What the browser attributes to the page without its workers, read since the last slot; null where it was not read. */
  readonly pageBytes: number | null;
  /** Ops that wanted a result from a cache, and those that found it; null where agents have none. */
  readonly cache: { readonly requests: number; readonly hits: number } | null;
  readonly latency: SparseCounts;
}

export const MARK_KINDS = [
  "start",
  "stop",
  "pause",
  "resume",
  "load",
  "crash",
  "restart",
  "hidden",
  "visible",
  "alert",
  "note",
] as const;

export type MarkKind = (typeof MARK_KINDS)[number];

/** Something that happened, on the time axis of all charts. */
export interface Mark {
  readonly atMs: number;
  readonly kind: MarkKind;
  readonly text: string;
}

/** A line of a recording behind its first. */
export type Entry =
  | { readonly slot: Slot }
  | { readonly mark: Mark }
  /** Alert rules that hold from here on, as text. */
  | { readonly rules: string };

/** What the load is held against, measured before it begins. */
export interface Basis {
  /** Op/s of one agent alone on one worker, as fast as it can. */
  readonly soloOpsPerSecond: number;
  /** Cores that really work at once. */
  readonly cores: number;
}
