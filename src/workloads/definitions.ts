// What each workload says of itself, in words and settings, without loading the engine. Builders are in registry.ts.
import { DEFAULT_MODEL, modelTitle } from "./model-reference.ts";
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
  /** What it is called in the name of a result. */
  nameOf(settings: WorkloadSettings): string;
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
  nameOf: () => "explorer",
  titleOf: ({ gridSize, policyLength }) => `explorer ${gridSize}×${gridSize}, length ${policyLength}`,
  configOf: ({ gridSize, policyLength }) => ({ kind: "explorer", gridSize, policyLength }),
};

const tMaze: WorkloadDefinition = {
  kind: "t-maze",
  label: "t-maze: cue and reward",
  settings: [],
  sharedFactors: [],
  nameOf: () => "t-maze",
  titleOf: () => "t-maze",
  configOf: () => ({ kind: "t-maze" }),
};

const search: WorkloadDefinition = {
  kind: "search",
  label: "search: a team looks for a target",
  settings: ["gridSize", "policyLength"],
  sharedFactors: ["target"],
  nameOf: () => "search",
  titleOf: ({ gridSize, policyLength }) => `search ${gridSize}×${gridSize}, length ${policyLength}`,
  configOf: ({ gridSize, policyLength, pooling = "metropolis" }) => ({
    kind: "search",
    gridSize,
    policyLength,
    pooling,
  }),
};

const custom: WorkloadDefinition = {
  kind: "custom",
  label: "my own model: file or example",
  settings: ["model"],
  sharedFactors: [],
  nameOf: ({ model = DEFAULT_MODEL }) => modelTitle(model),
  titleOf: ({ model = DEFAULT_MODEL }) => modelTitle(model),
  configOf: ({ model = DEFAULT_MODEL }) => ({ kind: "custom", model }),
};

/** Every workload by its name. */
export const workloads = { explorer, "t-maze": tMaze, search, custom } satisfies Record<
  WorkloadKind,
  WorkloadDefinition
>;
