// The parameter information gain of all modalities, for the joint states of one prediction.
import { likelihoodGain } from "./likelihood.ts";
import type { Model } from "./model.ts";
import type { Workspace } from "./workspace.ts";

/** Σ_m o_m·(W_m·w) of the `count` joint states listed at `start`, in nats; the value of a policy subtracts it. */
export function likelihoodsGain(
  { likelihoods }: Model,
  workspace: Workspace,
  states: Int32Array,
  weights: Float64Array,
  start: number,
  count: number,
): number {
  let total = 0;
  for (let m = 0; m < likelihoods.length; m += 1) {
    const likelihood = likelihoods[m];
    if (likelihood !== undefined) total += likelihoodGain(likelihood, states, weights, start, count, workspace.gain);
  }
  return total;
}
