// Names the workloads that an agent can run: which generative model, of what size.

/** A workload by name. `explorer` walks an n×n grid (n = gridSize) with policies of policyLength steps; `t-maze` is the cue-and-reward maze. */
export type WorkloadConfig =
  | { readonly kind: "explorer"; readonly gridSize: 5 | 10; readonly policyLength: 1 | 2 | 3 }
  | { readonly kind: "t-maze" };
