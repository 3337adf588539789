// What the page and the worker that reads models say to each other. Errors are answers.
import type { ModelSummary, TriedSteps } from "../../workloads/custom/summary.ts";

export interface ModelAsk {
  readonly id: number;
  /** Of any origin. */
  readonly text: string;
}

/** A model that was read, summarised and tried. */
export interface UnderstoodModel {
  readonly state: "understood";
  readonly hash: string;
  /** Canonical text, which the hash is of. */
  readonly text: string;
  /** How an address refers to it, with the model itself where it is short enough. */
  readonly reference: string;
  readonly name: string | null;
  readonly remarks: readonly string[];
  readonly summary: ModelSummary;
  readonly tried: TriedSteps;
}

export type ModelAnswer = UnderstoodModel | { readonly state: "refused"; readonly problems: readonly string[] };

export interface ModelReply {
  readonly id: number;
  readonly answer: ModelAnswer;
}
