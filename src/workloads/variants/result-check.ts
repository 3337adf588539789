// How far results that were found in a cache are from those that the engine gives for the same beliefs: nothing, where keys hold every bit.
import type { Belief } from "../../inference/belief.ts";
import { marginaliseActions } from "../../inference/act.ts";
import type { Mind } from "../shared-model.ts";

/** Under this a probability is taken for it in a logarithm. */
const LEAST = 1e-16;

export interface CheckReport {
  readonly compared: number;
  /** The largest difference of any probability of q or q_π. */
  readonly largestError: number;
  /** Mean of KL(action probabilities of the engine ‖ those that were used), nats. */
  readonly meanKl: number;
  /** Share of results in which the likeliest action is another one. */
  readonly changedShare: number;
}

function firstLargest(values: Float64Array): number {
  let at = 0;
  for (let i = 1; i < values.length; i += 1) if ((values[i] ?? 0) > (values[at] ?? 0)) at = i;
  return at;
}

function largestDifference(a: Float64Array, b: Float64Array): number {
  return a.reduce((most, value, i) => Math.max(most, Math.abs(value - (b[i] ?? 0))), 0);
}

/** KL(p ‖ q) in nats. */
function divergence(p: Float64Array, q: Float64Array): number {
  return p.reduce((sum, value, i) => (value > 0 ? sum + value * Math.log(value / Math.max(LEAST, q[i] ?? 0)) : sum), 0);
}

/** While it is on, compares; it allocates, and so is off while anything is measured. */
export class ResultCheck {
  isOn = false;
  #compared = 0;
  #largestError = 0;
  #kl = 0;
  #changed = 0;

  /** Compares what belief and workspace hold with what the engine gives; leaves both as they were. */
  compare(plain: Mind, belief: Belief, observation: Int32Array): void {
    const { model, workspace } = plain;
    const used = { posterior: belief.posterior.slice(), policies: workspace.policyProbability.slice() };
    marginaliseActions(model, workspace);
    const usedActions = workspace.actionMarginal.slice();
    plain.think(belief, observation);
    marginaliseActions(model, workspace);
    this.#compared += 1;
    this.#largestError = Math.max(
      this.#largestError,
      largestDifference(used.posterior, belief.posterior),
      largestDifference(used.policies, workspace.policyProbability),
    );
    this.#kl += Math.max(0, divergence(workspace.actionMarginal, usedActions));
    if (firstLargest(workspace.actionMarginal) !== firstLargest(usedActions)) this.#changed += 1;
    belief.posterior.set(used.posterior);
    workspace.policyProbability.set(used.policies);
  }

  get report(): CheckReport {
    const each = (sum: number): number => (this.#compared === 0 ? 0 : sum / this.#compared);
    return {
      compared: this.#compared,
      largestError: this.#largestError,
      meanKl: each(this.#kl),
      changedShare: each(this.#changed),
    };
  }
}
