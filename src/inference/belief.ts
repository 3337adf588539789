// The state that one agent keeps from step to step. Everything else is shared by the agents of a worker.
import type { Model } from "./model.ts";

/** The private state of one agent. Marginals are concatenated over factors in the model's order. */
export interface Belief {
  /** q of the last inference. */
  readonly posterior: Float64Array;
  /** The prior of the next inference: D, or the prediction for the last action. */
  readonly prior: Float64Array;
  /** q of the inference before the last, kept only when B is learned. */
  readonly previous: Float64Array;
  /** Last control per factor; −1 before the first action. */
  readonly action: Int32Array;
}

/**
 * A belief before the first observation: posterior and prior are D.
 * @param posterior array for q, of length `marginalLength`, such as one row of an array for many agents
 */
export function createBelief(model: Model, posterior: Float64Array = new Float64Array(model.marginalLength)): Belief {
  posterior.set(model.initialPrior);
  return {
    posterior,
    prior: model.initialPrior.slice(),
    previous: new Float64Array(model.counts.B === undefined ? 0 : model.marginalLength),
    action: new Int32Array(model.transitions.length).fill(-1),
  };
}

/** Forgets the last action, so that the next inference starts from D again. */
export function resetBelief(model: Model, belief: Belief): void {
  belief.prior.set(model.initialPrior);
  belief.action.fill(-1);
}
