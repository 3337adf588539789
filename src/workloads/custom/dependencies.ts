// On which factors each array depends: pymdp 1.x leaves factors out that an array does not depend on, and the engine has all of them.
import type { Tensor } from "../../inference/model-spec.ts";
import { type Findings, grouped, quoted } from "./findings.ts";
import { MODEL_LIMITS } from "./limits.ts";
import type { JsonFields } from "./read-settings.ts";
import type { Sizes } from "./read-sizes.ts";

/** The factors of each modality, in the order of its axes. */
export type Dependencies = readonly (readonly number[])[];

function isFactorList(value: unknown, factors: number): value is readonly number[] {
  return (
    Array.isArray(value) &&
    value.length <= factors &&
    new Set(value).size === value.length &&
    value.every((f) => typeof f === "number" && Number.isInteger(f) && f >= 0 && f < factors)
  );
}

function transitionsProblem(given: unknown, factors: number): string | null {
  const isOwn =
    Array.isArray(given) &&
    given.length === factors &&
    given.every((list, f) => Array.isArray(list) && list.length === 1 && list[0] === f);
  return isOwn
    ? null
    : "B_dependencies says that a factor changes by the state of another one. Here each factor changes by its own state alone; join such factors into one.";
}

/** Every modality depends on every factor, unless the file says otherwise. @returns null where what it says is wrong */
export function readDependencies(
  findings: Findings,
  fields: JsonFields,
  { states, outcomes }: Sizes,
): Dependencies | null {
  const ofB = fields["B_dependencies"] ?? null;
  const problem = ofB === null ? null : transitionsProblem(ofB, states.length);
  if (problem !== null) findings.add(problem);
  const all = states.map((_, f) => f);
  const given = fields["A_dependencies"] ?? null;
  if (given === null) return problem === null ? outcomes.map(() => all) : null;
  const isSound =
    Array.isArray(given) && given.length === outcomes.length && given.every((one) => isFactorList(one, states.length));
  if (!isSound) {
    const found = Array.isArray(given) ? `a list of ${grouped(given.length)}` : quoted(given);
    findings.add(
      `A_dependencies is ${found}; it must have one list for each of the ${outcomes.length} modalities, with numbers of factors from 0 to ${states.length - 1}.`,
    );
    return null;
  }
  const dependencies: Dependencies = given;
  for (const [m, size] of outcomes.entries()) {
    const entries = size * states.reduce((product, count) => product * count, 1);
    if (entries <= MODEL_LIMITS.entriesMost) continue;
    findings.add(
      `A[${m}] over all factors would have ${grouped(entries)} numbers; at most ${grouped(MODEL_LIMITS.entriesMost)} are run. Give fewer outcomes or states.`,
    );
    return null;
  }
  return problem === null ? dependencies : null;
}

/** The same array over all factors: it repeats along those that it does not depend on. @param factors those of its axes */
export function spreadOver(tensor: Tensor, factors: readonly number[], states: readonly number[]): Tensor {
  const isWhole = factors.length === states.length && factors.every((f, axis) => f === axis);
  if (isWhole) return tensor;
  const [outcomes = 1] = tensor.shape;
  const joint = states.reduce((product, size) => product * size, 1);
  const own = factors.reduce((product, f) => product * (states[f] ?? 1), 1);
  const data = new Float64Array(outcomes * joint);
  for (let s = 0; s < joint; s += 1) {
    const index = new Map<number, number>();
    let rest = s;
    for (let f = states.length - 1; f >= 0; f -= 1) {
      index.set(f, rest % (states[f] ?? 1));
      rest = Math.floor(rest / (states[f] ?? 1));
    }
    const from = factors.reduce((at, f) => at * (states[f] ?? 1) + (index.get(f) ?? 0), 0);
    for (let o = 0; o < outcomes; o += 1) data[o * joint + s] = tensor.data[o * own + from] ?? 0;
  }
  return { shape: [outcomes, ...states], data };
}
