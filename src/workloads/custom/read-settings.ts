// Reads the plain settings of a model file: precisions, switches, learning rates, all under the names that pymdp has for them.
import type { ActionSelection, ModelSpec, SamplingMode } from "../../inference/model-spec.ts";
import { type Findings, grouped, quoted } from "./findings.ts";
import { MODEL_LIMITS } from "./limits.ts";

export type JsonFields = Readonly<Record<string, unknown>>;

/** A number of a file; left out it is `usual`. */
function numberOf(findings: Findings, fields: JsonFields, name: string, usual: number, isWhole: boolean, most: number) {
  const value = fields[name] ?? usual;
  const least = isWhole ? 1 : 0;
  const fits = typeof value === "number" && value >= least && value <= most && (!isWhole || Number.isInteger(value));
  if (fits) return value;
  const kind = isWhole ? "whole number" : "number";
  findings.add(`${name} is ${quoted(value)}; it must be a ${kind} from ${least} to ${grouped(most)}.`);
  return usual;
}

function flagOf(findings: Findings, fields: JsonFields, name: string, usual: boolean): boolean {
  const value = fields[name] ?? usual;
  if (typeof value === "boolean") return value;
  findings.add(`${name} is ${quoted(value)}; it must be true or false.`);
  return usual;
}

function wordOf<Word extends string>(
  findings: Findings,
  fields: JsonFields,
  name: string,
  words: readonly [Word, ...Word[]],
): Word {
  const value = fields[name] ?? words[0];
  const known = words.find((word) => word === value);
  if (known === undefined) findings.add(`${name} is ${quoted(value)}; it must be one of: ${words.join(", ")}.`);
  return known ?? words[0];
}

const RATE_MOST = 1_000_000;

const SELECTIONS: readonly [ActionSelection, ...ActionSelection[]] = ["deterministic", "stochastic"];
const SAMPLINGS: readonly [SamplingMode, ...SamplingMode[]] = ["marginal", "full"];
/** Names that pymdp 0.0.7.1 and 1.x have for the one algorithm that is here. */
const ALGORITHMS: readonly [string, ...string[]] = ["VANILLA", "vanilla", "fpi"];

/** How many steps ahead policies go. @returns null where that is no such number */
export function readPolicyLength(findings: Findings, fields: JsonFields): number | null {
  const before = findings.count;
  const length = numberOf(findings, fields, "policy_len", 1, true, MODEL_LIMITS.policyLengthMost);
  return findings.count === before ? length : null;
}

/** @returns null for a model that never begins again */
export function readEpisodeSteps(findings: Findings, fields: JsonFields): number | null {
  const given = fields["episode_steps"] ?? null;
  return given === null ? null : numberOf(findings, fields, "episode_steps", 1, true, MODEL_LIMITS.episodeStepsMost);
}

/** Everything of a description but its arrays and its policy length. */
export function readSettings(
  findings: Findings,
  fields: JsonFields,
): Required<Omit<ModelSpec, "A" | "B" | "C" | "D" | "E" | "pA" | "pB" | "pD" | "policyLength">> {
  if (typeof fields["inference_algo"] === "string") wordOf(findings, fields, "inference_algo", ALGORITHMS);
  const number = (name: string, usual: number) => numberOf(findings, fields, name, usual, false, RATE_MOST);
  return {
    gamma: number("gamma", 16),
    alpha: number("alpha", 16),
    useUtility: flagOf(findings, fields, "use_utility", true),
    useStatesInfoGain: flagOf(findings, fields, "use_states_info_gain", true),
    useParamInfoGain: flagOf(findings, fields, "use_param_info_gain", false),
    actionSelection: wordOf(findings, fields, "action_selection", SELECTIONS),
    samplingMode: wordOf(findings, fields, "sampling_mode", SAMPLINGS),
    learningRateA: number("lr_pA", 1),
    learningRateB: number("lr_pB", 1),
    learningRateD: number("lr_pD", 1),
    maxIterations: numberOf(findings, fields, "num_iter", 10, true, 1_000),
    freeEnergyTolerance: number("dF_tol", 1e-3),
  };
}
