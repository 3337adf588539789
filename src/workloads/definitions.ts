// What each workload says of itself, in words and settings, without loading the engine. Builders are in registry.ts.
import type { WorkloadConfig, WorkloadKind, WorkloadSettings } from "./workload.ts";

/** A workload as pages, files and commands speak of it. */
export interface WorkloadDefinition {
  readonly kind: WorkloadKind;
  /** As a list of choices shows it. */
  readonly label: string;
  /** The settings that matter to it; others change nothing. */
  readonly settings: readonly (keyof WorkloadSettings)[];
  /**
   * Names of the factors that agents share, so that what one agent hears changes what it believes.
   * Where there are none, agents only count who is where.
   */
  readonly sharedFactors: readonly string[];
  /** The workload and its settings in a few words. */
  titleOf(settings: WorkloadSettings): string;
  /** What to build for these settings. */
  configOf(settings: WorkloadSettings): WorkloadConfig;
}

const explorer: WorkloadDefinition = {
  kind: "explorer",
  label: "explorer: walks a grid",
  settings: ["gridSize", "policyLength"],
  sharedFactors: [],
  titleOf: ({ gridSize, policyLength }) => `explorer ${gridSize}×${gridSize}, length ${policyLength}`,
  configOf: ({ gridSize, policyLength }) => ({ kind: "explorer", gridSize, policyLength }),
};

const tMaze: WorkloadDefinition = {
  kind: "t-maze",
  label: "t-maze: cue and reward",
  settings: [],
  sharedFactors: [],
  titleOf: () => "t-maze",
  configOf: () => ({ kind: "t-maze" }),
};

/** Every workload by its name. */
export const workloads = { explorer, "t-maze": tMaze } satisfies Record<WorkloadKind, WorkloadDefinition>;
