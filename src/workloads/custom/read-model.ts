// Reads a model file, which anybody may have written: every size is bounded before anything is built, and what is wrong is told all at once.
import type { ModelSpec } from "../../inference/model-spec.ts";
import { ArrayReader, likelihoodList, transitionList } from "./array-reader.ts";
import { readDependencies } from "./dependencies.ts";
import { Findings, quoted } from "./findings.ts";
import { jointOutcomesProblem } from "./joint-outcomes-bound.ts";
import { MODEL_SCHEMA, MODEL_VERSION } from "./limits.ts";
import type { OwnModel, ReadModel } from "./own-model.ts";
import { type JsonFields, readEpisodeSteps, readPolicyLength, readSettings } from "./read-settings.ts";
import { readSizes } from "./read-sizes.ts";

/** Every name that a file may have. */
const KNOWN: ReadonlySet<string> = new Set(
  (
    "schema name A B C D E pA pB pD policy_len gamma alpha use_utility use_states_info_gain use_param_info_gain " +
    "action_selection sampling_mode inference_algo lr_pA lr_pB lr_pD num_iter dF dF_tol A_dependencies B_dependencies episode_steps"
  ).split(" "),
);
const NAME_MOST = 80;

function isObject(json: unknown): json is JsonFields {
  return typeof json === "object" && json !== null && !Array.isArray(json);
}

/** @returns why this is no model file that can be read here, or null */
function schemaProblem(schema: unknown): string | null {
  const current = `${MODEL_SCHEMA}/${MODEL_VERSION}`;
  if (schema === undefined) {
    return `The field "schema" is missing. A model file begins with "schema": "${current}"; docs/your-model.md has lines of Python that write one.`;
  }
  const [, version] = typeof schema === "string" ? (/^headroom-model\/([1-9]\d{0,5})$/.exec(schema) ?? []) : [];
  if (version === undefined)
    return `The field "schema" is ${quoted(schema)}, not "${current}": this is another kind of file.`;
  if (Number(version) > MODEL_VERSION) {
    return `This file was written for a newer Headroom (model version ${version}; this one reads ${MODEL_VERSION}). Reload the page to get the newest Headroom.`;
  }
  return null;
}

function readName(fields: JsonFields): string | null {
  const { name } = fields;
  return typeof name === "string" && name.trim() !== "" ? name.trim().slice(0, NAME_MOST) : null;
}

function unknownRemark(fields: JsonFields): string[] {
  const unknown = Object.keys(fields).filter((name) => !KNOWN.has(name));
  if (unknown.length === 0) return [];
  const some = unknown.slice(0, 5).map(quoted).join(", ");
  return [
    `Not read, since Headroom has no use for it: ${some}${unknown.length > 5 ? ` and ${unknown.length - 5} more` : ""}.`,
  ];
}

/**
 * Reads parsed JSON of unknown origin as a model.
 * @param json of bounded size; what is nested deeper than an array of a model is refused without being followed
 */
export function readModel(json: unknown): ReadModel {
  if (!isObject(json)) {
    return {
      state: "refused",
      problems: [`A model file holds an object with the fields A, B and so on; this is ${quoted(json)}.`],
    };
  }
  const schema = schemaProblem(json["schema"]);
  if (schema !== null) return { state: "refused", problems: [schema] };
  const findings = new Findings();
  const fields = json;
  const settings = readSettings(findings, fields);
  const policyLength = readPolicyLength(findings, fields);
  const episodeSteps = readEpisodeSteps(findings, fields);
  const sizes = readSizes(findings, likelihoodList(fields, "A"), transitionList(fields, "B"), policyLength);
  const dependencies = sizes === null ? null : readDependencies(findings, fields, sizes);
  if (sizes === null || dependencies === null) return { state: "refused", problems: findings.list() };
  const reader = new ArrayReader(findings, fields, sizes, dependencies);
  const has = (name: string): boolean => (fields[name] ?? null) !== null;
  const counts = {
    pA: has("pA") ? reader.likelihoods("pA") : null,
    pB: has("pB") ? reader.transitions("pB") : null,
    pD: has("pD") ? reader.initials("pD", null) : null,
  };
  const arrays = {
    A: reader.likelihoods("A"),
    B: reader.transitions("B"),
    C: reader.preferences(policyLength),
    D: reader.initials("D", counts.pD),
  };
  const E = reader.habits(sizes.policies);
  if (arrays.A !== null && settings.useStatesInfoGain) {
    const excess = jointOutcomesProblem(arrays.A);
    if (excess !== null) findings.add(excess);
  }
  const { A: a, B: b, C: c, D: d } = arrays;
  if (findings.count > 0 || a === null || b === null || c === null || d === null || policyLength === null) {
    return { state: "refused", problems: findings.list() };
  }
  reader.finish();
  const spec: ModelSpec = {
    ...settings,
    policyLength,
    A: a,
    B: b,
    C: c,
    D: d,
    ...(E === null ? {} : { E: E.data }),
    ...(counts.pA === null ? {} : { pA: counts.pA }),
    ...(counts.pB === null ? {} : { pB: counts.pB }),
    ...(counts.pD === null ? {} : { pD: counts.pD }),
  };
  const model: OwnModel = { spec, episodeSteps };
  return { state: "read", model, name: readName(fields), remarks: [...reader.remarks, ...unknownRemark(fields)] };
}
