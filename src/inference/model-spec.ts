// The description of a generative model as its author writes it. It is not validated yet: `buildModel` does that.

/** A row-major array with its shape: the last index varies fastest. */
export interface Tensor {
  readonly shape: readonly number[];
  readonly data: ArrayLike<number>;
}

/** How an action is taken from the policy distribution: the most probable one, or a random draw. */
export type ActionSelection = "deterministic" | "stochastic";

/** `marginal` sums the policies by their first action, per factor; `full` takes one whole policy. */
export type SamplingMode = "marginal" | "full";

/**
 * A discrete generative model and the settings of its agent, in pymdp's layout.
 *
 * Shapes, for modality m and factor f: `A[m]` is [outcomes, states of factor 0, states of factor 1, …];
 * `B[f]` is [next state, previous state, control]; `C[m]` is [outcomes] or [outcomes, policy step] in nats;
 * `D[f]` is [states]; `E` has one weight per policy. `pA`, `pB` and `pD` are Dirichlet counts shaped like `A`, `B`, `D`.
 */
export interface ModelSpec {
  readonly A: readonly Tensor[];
  readonly B: readonly Tensor[];
  readonly C: readonly Tensor[];
  readonly D: readonly Tensor[];
  readonly E?: ArrayLike<number>;
  readonly pA?: readonly Tensor[];
  readonly pB?: readonly Tensor[];
  readonly pD?: readonly Tensor[];
  /** Learning rate of `pA` per observation. Default 1. */
  readonly learningRateA?: number;
  /** Learning rate of `pB` per transition. Default 1. */
  readonly learningRateB?: number;
  /** Learning rate of `pD` per episode. Default 1. */
  readonly learningRateD?: number;
  /** Number of steps that a policy looks ahead, at least 1. */
  readonly policyLength: number;
  /** Precision of policies, γ. Default 16. */
  readonly gamma?: number;
  /** Precision of stochastic actions, α. Default 16. */
  readonly alpha?: number;
  /** Default true. */
  readonly useUtility?: boolean;
  /** Default true. */
  readonly useStatesInfoGain?: boolean;
  /** Has an effect only with `pA` or `pB`. Default false. */
  readonly useParamInfoGain?: boolean;
  /** Default `deterministic`. */
  readonly actionSelection?: ActionSelection;
  /** Default `marginal`. */
  readonly samplingMode?: SamplingMode;
  /** The most iterations of state inference with several factors. Default 10. */
  readonly maxIterations?: number;
  /** Inference with several factors stops when the free energy moves by less than this, in nats. Default 1e-3. */
  readonly freeEnergyTolerance?: number;
}
