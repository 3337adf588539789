// What every source of comparable figures gives: cells with an environment, or one message that says why not.
import type { MeasuredResult } from "../../regression/comparison.ts";

/** Directions that the caller declares for metrics that no list of ours knows, by the metric's name. */
export type Directions = ReadonlyMap<string, "higher" | "lower">;

export interface MeasuredInput {
  readonly measured: MeasuredResult;
  /** The source's own identity; null where the format has none. */
  readonly id: string | null;
  /** When it was measured, as the source writes it; null where it does not say. */
  readonly measuredAt: { readonly field: string; readonly text: string } | null;
  /** What a reader should know, one sentence each. */
  readonly notes: readonly string[];
  /** What the source itself says failed, such as thresholds of k6 that were crossed: one sentence each, none where it is left out. */
  readonly failures?: readonly string[];
}

export type ReadMeasured =
  | ({ readonly state: "read" } & MeasuredInput)
  | { readonly state: "refused"; readonly message: string };
