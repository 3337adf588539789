// Selective updating: where an agent sees what it expected most, it takes its prediction for its belief, and keeps to what it planned.
import type { Belief } from "../../inference/belief.ts";
import type { Model } from "../../inference/model.ts";
import type { Workspace } from "../../inference/workspace.ts";
import { PlainMind } from "../shared-model.ts";
import type { ResultCheck } from "./result-check.ts";

export class SkippingMind extends PlainMind {
  readonly #check: ResultCheck;
  readonly #plain: PlainMind;
  /** q_π of the last step in which it thought. */
  readonly #planned: Float64Array;
  readonly #joint: Float64Array;
  #hasPlanned = false;

  constructor(model: Model, workspace: Workspace, check: ResultCheck) {
    super(model, workspace, model.policies * Float64Array.BYTES_PER_ELEMENT);
    this.#check = check;
    this.#plain = new PlainMind(model, workspace);
    this.#planned = new Float64Array(model.policies);
    this.#joint = workspace.likelihood;
  }

  override think(belief: Belief, observation: Int32Array): void {
    // Before the first action of an episode nothing is planned.
    const isPlanned = this.#hasPlanned && (belief.action[0] ?? -1) >= 0;
    if (isPlanned && this.#isExpected(belief, observation)) {
      belief.posterior.set(belief.prior);
      this.workspace.policyProbability.set(this.#planned);
    } else {
      super.think(belief, observation);
      this.#planned.set(this.workspace.policyProbability);
      this.#hasPlanned = true;
    }
    if (this.#check.isOn) this.#check.compare(this.#plain, belief, observation);
  }

  /** Whether in every modality the likeliest outcome was seen. */
  #isExpected({ prior }: Belief, observation: Int32Array): boolean {
    const joint = this.#joint;
    const { transitions, likelihoods, jointStates } = this.model;
    let length = 1;
    joint[0] = 1;
    for (let f = 0; f < transitions.length; f += 1) {
      const { states = 0, offset = 0 } = transitions[f] ?? {};
      for (let i = length - 1; i >= 0; i -= 1) {
        const weight = joint[i] ?? 0;
        for (let s = states - 1; s >= 0; s -= 1) joint[i * states + s] = weight * (prior[offset + s] ?? 0);
      }
      length *= states;
    }
    for (let m = 0; m < likelihoods.length; m += 1) {
      const likelihood = likelihoods[m];
      if (likelihood === undefined) continue;
      const seen = expectation(likelihood.rows, (observation[m] ?? 0) * jointStates, joint, jointStates);
      for (let o = 0; o < likelihood.outcomes; o += 1) {
        if (expectation(likelihood.rows, o * jointStates, joint, jointStates) > seen) return false;
      }
    }
    return true;
  }
}

/** How likely one outcome is, from its row of A. */
function expectation(rows: Float64Array, from: number, joint: Float64Array, states: number): number {
  let sum = 0;
  for (let s = 0; s < states; s += 1) sum += (rows[from + s] ?? 0) * (joint[s] ?? 0);
  return sum;
}
