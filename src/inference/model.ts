// The compiled generative model, which all agents of a worker share, and how it is built from a description.
import { buildJointOutcomes, countJointEntries, fillUtility, logPreferences } from "./joint-outcomes.ts";
import type { JointOutcomes } from "./joint-outcomes.ts";
import { buildLikelihood, refreshLikelihood } from "./likelihood.ts";
import type { Likelihood } from "./likelihood.ts";
import type { ActionSelection, ModelSpec, SamplingMode, Tensor } from "./model-spec.ts";
import { safeLog } from "./numerics.ts";
import { buildTransition, refreshTransition } from "./transitions.ts";
import type { Transition } from "./transitions.ts";
import { planPolicies } from "./policy-plan.ts";
import type { PolicyPlan } from "./policy-plan.ts";
import { findProblems } from "./validate-spec.ts";

/** The most entries (and the most joint outcomes) that the joint columns of all modalities may have. */
const MAX_JOINT_ENTRIES = 2 ** 24;

/** The Dirichlet counts that a learning agent starts from, in pymdp's layout; arrays without counts do not learn. */
interface InitialCounts {
  readonly A: readonly Float64Array[] | undefined;
  readonly B: readonly Float64Array[] | undefined;
  readonly D: readonly Float64Array[] | undefined;
}

/** A compiled model. Immutable, except for the private copy of a learning agent (see learning.ts). */
export interface Model {
  readonly transitions: readonly Transition[];
  readonly likelihoods: readonly Likelihood[];
  /** Empty columns when state information gain is off. */
  readonly joint: JointOutcomes;
  /** Product of all factors' states. */
  readonly jointStates: number;
  /** Sum of all factors' states: the length of concatenated marginals. */
  readonly marginalLength: number;
  /** Σ states·controls over all factors: the length of the predictions of one planning step. */
  readonly planLength: number;
  /** Sum of all factors' controls. */
  readonly controlLength: number;
  /** Control of factor f in joint control u at [u·factors + f]; the last factor varies fastest. */
  readonly controlTable: Int32Array;
  /**
   * Planning leaves out predicted weights up to this: all of them together are less than the rounding of 1.
   * 0 with parameter information gain, whose weights W are unbounded.
   */
  readonly negligible: number;
  /** Product of all factors' controls: the number of branches at each node of the policy tree. */
  readonly jointControls: number;
  readonly policyLength: number;
  /** Prefixes of policies with equal ones merged; null where none are equal, or where the model learns its transitions. */
  readonly plan: PolicyPlan | null;
  /** jointControls ^ policyLength. */
  readonly policies: number;
  /** Concatenated D. */
  readonly initialPrior: Float64Array;
  /** ln E, empty without E. */
  readonly logHabits: Float64Array;
  /** Expected log preference, [utilityColumns, joint states] in nats; empty when utility is off. */
  readonly utility: Float64Array;
  /** 1, or the policy length when some C has a time axis. */
  readonly utilityColumns: number;
  /** ln softmax C per modality, kept to recompute utility while A is learned. */
  readonly preferences: readonly Float64Array[];
  readonly counts: InitialCounts;
  readonly learningRates: { readonly A: number; readonly B: number; readonly D: number };
  readonly gamma: number;
  readonly alpha: number;
  readonly useUtility: boolean;
  readonly useStatesInfoGain: boolean;
  /** Parameter information gain of A and of B: on where it is asked for and counts exist. */
  readonly gainA: boolean;
  readonly gainB: boolean;
  readonly actionSelection: ActionSelection;
  readonly samplingMode: SamplingMode;
  readonly maxIterations: number;
  readonly freeEnergyTolerance: number;
}

/** A description is compiled, or refused with all problems found; each problem names the array and the index. */
export type ModelBuild =
  | { readonly state: "valid"; readonly model: Model }
  | { readonly state: "invalid"; readonly problems: readonly string[] };

/** Validates and compiles a description. Its arrays are copied, so later changes to them have no effect. */
export function buildModel(spec: ModelSpec): ModelBuild {
  const problems = findProblems(spec);
  if (problems.length > 0) return { state: "invalid", problems };
  const useStatesInfoGain = spec.useStatesInfoGain ?? true;
  const gainA = (spec.useParamInfoGain ?? false) && spec.pA !== undefined;
  const likelihoods = spec.A.map((A, m) => buildLikelihood(A, spec.pA?.[m], gainA));
  const jointStates = likelihoods[0]?.jointStates ?? 0;
  const entries = Math.max(
    countJointEntries(likelihoods, jointStates),
    likelihoods.reduce((total, { outcomes }) => total * outcomes, 1),
  );
  if (useStatesInfoGain && entries > MAX_JOINT_ENTRIES) {
    return { state: "invalid", problems: [`A gives ${entries} joint outcomes, more than ${MAX_JOINT_ENTRIES}`] };
  }
  return { state: "valid", model: compile(spec, likelihoods, jointStates, useStatesInfoGain, gainA) };
}

function copies(tensors: readonly Tensor[] | undefined): readonly Float64Array[] | undefined {
  return tensors?.map(({ data }) => Float64Array.from(data));
}

function compileTransitions(spec: ModelSpec, gainB: boolean): readonly Transition[] {
  let offset = 0;
  let planOffset = 0;
  let controlOffset = 0;
  return spec.B.map((B, f) => {
    const transition = buildTransition(B, spec.pB?.[f], { offset, planOffset, controlOffset }, gainB);
    offset += transition.states;
    planOffset += transition.states * transition.controls;
    controlOffset += transition.controls;
    return transition;
  });
}

function compile(
  spec: ModelSpec,
  likelihoods: readonly Likelihood[],
  jointStates: number,
  useStatesInfoGain: boolean,
  gainA: boolean,
): Model {
  const gainB = (spec.useParamInfoGain ?? false) && spec.pB !== undefined;
  const useUtility = spec.useUtility ?? true;
  const transitions = compileTransitions(spec, gainB);
  const counts = { A: copies(spec.pA), B: copies(spec.pB), D: copies(spec.pD) };
  if (gainA) for (const [m, each] of likelihoods.entries()) refreshLikelihood(each, countsAt(counts.A, m), false);
  if (gainB) for (const [f, each] of transitions.entries()) refreshTransition(each, countsAt(counts.B, f), false);
  const jointControls = transitions.reduce((total, { controls }) => total * controls, 1);
  const utilityColumns = spec.C.some(({ shape }) => shape.length === 2) ? spec.policyLength : 1;
  const preferences = spec.C.map((C) => logPreferences(C, utilityColumns));
  const utility = new Float64Array(useUtility ? utilityColumns * jointStates : 0);
  if (useUtility) fillUtility(utility, likelihoods, preferences, utilityColumns, jointStates);
  const controlTable = tabulateControls(transitions, jointControls);
  const { policyLength } = spec;
  // Counts of B change the transitions from step to step, and their information gain depends on the way to a prediction.
  const merges = spec.pB === undefined;
  const timed = useUtility && utilityColumns > 1;
  return {
    transitions,
    likelihoods,
    plan: merges ? planPolicies({ transitions, controlTable, jointControls, policyLength, timed }) : null,
    joint: buildJointOutcomes(useStatesInfoGain ? likelihoods : [], useStatesInfoGain ? jointStates : 0),
    jointStates,
    marginalLength: transitions.reduce((total, { states }) => total + states, 0),
    planLength: transitions.reduce((total, { states, controls }) => total + states * controls, 0),
    controlLength: transitions.reduce((total, { controls }) => total + controls, 0),
    controlTable,
    negligible: gainA || gainB ? 0 : Number.EPSILON / 2 / jointStates,
    jointControls,
    policyLength,
    policies: jointControls ** spec.policyLength,
    initialPrior: Float64Array.from(spec.D.flatMap(({ data }) => Array.from(data))),
    logHabits: spec.E === undefined ? new Float64Array(0) : Float64Array.from(spec.E, safeLog),
    utility,
    utilityColumns,
    preferences,
    counts,
    learningRates: { A: spec.learningRateA ?? 1, B: spec.learningRateB ?? 1, D: spec.learningRateD ?? 1 },
    gamma: spec.gamma ?? 16,
    alpha: spec.alpha ?? 16,
    useUtility,
    useStatesInfoGain,
    gainA,
    gainB,
    actionSelection: spec.actionSelection ?? "deterministic",
    samplingMode: spec.samplingMode ?? "marginal",
    maxIterations: spec.maxIterations ?? 10,
    freeEnergyTolerance: spec.freeEnergyTolerance ?? 1e-3,
  };
}

function countsAt(counts: readonly Float64Array[] | undefined, index: number): Float64Array {
  return counts?.[index] ?? new Float64Array(0);
}

function tabulateControls(transitions: readonly Transition[], jointControls: number): Int32Array {
  const table = new Int32Array(jointControls * transitions.length);
  for (let u = 0; u < jointControls; u += 1) {
    let rest = u;
    for (let f = transitions.length - 1; f >= 0; f -= 1) {
      const controls = transitions[f]?.controls ?? 1;
      table[u * transitions.length + f] = rest % controls;
      rest = Math.floor(rest / controls);
    }
  }
  return table;
}
