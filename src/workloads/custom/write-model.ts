// Writes a model as the one text that all files of the same model come to: what its hash is of, and what travels.
import type { ModelSpec, Tensor } from "../../inference/model-spec.ts";
import { MODEL_SCHEMA, MODEL_VERSION } from "./limits.ts";
import type { OwnModel } from "./own-model.ts";

type Nested = number | readonly Nested[];

function nested({ shape, data }: Tensor): Nested {
  const part = (depth: number, from: number): Nested => {
    const size = shape[depth];
    if (size === undefined) return data[from] ?? 0;
    const width = shape.slice(depth + 1).reduce((product, length) => product * length, 1);
    return Array.from({ length: size }, (_, i) => part(depth + 1, from + i * width));
  };
  return part(0, 0);
}

function arrays(tensors: readonly Tensor[] | undefined): readonly Nested[] | undefined {
  return tensors?.map(nested);
}

/** Fields in one order, every setting written out; readModel gives the same model back. What is undefined is left out by JSON. */
function fieldsOf({ spec, episodeSteps }: OwnModel): object {
  const { E }: ModelSpec = spec;
  return {
    schema: `${MODEL_SCHEMA}/${MODEL_VERSION}`,
    policy_len: spec.policyLength,
    gamma: spec.gamma ?? 16,
    alpha: spec.alpha ?? 16,
    use_utility: spec.useUtility ?? true,
    use_states_info_gain: spec.useStatesInfoGain ?? true,
    use_param_info_gain: spec.useParamInfoGain ?? false,
    action_selection: spec.actionSelection ?? "deterministic",
    sampling_mode: spec.samplingMode ?? "marginal",
    lr_pA: spec.learningRateA ?? 1,
    lr_pB: spec.learningRateB ?? 1,
    lr_pD: spec.learningRateD ?? 1,
    num_iter: spec.maxIterations ?? 10,
    dF_tol: spec.freeEnergyTolerance ?? 1e-3,
    episode_steps: episodeSteps ?? undefined,
    A: arrays(spec.A),
    B: arrays(spec.B),
    C: arrays(spec.C),
    D: arrays(spec.D),
    E: E === undefined ? undefined : Array.from(E),
    pA: arrays(spec.pA),
    pB: arrays(spec.pB),
    pD: arrays(spec.pD),
  };
}

/** The canonical text of a model: the same for the same model, whatever file it came from. */
export function writeModel(model: OwnModel): string {
  return JSON.stringify(fieldsOf(model));
}
