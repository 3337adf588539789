// What a run has shown so far, and the shapes in which a scenario answers from it beside its rows.
import type { Sample } from "../../measurement/run/sample.ts";
import type { QualityState } from "../../scaling/quality.ts";
import type { MeasuredOn, Row } from "./rows.ts";

/** A run as far as it went. */
export interface Seen {
  readonly rows: readonly Row[];
  readonly samples: readonly Sample[];
  readonly on: MeasuredOn;
  /** How far the machine can be trusted; unknown while the run goes on. */
  readonly quality: QualityState;
  /** Where it may be read at another machine than the one that measured. */
  readonly isElsewhere?: true;
}

/** One figure as an answer, against what is needed. */
export interface Gauge {
  /** "agents". */
  readonly unit: string;
  readonly value: number;
  /** Null where nobody said. */
  readonly needed: number | null;
  /** Where it begins to fail; left out where that is not known. */
  readonly failsFrom?: number;
  /** Where it is not confirmed, or more may be possible. */
  readonly isOpen?: true;
}

/** What a plan of memory needs. */
interface MemoryConstants {
  /** What is there without any agent. */
  readonly baseMB: number;
  /** What one more agent takes. */
  readonly perAgentMB: number;
}

/** What a plan can take from a run that is no curve. */
export type PlanInput =
  | { readonly kind: "memory"; readonly constants: MemoryConstants }
  /** So many times as fast, each an interval; the largest gain first. At least one. */
  | { readonly kind: "speed-ups"; readonly times: readonly { readonly low: number; readonly high: number }[] };

/** A small table of texts, each column headed. */
export interface FactTable {
  readonly title: string;
  readonly help: string;
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
  /** Where its figures are times, or shares of time: they say nothing where other programs took the machine. */
  readonly isTimed?: true;
}
