// The format of recorded pymdp agents: its schema, and how a recording becomes a model description.
import * as v from "valibot";
import type { ModelSpec } from "../model-spec.ts";

const tensor = v.object({ shape: v.array(v.number()), data: v.array(v.number()) });
const tensors = v.array(tensor);
const marginals = v.array(v.array(v.number()));

const step = v.object({
  obs: v.array(v.number()),
  reset: v.optional(v.boolean()),
  prior: v.optional(marginals),
  qs: marginals,
  vfe_initial_then_per_iter: v.optional(v.array(v.number())),
  fpi_iters: v.optional(v.number()),
  pA: v.optional(tensors),
  pB: v.optional(tensors),
  A: v.optional(tensors),
  B: v.optional(tensors),
  G: v.array(v.number()),
  q_pi: v.array(v.number()),
  action_marginals: v.optional(marginals),
  action: v.array(v.number()),
  action_tie_sets: v.optional(marginals),
  policy_tie_set: v.optional(v.array(v.number())),
  stochastic_action_probs: v.optional(marginals),
});

/** One recorded agent: its model, settings and every step. */
const pymdpTrace = v.object({
  case: v.string(),
  num_obs: v.array(v.number()),
  num_states: v.array(v.number()),
  num_controls: v.array(v.number()),
  policy_len: v.number(),
  gamma: v.number(),
  alpha: v.number(),
  use_utility: v.boolean(),
  use_states_info_gain: v.boolean(),
  use_param_info_gain: v.boolean(),
  action_selection: v.picklist(["deterministic", "stochastic"]),
  sampling_mode: v.picklist(["marginal", "full"]),
  inference_params: v.object({ num_iter: v.number(), dF_tol: v.number() }),
  A: tensors,
  B: tensors,
  C: tensors,
  D: tensors,
  E: v.nullish(v.union([v.array(v.number()), tensor])),
  policies: tensor,
  pA0: v.nullish(tensors),
  pB0: v.nullish(tensors),
  pD0: v.nullish(tensors),
  pA: v.nullish(tensors),
  pB: v.nullish(tensors),
  pD: v.nullish(tensors),
  lr_pA: v.nullish(v.number()),
  lr_pB: v.nullish(v.number()),
  lr_pD: v.nullish(v.number()),
  pD_final: v.nullish(tensors),
  D_final: v.nullish(tensors),
  steps: v.array(step),
});

export type PymdpTrace = v.InferOutput<typeof pymdpTrace>;
export type PymdpTraceStep = PymdpTrace["steps"][number];

/** Parses a recording. @throws valibot's error, with its issues, when the value is not one */
export function parsePymdpTrace(value: unknown): PymdpTrace {
  return v.parse(pymdpTrace, value);
}

/** The model description that was recorded. */
export function specOfTrace(trace: PymdpTrace): ModelSpec {
  const pA = trace.pA0 ?? trace.pA;
  const pB = trace.pB0 ?? trace.pB;
  const pD = trace.pD0 ?? trace.pD;
  const { E } = trace;
  return {
    A: trace.A,
    B: trace.B,
    C: trace.C,
    D: trace.D,
    ...(E ? { E: Array.isArray(E) ? E : E.data } : {}),
    ...(pA ? { pA } : {}),
    ...(pB ? { pB } : {}),
    ...(pD ? { pD } : {}),
    learningRateA: trace.lr_pA ?? 1,
    learningRateB: trace.lr_pB ?? 1,
    learningRateD: trace.lr_pD ?? 1,
    policyLength: trace.policy_len,
    gamma: trace.gamma,
    alpha: trace.alpha,
    useUtility: trace.use_utility,
    useStatesInfoGain: trace.use_states_info_gain,
    useParamInfoGain: trace.use_param_info_gain,
    actionSelection: trace.action_selection,
    samplingMode: trace.sampling_mode,
    maxIterations: trace.inference_params.num_iter,
    freeEnergyTolerance: trace.inference_params.dF_tol,
  };
}

/** Whether the recorded agent learns: its steps hold counts, or it ends with counts of D. */
export function learnsInTrace(trace: PymdpTrace): boolean {
  return trace.steps.some((each) => each.pA !== undefined || each.pB !== undefined) || Boolean(trace.pD_final);
}
