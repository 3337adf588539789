// Owns what one agent carries from step to step; everything else is shared by the agents of a worker.
import type { Model } from "./model.ts";

/** The private state of one agent. Marginals are concatenated over factors in the model's order. */
export interface Belief {
  /** q of the last inference. */
  readonly posterior: Float64Array;
  /** What the next inference starts from: D, or the prediction for the last action. */
  readonly prior: Float64Array;
  /** q of the inference before, kept only while B is learned. */
  readonly previous: Float64Array;
  /** Last control per factor; −1 before the first action. */
  readonly action: Int32Array;
}

/**
 * A belief before the first observation: posterior and prior are D.
 * @param posterior where q is kept: marginalLength numbers, such as a row of an array of many agents
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
