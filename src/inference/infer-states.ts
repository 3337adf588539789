// State inference: the posterior over hidden states, given one observation per modality.
import type { Belief } from "./belief.ts";
import { marginalExpectations } from "./marginal-expectations.ts";
import type { Model } from "./model.ts";
import { EPSILON, LOG_EPSILON, safeLog } from "./numerics.ts";
import type { Workspace } from "./workspace.ts";

/**
 * Writes q into `belief.posterior` from `belief.prior` and one outcome index per modality.
 * With several factors `workspace.freeEnergy` holds F before the first and after each iteration.
 *
 * @returns the number of iterations (1 with a single factor, where the posterior is exact).
 * @throws RangeError when an outcome does not exist in its modality.
 */
export function inferStates(model: Model, workspace: Workspace, belief: Belief, observation: Int32Array): number {
  if (belief.previous.length > 0) belief.previous.set(belief.posterior);
  readLikelihood(model, workspace.likelihood, observation);
  if (model.transitions.length > 1) return iterate(model, workspace, belief);
  inferSingle(workspace.likelihood, belief);
  return 1;
}

/** Writes Π_m A_m[o_m, ·] over joint states into `target`. */
function readLikelihood(model: Model, target: Float64Array, observation: Int32Array): void {
  const { likelihoods, jointStates } = model;
  for (let m = 0; m < likelihoods.length; m += 1) {
    const likelihood = likelihoods[m];
    const outcome = observation[m] ?? -1;
    if (likelihood === undefined || outcome < 0 || outcome >= likelihood.outcomes) {
      throw new RangeError(`observation ${outcome} is not an outcome of modality ${m}`);
    }
    const { rows } = likelihood;
    const from = outcome * jointStates;
    if (m === 0) for (let s = 0; s < jointStates; s += 1) target[s] = rows[from + s] ?? 0;
    else for (let s = 0; s < jointStates; s += 1) target[s] = (target[s] ?? 0) * (rows[from + s] ?? 0);
  }
}

/** Single factor: softmax(ln L + ln prior) is the normalised product (L + ε)(prior + ε). */
function inferSingle(likelihood: Float64Array, belief: Belief): void {
  const { posterior, prior } = belief;
  const states = posterior.length;
  let total = 0;
  for (let s = 0; s < states; s += 1) {
    const value = ((likelihood[s] ?? 0) + EPSILON) * ((prior[s] ?? 0) + EPSILON);
    posterior[s] = value;
    total += value;
  }
  const scale = 1 / total;
  for (let s = 0; s < states; s += 1) posterior[s] = (posterior[s] ?? 0) * scale;
}

/**
 * Several factors: all marginals are updated together from the old ones, until the free energy stops moving.
 * Since ln q = x − ln Σe^x, the complexity term needs no logarithm per state: q·(ln q − ln prior) = q·message − ln Σe^x.
 * This equals the definition by ln(q + ε) to within ε per state.
 */
function iterate(model: Model, workspace: Workspace, belief: Belief): number {
  const { transitions, maxIterations, freeEnergyTolerance } = model;
  const { likelihood, logLikelihood, logPrior, message, freeEnergy } = workspace;
  const { posterior, prior } = belief;
  for (let s = 0; s < likelihood.length; s += 1) {
    const value = likelihood[s] ?? 0;
    logLikelihood[s] = value === 0 ? LOG_EPSILON : safeLog(value);
  }
  let before = 0;
  for (let f = 0; f < transitions.length; f += 1) {
    const factor = transitions[f];
    if (factor === undefined) continue;
    const uniform = 1 / factor.states;
    const end = factor.offset + factor.states;
    let complexity = 0;
    for (let i = factor.offset; i < end; i += 1) {
      const log = safeLog(prior[i] ?? 0);
      logPrior[i] = log;
      posterior[i] = uniform;
      complexity -= log;
    }
    before += complexity * uniform + safeLog(uniform);
  }
  freeEnergy[0] = before;
  marginalExpectations(model, workspace, posterior, 0, message);
  for (let iteration = 1; ; iteration += 1) {
    marginalExpectations(model, workspace, posterior, 1, message);
    let energy = 0;
    for (let f = 0; f < transitions.length; f += 1) {
      const factor = transitions[f];
      if (factor === undefined) continue;
      energy += normalise(posterior, message, logPrior, factor.offset, factor.states);
    }
    marginalExpectations(model, workspace, posterior, 0, message);
    const first = transitions[0]?.states ?? 0;
    for (let i = 0; i < first; i += 1) energy -= (posterior[i] ?? 0) * (message[i] ?? 0);
    freeEnergy[iteration] = energy;
    if (iteration >= maxIterations || Math.abs(before - energy) < freeEnergyTolerance) return iteration;
    before = energy;
  }
}

/** posterior = softmax(message + ln prior) of one factor; returns its complexity Σ q·(ln q − ln prior) in nats. */
function normalise(
  posterior: Float64Array,
  message: Float64Array,
  logPrior: Float64Array,
  from: number,
  states: number,
): number {
  const end = from + states;
  let maximum = -Infinity;
  for (let i = from; i < end; i += 1) {
    const x = (message[i] ?? 0) + (logPrior[i] ?? 0);
    if (x > maximum) maximum = x;
  }
  let total = 0;
  let expected = 0;
  for (let i = from; i < end; i += 1) {
    const weight = Math.exp((message[i] ?? 0) + (logPrior[i] ?? 0) - maximum);
    posterior[i] = weight;
    total += weight;
    expected += weight * (message[i] ?? 0);
  }
  const scale = 1 / total;
  for (let i = from; i < end; i += 1) posterior[i] = (posterior[i] ?? 0) * scale;
  return expected * scale - maximum - Math.log(total);
}

/**
 * F⁰ of the next inference, in nats: Σ_f q·(ln q − ln prior_f) at uniform q, without the likelihood.
 * With one factor this is the only free energy that pymdp reports. It reads `belief.prior`, so call it before acting.
 */
export function initialFreeEnergy(model: Model, belief: Belief): number {
  let energy = 0;
  for (const { offset, states } of model.transitions) {
    let complexity = 0;
    for (let i = offset; i < offset + states; i += 1) complexity -= safeLog(belief.prior[i] ?? 0);
    energy += complexity / states + safeLog(1 / states);
  }
  return energy;
}
