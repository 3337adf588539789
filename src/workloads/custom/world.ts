// The world of a model of somebody's own: the model itself. States move by B and outcomes are drawn from A, from the agent's seed.
import type { Random } from "../../inference/act.ts";
import { drawIndex } from "../../inference/numerics.ts";
import type { Model } from "../../inference/model.ts";
import type { Transition } from "../../inference/transitions.ts";
import { drawOutcome } from "../chance.ts";

/**
 * Draws one number for each factor that may begin in several states, one for each modality that is observed, and one for each factor
 * that may move to several states. So a model that says the same as one of the built-in worlds meets the same chances.
 */
export class World {
  /** The state of each factor, unknown to the agent. */
  readonly state: Int32Array;
  readonly #model: Model;
  readonly #random: Random;

  /** @param model the one that the world follows, which a learning agent does not change */
  constructor(model: Model, random: Random) {
    this.#model = model;
    this.#random = random;
    this.state = new Int32Array(model.transitions.length);
  }

  /** Begins anew, by D. */
  begin(): void {
    const { transitions, initialPrior } = this.#model;
    for (let f = 0; f < transitions.length; f += 1) {
      const { offset = 0, states = 1 } = transitions[f] ?? {};
      const only = onlyPossible(initialPrior, offset, states);
      this.state[f] = only ?? drawIndex(initialPrior, offset, states, this.#random());
    }
  }

  /** Draws one outcome for each modality into `observation`. */
  observe(observation: Int32Array): void {
    const { transitions, likelihoods } = this.#model;
    let joint = 0;
    for (let f = 0; f < transitions.length; f += 1)
      joint = joint * (transitions[f]?.states ?? 1) + (this.state[f] ?? 0);
    for (let m = 0; m < likelihoods.length; m += 1) {
      const likelihood = likelihoods[m];
      if (likelihood !== undefined) observation[m] = drawOutcome(likelihood, joint, this.#random());
    }
  }

  /** Moves by B of the controls that were chosen. */
  move(action: Int32Array): void {
    const { transitions } = this.#model;
    for (let f = 0; f < transitions.length; f += 1) {
      const transition = transitions[f];
      if (transition !== undefined) this.state[f] = this.#next(transition, this.state[f] ?? 0, action[f] ?? 0);
    }
  }

  #next({ states, columnStart, next, value }: Transition, from: number, control: number): number {
    const start = columnStart[control * states + from] ?? 0;
    const end = columnStart[control * states + from + 1] ?? start;
    if (end - start <= 1) return next[start] ?? from;
    const uniform = this.#random();
    let last = from;
    let cumulative = 0;
    for (let entry = start; entry < end; entry += 1) {
      const probability = value[entry] ?? 0;
      if (probability === 0) continue;
      last = next[entry] ?? from;
      cumulative += probability;
      if (uniform < cumulative) return last;
    }
    return last;
  }
}

/** The one state that has any probability; null where there are several. */
function onlyPossible(prior: Float64Array, offset: number, states: number): number | null {
  let only: number | null = null;
  for (let s = 0; s < states; s += 1) {
    if (!((prior[offset + s] ?? 0) > 0)) continue;
    if (only !== null) return null;
    only = s;
  }
  return only;
}
