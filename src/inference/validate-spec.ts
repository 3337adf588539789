// Checks a model description. Every problem names the array and the index where it is.
import type { ModelSpec, Tensor } from "./model-spec.ts";

const MAX_PROBLEMS = 20;
const SUM_TOLERANCE = 1e-6;
/** Bounds that keep a wrong description from exhausting memory; far above any model of the benchmark. */
const MAX_POLICIES = 1_000_000;
const MAX_JOINT_STATES = 1_000_000;

/** Collects problems up to a maximum, so that one wrong array does not hide the others. */
interface Findings {
  readonly problems: string[];
  omitted: number;
}

function report(findings: Findings, problem: string): void {
  if (findings.problems.length < MAX_PROBLEMS) findings.problems.push(problem);
  else findings.omitted += 1;
}

function shown(value: number): string {
  return String(Number(value.toPrecision(6)));
}

function shapeText(shape: readonly number[]): string {
  return `[${shape.join(", ")}]`;
}

function product(values: readonly number[]): number {
  return values.reduce((total, value) => total * value, 1);
}

/** Index of entry `flat` of a row-major array, as "3,0,1". */
function indexText(flat: number, shape: readonly number[]): string {
  const indices: number[] = [];
  let rest = flat;
  for (const size of shape.toReversed()) {
    indices.unshift(rest % size);
    rest = Math.floor(rest / size);
  }
  return indices.join(",");
}

/** True when the tensor has the expected shape, and as many finite (and non-negative) values as that shape needs. */
function checkTensor(
  findings: Findings,
  name: string,
  tensor: Tensor,
  expected: readonly number[],
  allowNegative = false,
): boolean {
  if (tensor.shape.length !== expected.length || tensor.shape.some((size, axis) => size !== expected[axis])) {
    report(findings, `${name} has shape ${shapeText(tensor.shape)}, not ${shapeText(expected)}`);
    return false;
  }
  const size = product(expected);
  if (tensor.data.length !== size) {
    report(findings, `${name} has ${tensor.data.length} values, its shape ${shapeText(expected)} needs ${size}`);
    return false;
  }
  let sound = true;
  for (let i = 0; i < size; i += 1) {
    const value = tensor.data[i] ?? Number.NaN;
    if (!Number.isFinite(value)) {
      report(findings, `${name}[${indexText(i, expected)}] is ${value}, not a finite number`);
      sound = false;
    } else if (value < 0 && !allowNegative) {
      report(findings, `${name}[${indexText(i, expected)}] is ${shown(value)}, below 0`);
      sound = false;
    }
  }
  return sound;
}

/** Columns are over the first axis. `positive` asks only for a positive sum, as for counts. */
function checkColumns(findings: Findings, name: string, tensor: Tensor, positive: boolean): void {
  const [rows = 0, ...rest] = tensor.shape;
  const columns = product(rest);
  for (let column = 0; column < columns; column += 1) {
    let sum = 0;
    for (let row = 0; row < rows; row += 1) sum += tensor.data[row * columns + column] ?? 0;
    const place = rest.length === 0 ? name : `${name}[·,${indexText(column, rest)}]`;
    if (positive && !(sum > 0)) report(findings, `${place} has no positive count`);
    if (!positive && Math.abs(sum - 1) > SUM_TOLERANCE) report(findings, `${place} sums to ${shown(sum)}, not 1`);
  }
}

function checkCount(findings: Findings, name: string, found: number, wanted: number, per: string): void {
  if (found !== wanted) report(findings, `${name} has ${found} arrays, not ${wanted} (one per ${per})`);
}

function checkFamily(
  findings: Findings,
  name: string,
  tensors: readonly Tensor[] | undefined,
  shapes: readonly (readonly number[])[],
  counts: boolean,
): void {
  if (tensors === undefined) return;
  checkCount(findings, name, tensors.length, shapes.length, name.endsWith("A") ? "modality" : "factor");
  for (const [i, tensor] of tensors.entries()) {
    const shape = shapes[i];
    if (shape === undefined) continue;
    if (checkTensor(findings, `${name}[${i}]`, tensor, shape)) {
      checkColumns(findings, `${name}[${i}]`, tensor, counts);
    }
  }
}

function checkPreferences(findings: Findings, spec: ModelSpec, outcomes: readonly number[]): void {
  checkCount(findings, "C", spec.C.length, outcomes.length, "modality");
  for (const [m, tensor] of spec.C.entries()) {
    const size = outcomes[m];
    if (size === undefined) continue;
    const steps = tensor.shape[1];
    if (tensor.shape.length === 2 && steps !== undefined && steps >= spec.policyLength) {
      checkTensor(findings, `C[${m}]`, tensor, [size, steps], true);
    } else if (tensor.shape.length === 2) {
      report(findings, `C[${m}] has ${steps} columns, fewer than the ${spec.policyLength} steps of a policy`);
    } else checkTensor(findings, `C[${m}]`, tensor, [size], true);
  }
}

function checkSettings(findings: Findings, spec: ModelSpec, policies: number): void {
  const { E } = spec;
  if (E !== undefined) {
    const tensor = { shape: [E.length], data: E };
    if (checkTensor(findings, "E", tensor, [policies])) checkColumns(findings, "E", tensor, true);
  }
  const rates = { learningRateA: 1, learningRateB: 1, learningRateD: 1, gamma: 1, alpha: 1, freeEnergyTolerance: 0 };
  const { learningRateA, learningRateB, learningRateD, gamma, alpha, freeEnergyTolerance } = { ...rates, ...spec };
  const given = { learningRateA, learningRateB, learningRateD, gamma, alpha, freeEnergyTolerance };
  for (const [name, value] of Object.entries(given)) {
    if (!Number.isFinite(value) || value < 0)
      report(findings, `${name} is ${value}, not a finite number of at least 0`);
  }
  const { maxIterations = 10 } = spec;
  if (!Number.isInteger(maxIterations) || maxIterations < 1) {
    report(findings, `maxIterations is ${maxIterations}, not a whole number of at least 1`);
  }
}

/**
 * Problems of a description, at most 20 and one line that counts the rest; empty when it is valid.
 * Checked: shapes, finite and non-negative values, columns that sum to 1 within 1e-6, counts with a positive sum.
 */
export function findProblems(spec: ModelSpec): readonly string[] {
  const findings: Findings = { problems: [], omitted: 0 };
  if (spec.A.length === 0) report(findings, "A has no modality");
  if (spec.B.length === 0) report(findings, "B has no factor");
  if (!Number.isInteger(spec.policyLength) || spec.policyLength < 1) {
    report(findings, `policyLength is ${spec.policyLength}, not a whole number of at least 1`);
  }
  const outcomes = spec.A.map((tensor) => tensor.shape[0] ?? 0);
  const states = spec.B.map((tensor) => tensor.shape[0] ?? 0);
  const controls = spec.B.map((tensor) => tensor.shape[2] ?? 0);
  for (const [name, sizes] of Object.entries({ A: outcomes, B: states.concat(controls) })) {
    if (sizes.some((size) => !Number.isInteger(size) || size < 1)) {
      report(findings, `${name} has an axis that is not a whole number of at least 1`);
    }
  }
  const policies = product(controls) ** spec.policyLength;
  if (policies > MAX_POLICIES) report(findings, `B gives ${policies} policies, more than ${MAX_POLICIES}`);
  if (product(states) > MAX_JOINT_STATES) {
    report(findings, `B gives ${product(states)} joint states, more than ${MAX_JOINT_STATES}`);
  }
  if (findings.problems.length > 0) return findings.problems;

  const shapesA = outcomes.map((size) => [size, ...states]);
  const shapesB = states.map((size, f) => [size, size, controls[f] ?? 0]);
  const shapesD = states.map((size) => [size]);
  checkFamily(findings, "A", spec.A, shapesA, false);
  checkFamily(findings, "B", spec.B, shapesB, false);
  checkPreferences(findings, spec, outcomes);
  checkCount(findings, "D", spec.D.length, states.length, "factor");
  checkFamily(findings, "D", spec.D.slice(0, states.length), shapesD, false);
  checkFamily(findings, "pA", spec.pA, shapesA, true);
  checkFamily(findings, "pB", spec.pB, shapesB, true);
  checkFamily(findings, "pD", spec.pD, shapesD, true);
  checkSettings(findings, spec, policies);
  if (findings.omitted > 0) findings.problems.push(`and ${findings.omitted} more`);
  return findings.problems;
}
