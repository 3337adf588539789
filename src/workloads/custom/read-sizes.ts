// The sizes of a model, taken from its B and A before anything is read: so that what would explode is refused ahead, with the number and what to shorten.
import { type Findings, grouped, quoted } from "./findings.ts";
import { MODEL_LIMITS } from "./limits.ts";
import { shapeOf } from "./read-array.ts";

export interface Sizes {
  /** Of each factor. */
  readonly states: readonly number[];
  readonly controls: readonly number[];
  /** Of each modality. */
  readonly outcomes: readonly number[];
  readonly jointStates: number;
  readonly policies: number;
}

function product(values: readonly number[]): number {
  return values.reduce((total, value) => total * value, 1);
}

function isList(value: unknown): value is readonly unknown[] {
  return Array.isArray(value) && value.length > 0;
}

function listOf(
  findings: Findings,
  value: unknown,
  name: string,
  most: number,
  per: string,
): readonly unknown[] | null {
  if (!isList(value)) {
    findings.add(`${name} is ${quoted(value)}; it must be a list of arrays, one for each ${per}.`);
    return null;
  }
  if (value.length > most) {
    findings.add(`${name} has ${grouped(value.length)} arrays, one for each ${per}; at most ${most} are read.`);
    return null;
  }
  return value;
}

/** The largest policy length that keeps the limit; 0 where not even one step does. */
function longestWithin(jointControls: number): number {
  let length = 0;
  for (let count = jointControls; count <= MODEL_LIMITS.policiesMost && length < 99; count *= jointControls) {
    length += 1;
    if (jointControls === 1) break;
  }
  return length;
}

function policiesProblem(controls: readonly number[], policyLength: number): string | null {
  const joint = product(controls);
  const policies = joint ** policyLength;
  if (policies <= MODEL_LIMITS.policiesMost) return null;
  const longest = longestWithin(joint);
  const wayOut =
    longest === 0
      ? "Give B fewer actions."
      : `Set policy_len to ${longest} or less (${grouped(joint ** longest)} policies), or give B fewer actions.`;
  const steps = policyLength === 1 ? "one step" : `${policyLength} steps`;
  const counted = policies < 1e15 ? grouped(policies) : `about ${policies.toExponential(0)}`;
  return `There would be ${counted} policies: ${grouped(joint)} combinations of actions (${controls.join(" × ")}) over ${steps}. At most ${grouped(MODEL_LIMITS.policiesMost)} are planned. ${wayOut}`;
}

/** @param A list of arrays @param B list of arrays @returns null where sizes are unknown or beyond the limits */
export function readSizes(findings: Findings, A: unknown, B: unknown, policyLength: number | null): Sizes | null {
  const factors = listOf(findings, B, "B", MODEL_LIMITS.factorsMost, "factor");
  const modalities = listOf(findings, A, "A", MODEL_LIMITS.modalitiesMost, "modality");
  if (factors === null) return null;
  const shapes = factors.map((value, f) => {
    const axes = ["next states", "states before", "actions"];
    return shapeOf(findings, value, { name: `B[${f}]`, axes, shape: [], allowNegative: false });
  });
  const known = shapes.filter((shape) => shape !== null);
  if (known.length < shapes.length) return null;
  const states = known.map(([size = 1]) => size);
  const controls = known.map(([, , size = 1]) => size);
  const jointStates = product(states);
  if (jointStates > MODEL_LIMITS.jointStatesMost) {
    findings.add(
      `B gives ${grouped(jointStates)} joint states (${states.map(grouped).join(" × ")}); at most ${grouped(MODEL_LIMITS.jointStatesMost)} are run. Give fewer states or fewer factors.`,
    );
  }
  const tooMany = policyLength === null ? null : policiesProblem(controls, policyLength);
  if (tooMany !== null) findings.add(tooMany);
  if (modalities === null || jointStates > MODEL_LIMITS.jointStatesMost || tooMany !== null) return null;
  const outcomes = modalities.map((value) => (Array.isArray(value) && value.length > 0 ? value.length : 1));
  return { states, controls, outcomes, jointStates, policies: product(controls) ** (policyLength ?? 1) };
}
