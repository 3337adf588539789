// Which models the kernel steps, and in plain words why it does not step another: those agents take the engine.
import type { Model } from "../model.ts";
import { distinctPrefixes } from "../policy-plan.ts";
import type { PolicyPlan } from "../policy-plan.ts";

/** The most joint outcomes and the most states: tables and scratch of larger ones do not fit the caches that make the kernel fast. */
const OUTCOMES_MOST = 4096;
const STATES_MOST = 4096;
/** The most policies: each has a value and a weight per agent of a block. */
const POLICIES_MOST = 4096;
const ALPHA_MOST = 1024;

export type KernelSupport =
  | { readonly state: "supported"; readonly plan: PolicyPlan }
  | { readonly state: "unsupported"; readonly reason: string };

/** Joint outcomes of all modalities. */
export function outcomesOf({ likelihoods }: Model): number {
  return likelihoods.reduce((total, { outcomes }) => total * outcomes, 1);
}

function obstacleOf(model: Model): string | null {
  const { transitions, counts, alpha, actionSelection, samplingMode, policies, jointStates } = model;
  if (transitions.length > 1) return `the model has ${transitions.length} hidden factors, and the kernel steps one`;
  if (counts.A !== undefined || counts.B !== undefined || counts.D !== undefined) {
    return "the model learns, so that each agent has a model of its own";
  }
  if (samplingMode === "full") return "whole policies are sampled, and the kernel samples actions";
  if (actionSelection === "stochastic" && !(Number.isInteger(alpha) && alpha >= 1 && alpha <= ALPHA_MOST)) {
    return `the precision of actions is ${alpha}, and the kernel takes whole numbers from 1 to ${ALPHA_MOST}`;
  }
  if (policies > POLICIES_MOST) return `the model has ${policies} policies, more than ${POLICIES_MOST}`;
  if (jointStates > STATES_MOST) return `the model has ${jointStates} states, more than ${STATES_MOST}`;
  const outcomes = outcomesOf(model);
  if (outcomes > OUTCOMES_MOST) return `the model has ${outcomes} joint outcomes, more than ${OUTCOMES_MOST}`;
  return null;
}

/** Whether the kernel steps agents with this model; with the plan that it then follows. */
export function kernelSupport(model: Model): KernelSupport {
  const reason = obstacleOf(model);
  if (reason !== null) return { state: "unsupported", reason };
  const { transitions, controlTable, jointControls, policyLength } = model;
  const timed = model.useUtility && model.utilityColumns > 1;
  const plan = distinctPrefixes({ transitions, controlTable, jointControls, policyLength, timed });
  if (plan === null) return { state: "unsupported", reason: "its policies lead to too many different predictions" };
  return { state: "supported", plan };
}
