// What every workload offers to the benchmark, and the list of those there are.

/** Every workload by name. A name without settings here, a definition and a builder does not compile. */
export const WORKLOADS = ["explorer", "t-maze"] as const;
export type WorkloadKind = (typeof WORKLOADS)[number];

/** Everything that can be chosen about workloads. Each workload takes some of it. */
export interface WorkloadSettings {
  /** Cells on a side of the grid. */
  readonly gridSize: 5 | 10;
  /** Steps that an agent plans ahead. */
  readonly policyLength: 1 | 2 | 3;
}

/** The names of the settings that each workload takes. */
interface SettingsOf {
  readonly explorer: "gridSize" | "policyLength";
  readonly "t-maze": never;
}

/** Which model and environment to run, and at what size. */
export type WorkloadConfig<Kind extends WorkloadKind = WorkloadKind> = {
  readonly [Each in Kind]: { readonly kind: Each } & Pick<WorkloadSettings, SettingsOf[Each]>;
}[Kind];

/** One running agent with its own environment. */
export interface Participant {
  /** One op except publishing: observe, infer states, infer policies, sample action, act on the environment. */
  step(): void;
  /** What the agent publishes: its factors' marginals, concatenated. Overwritten by each step. */
  readonly posterior: Float64Array;
  /** Expected number of other agents per state, as last heard; the agent's own inference does not read it. */
  readonly occupancy: Float64Array;
  /** Bytes of this agent's own typed arrays. */
  readonly bytes: number;
}

/** A compiled workload: one model and one scratch memory, shared by all participants of a worker. */
export interface Workload {
  /** Numbers in one published posterior. */
  readonly messageLength: number;
  /** Bytes of the model and the scratch memory. */
  readonly sharedBytes: number;
  /**
   * A new agent; everything random about it and its environment follows from the seed.
   * @param posterior where it keeps its posterior: messageLength numbers, its own unless given
   */
  createParticipant(seed: number, posterior?: Float64Array): Participant;
}
