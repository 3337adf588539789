// Dirichlet learning: an agent that learns has its own copy of the model and its own counts.
import type { Belief } from "./belief.ts";
import { fillUtility, refreshJointOutcomes } from "./joint-outcomes.ts";
import { refreshLikelihood } from "./likelihood.ts";
import type { Model } from "./model.ts";
import { refreshTransition } from "./transitions.ts";

/** A learning agent's private model and its counts, in pymdp's layout; arrays without counts do not learn. */
export interface Learner {
  /** Pass this model, not the shared one, to every step function of the agent. */
  readonly model: Model;
  readonly countsA: readonly Float64Array[] | undefined;
  readonly countsB: readonly Float64Array[] | undefined;
  readonly countsD: readonly Float64Array[] | undefined;
}

/** A learner that starts from the model's counts. What never changes (indices, preferences, settings) stays shared. */
export function createLearner(model: Model): Learner {
  const { counts, joint } = model;
  return {
    model: {
      ...model,
      transitions: model.transitions.map((each) => ({ ...each, value: each.value.slice(), gain: each.gain.slice() })),
      likelihoods: model.likelihoods.map((each) => ({
        ...each,
        rows: each.rows.slice(),
        value: each.value.slice(),
        gain: each.gain.slice(),
      })),
      joint: { ...joint, value: joint.value.slice(), negativeEntropy: joint.negativeEntropy.slice() },
      utility: model.utility.slice(),
      initialPrior: model.initialPrior.slice(),
    },
    countsA: counts.A?.map((each) => each.slice()),
    countsB: counts.B?.map((each) => each.slice()),
    countsD: counts.D?.map((each) => each.slice()),
  };
}

/** pA += rate·onehot(o)⊗q where A > 0, then A becomes the column-normalised counts. Without counts nothing happens. */
export function learnA(learner: Learner, belief: Belief, observation: Int32Array): void {
  const { model, countsA } = learner;
  if (countsA === undefined) return;
  for (const [m, likelihood] of model.likelihoods.entries()) {
    const counts = countsA[m];
    const from = (observation[m] ?? 0) * model.jointStates;
    if (counts === undefined) continue;
    for (let s = 0; s < model.jointStates; s += 1) {
      if ((likelihood.rows[from + s] ?? 0) > 0) {
        counts[from + s] = (counts[from + s] ?? 0) + model.learningRates.A * jointProbability(model, belief, s);
      }
    }
    refreshLikelihood(likelihood, counts, true);
  }
  if (model.useStatesInfoGain) refreshJointOutcomes(model.joint, model.likelihoods, model.jointStates);
  if (model.useUtility) {
    fillUtility(model.utility, model.likelihoods, model.preferences, model.utilityColumns, model.jointStates);
  }
}

/**
 * pB[…, a] += rate·q_t⊗q_{t−1} where B > 0 for the last action a, then B becomes the column-normalised counts.
 * Before the first action, or without counts, nothing happens.
 */
export function learnB(learner: Learner, belief: Belief): void {
  const { model, countsB } = learner;
  if (countsB === undefined || (belief.action[0] ?? -1) < 0) return;
  for (const [f, transition] of model.transitions.entries()) {
    const counts = countsB[f];
    const control = belief.action[f] ?? 0;
    if (counts === undefined) continue;
    const { states, controls, columnStart, next, value, offset } = transition;
    for (let from = 0; from < states; from += 1) {
      const gained = model.learningRates.B * (belief.previous[offset + from] ?? 0);
      const end = columnStart[control * states + from + 1] ?? 0;
      for (let entry = columnStart[control * states + from] ?? 0; entry < end; entry += 1) {
        const to = next[entry] ?? 0;
        const at = (to * states + from) * controls + control;
        if ((value[entry] ?? 0) > 0) counts[at] = (counts[at] ?? 0) + gained * (belief.posterior[offset + to] ?? 0);
      }
    }
    refreshTransition(transition, counts, true);
  }
}

/** pD += rate·q_0 where pD > 0, then D becomes the normalised counts. `initial` is q of the episode's first step. */
export function learnD(learner: Learner, initial: Float64Array): void {
  const { model, countsD } = learner;
  if (countsD === undefined) return;
  for (const [f, { states, offset }] of model.transitions.entries()) {
    const counts = countsD[f];
    if (counts === undefined) continue;
    let sum = 0;
    for (let s = 0; s < states; s += 1) {
      const count = counts[s] ?? 0;
      if (count > 0) counts[s] = count + model.learningRates.D * (initial[offset + s] ?? 0);
      sum += counts[s] ?? 0;
    }
    for (let s = 0; s < states; s += 1) model.initialPrior[offset + s] = (counts[s] ?? 0) / sum;
  }
}

/** Π_f q_f of joint state s. */
function jointProbability(model: Model, belief: Belief, s: number): number {
  let rest = s;
  let probability = 1;
  for (let f = model.transitions.length - 1; f >= 0; f -= 1) {
    const { states = 1, offset = 0 } = model.transitions[f] ?? {};
    probability *= belief.posterior[offset + (rest % states)] ?? 0;
    rest = Math.floor(rest / states);
  }
  return probability;
}
