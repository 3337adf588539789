// What every workload offers to the benchmark.

/** Which model and environment to run, and at what size. */
export type WorkloadConfig =
  | { readonly kind: "explorer"; readonly gridSize: 5 | 10; readonly policyLength: 1 | 2 | 3 }
  | { readonly kind: "t-maze" };

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
  /** A new agent; everything random about it and its environment follows from the seed. */
  createParticipant(seed: number): Participant;
}
