// The scratch memory of one worker: all agents on the worker use the same arrays, one after the other.
import type { Model } from "./model.ts";

/**
 * Scratch arrays for the steps of one model. They hold an agent's numbers only until the next agent's step, so read
 * policy values and probabilities between `evaluatePolicies` and the next call.
 */
export interface Workspace {
  /** Π_m A_m[o_m, s] and its logarithm, per joint state. */
  readonly likelihood: Float64Array;
  readonly logLikelihood: Float64Array;
  /** ln prior and the expected log likelihood, concatenated over factors. */
  readonly logPrior: Float64Array;
  readonly message: Float64Array;
  /** Free energy in nats before the first and after each iteration of the last inference with several factors. */
  readonly freeEnergy: Float64Array;
  /** Non-negligible states of the posterior, concatenated over factors; their weights; their number per factor. */
  readonly activeState: Int32Array;
  readonly activeWeight: Float64Array;
  readonly activeCount: Int32Array;
  /**
   * The same for every prediction: [policy step][factor][control], see `Transition.planOffset`; where equal prefixes are
   * merged, the distinct predictions of each factor, see `FactorPlan`.
   */
  readonly planState: Int32Array;
  readonly planWeight: Float64Array;
  readonly planCount: Int32Array;
  /** Parameter information of B for each prediction, [policy step][factor][control]. */
  readonly planGain: Float64Array;
  /** Weight of every state of one prediction while it is computed; all 0 between predictions. */
  readonly predicted: Float64Array;
  /** Weight of every state that a prediction starts from, used when most states have weight. */
  readonly source: Float64Array;
  /** Joint states of one prediction of several factors, and their weights. */
  readonly jointState: Int32Array;
  readonly jointWeight: Float64Array;
  /** Expected joint outcomes of one prediction; all 0 between predictions unless all joint columns are full. */
  readonly outcomes: Float64Array;
  /** Joint outcomes that one prediction has added to. An outcome still at 0 is listed again, so this is one per entry. */
  readonly touched: Int32Array;
  /** Weights of the kept states of one prediction, when all joint columns are full. */
  readonly keptWeight: Float64Array;
  /** For parameter information gain: twice the outcomes of the largest modality. */
  readonly gain: Float64Array;
  /** Where equal prefixes are merged: the value of each distinct node, nats. */
  readonly nodeValue: Float64Array;
  /** G of every policy in nats: larger is better. */
  readonly policyValue: Float64Array;
  /** q_π. */
  readonly policyProbability: Float64Array;
  /** Probability of each control as the next action, concatenated over factors. */
  readonly actionMarginal: Float64Array;
  /** For stochastic choice: as long as the larger of policies and controls. */
  readonly choice: Float64Array;
}

/** Allocates the scratch arrays for one model. Steps allocate nothing. */
export function createWorkspace(model: Model): Workspace {
  const several = model.transitions.length > 1;
  const outcomes = model.useStatesInfoGain ? model.joint.outcomes : 0;
  const states = model.transitions.reduce((most, each) => Math.max(most, each.states), 0);
  const planned = model.plan?.weights ?? model.planLength * model.policyLength;
  const largest = model.likelihoods.reduce((most, each) => Math.max(most, each.outcomes), 0);
  return {
    likelihood: new Float64Array(model.jointStates),
    logLikelihood: new Float64Array(several ? model.jointStates : 0),
    logPrior: new Float64Array(several ? model.marginalLength : 0),
    message: new Float64Array(several ? model.marginalLength : 0),
    freeEnergy: new Float64Array(several ? model.maxIterations + 1 : 0),
    activeState: new Int32Array(model.plan === null ? model.marginalLength : 0),
    activeWeight: new Float64Array(model.plan === null ? model.marginalLength : 0),
    activeCount: new Int32Array(model.plan === null ? model.transitions.length : 0),
    planState: new Int32Array(planned),
    planWeight: new Float64Array(planned),
    planCount: new Int32Array(model.plan?.predictions ?? model.controlLength * model.policyLength),
    planGain: new Float64Array(model.gainB ? model.controlLength * model.policyLength : 0),
    predicted: new Float64Array(states),
    source: new Float64Array(states),
    jointState: new Int32Array(several ? model.jointStates : 0),
    jointWeight: new Float64Array(several ? model.jointStates : 0),
    outcomes: new Float64Array(outcomes),
    touched: new Int32Array(model.joint.outcome.length),
    keptWeight: new Float64Array(model.joint.full ? model.jointStates : 0),
    gain: new Float64Array(model.gainA ? 2 * largest : 0),
    nodeValue: new Float64Array(model.plan?.nodes ?? 0),
    policyValue: new Float64Array(model.policies),
    policyProbability: new Float64Array(model.policies),
    actionMarginal: new Float64Array(model.controlLength),
    choice: new Float64Array(Math.max(model.policies, model.controlLength)),
  };
}
