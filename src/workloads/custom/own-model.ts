// A model of somebody's own, as it was read from a file: the description for the engine, and how long its episodes are.
import type { ModelSpec } from "../../inference/model-spec.ts";

export interface OwnModel {
  readonly spec: ModelSpec;
  /** Steps after which the agent and its world begin again; null where they never do. */
  readonly episodeSteps: number | null;
}

/** A model, or all that is wrong with its file. */
export type ReadModel =
  | {
      readonly state: "read";
      readonly model: OwnModel;
      /** What the file calls it; no part of the model. */
      readonly name: string | null;
      /** What was filled in, rounded or left aside, one sentence each. */
      readonly remarks: readonly string[];
    }
  | { readonly state: "refused"; readonly problems: readonly string[] };
