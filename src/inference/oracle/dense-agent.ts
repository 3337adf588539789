// The oracle for tests: the formulas of the engine written a second time, dense and without any optimisation.
import type { ModelSpec, Tensor } from "../model-spec.ts";

const EPS = 1e-16;
const KEPT = Math.exp(-16);

const sizesOf = (tensor: Tensor): readonly number[] => tensor.shape;
const product = (values: readonly number[]): number => values.reduce((a, b) => a * b, 1);
const sum = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0);
const log = (x: number): number => Math.log(x + EPS);
const dot = (a: readonly number[], b: readonly number[]): number => sum(a.map((x, i) => x * (b[i] ?? 0)));

function softmax(values: readonly number[]): number[] {
  const maximum = Math.max(...values);
  const weights = values.map((x) => Math.exp(x - maximum));
  const total = sum(weights);
  return weights.map((x) => x / total);
}

/** All index tuples of a shape, last index fastest. */
function indices(shape: readonly number[]): number[][] {
  return shape.reduce<number[][]>(
    (tuples, size) => tuples.flatMap((tuple) => Array.from({ length: size }, (_, i) => [...tuple, i])),
    [[]],
  );
}

/** The state of the oracle between steps; counts are replaced, never changed in place. */
export interface DenseState {
  readonly A: readonly Tensor[];
  readonly B: readonly Tensor[];
  readonly pA: readonly Tensor[] | undefined;
  readonly pB: readonly Tensor[] | undefined;
}

/** Entry of a row-major tensor. */
function at(tensor: Tensor, index: readonly number[]): number {
  let flat = 0;
  for (const [axis, i] of index.entries()) flat = flat * (sizesOf(tensor)[axis] ?? 0) + i;
  return tensor.data[flat] ?? 0;
}

export function predictDense(B: Tensor, q: readonly number[], control: number): number[] {
  return q.map((_, next) => sum(q.map((p, from) => at(B, [next, from, control]) * p)));
}

export interface DenseInference {
  readonly qs: readonly (readonly number[])[];
  readonly freeEnergy: readonly number[];
}

/** Posterior marginals and free energies (before the first and after each iteration). */
export function inferDense(
  spec: ModelSpec,
  A: readonly Tensor[],
  prior: readonly (readonly number[])[],
  observation: readonly number[],
): DenseInference {
  const joint = indices(prior.map((p) => p.length));
  const logs = joint.map((s) => log(product(A.map((each, m) => at(each, [observation[m] ?? 0, ...s])))));
  const logPrior = prior.map((p) => p.map(log));
  const complexity = (qs: readonly (readonly number[])[]): number =>
    sum(qs.map((q, f) => sum(q.map((x, i) => x * (log(x) - (logPrior[f]?.[i] ?? 0))))));
  let qs = prior.map((p) => p.map(() => 1 / p.length));
  const freeEnergy = [complexity(qs)];
  if (prior.length === 1) {
    return { qs: [softmax(logs.map((x, i) => x + (logPrior[0]?.[i] ?? 0)))], freeEnergy };
  }
  const tolerance = spec.freeEnergyTolerance ?? 1e-3;
  for (let iteration = 0; iteration < (spec.maxIterations ?? 10); iteration += 1) {
    const old = qs;
    const without = (s: readonly number[], f: number): number =>
      product(s.map((i, g) => (g === f ? 1 : (old[g]?.[i] ?? 0))));
    qs = old.map((q, f) =>
      softmax(
        q.map((_, i) => {
          const message = sum(joint.map((s, k) => (s[f] === i ? without(s, f) * (logs[k] ?? 0) : 0)));
          return message + (logPrior[f]?.[i] ?? 0);
        }),
      ),
    );
    const current = qs;
    const accuracy = sum(joint.map((s, k) => product(s.map((i, f) => current[f]?.[i] ?? 0)) * (logs[k] ?? 0)));
    const before = freeEnergy.at(-1) ?? 0;
    freeEnergy.push(complexity(qs) - accuracy);
    if (Math.abs(before - (freeEnergy.at(-1) ?? 0)) < tolerance) break;
  }
  return { qs, freeEnergy };
}

/** W = 1/Σ_o(p + ε) − 1/(p + ε) where p > 0, column by column over the first axis. */
function gainWeights(counts: Tensor): Tensor {
  const [rows = 0, ...rest] = sizesOf(counts);
  const columns = product(rest);
  const data = Array.from(counts.data, (count, i) => {
    const column = Array.from({ length: rows }, (_, r) => (counts.data[r * columns + (i % columns)] ?? 0) + EPS);
    return count > 0 ? 1 / sum(column) - 1 / (count + EPS) : 0;
  });
  return { shape: counts.shape, data };
}

/** G of one policy, [step][factor] controls, in nats. */
export function valueDense(
  spec: ModelSpec,
  state: DenseState,
  qs: readonly (readonly number[])[],
  policy: readonly (readonly number[])[],
): number {
  const { A, B, pA, pB } = state;
  const joint = indices(qs.map((q) => q.length));
  const outcomes = indices(A.map((each) => sizesOf(each)[0] ?? 0));
  let previous = qs;
  let value = 0;
  for (const [tau, controls] of policy.entries()) {
    const s = previous.map((q, f) => predictDense(B[f] ?? { shape: [], data: [] }, q, controls[f] ?? 0));
    const weights = joint.map((index) => product(index.map((i, f) => s[f]?.[i] ?? 0)));
    const expected = A.map((each) =>
      Array.from({ length: sizesOf(each)[0] ?? 0 }, (_, o) =>
        dot(
          weights,
          joint.map((index) => at(each, [o, ...index])),
        ),
      ),
    );
    if (spec.useUtility ?? true) value += sum(expected.map((o, m) => dot(o, preference(spec.C[m], tau).map(log))));
    if (spec.useStatesInfoGain ?? true) {
      const mixture = outcomes.map(() => 0);
      for (const [k, index] of joint.entries()) {
        const weight = weights[k] ?? 0;
        if (weight <= KEPT) continue;
        const column = outcomes.map((o) => product(A.map((each, m) => at(each, [o[m] ?? 0, ...index]))));
        value += weight * sum(column.map((p) => p * Math.log(p + KEPT)));
        for (const [i, p] of column.entries()) mixture[i] = (mixture[i] ?? 0) + weight * p;
      }
      value -= sum(mixture.map((q) => q * log(q)));
    }
    if (spec.useParamInfoGain === true && pA !== undefined) {
      for (const [m, counts] of pA.entries()) {
        const W = gainWeights(counts);
        const weighted = (expected[m] ?? []).map((_, o) =>
          dot(
            weights,
            joint.map((index) => at(W, [o, ...index])),
          ),
        );
        value -= dot(expected[m] ?? [], weighted);
      }
    }
    if (spec.useParamInfoGain === true && pB !== undefined) {
      for (const [f, counts] of pB.entries()) {
        value -= dot(s[f] ?? [], predictDense(gainWeights(counts), previous[f] ?? [], controls[f] ?? 0));
      }
    }
    previous = s;
  }
  return value;
}

/** softmax(C) of one modality at one policy step. */
function preference(C: Tensor | undefined, tau: number): number[] {
  if (C === undefined) return [];
  const rows = C.shape[0] ?? 0;
  return softmax(Array.from({ length: rows }, (_, o) => at(C, C.shape.length === 2 ? [o, tau] : [o])));
}

/** All policies, [policy][step][factor], in the engine's order. */
export function policiesDense(spec: ModelSpec): number[][][] {
  const controls = spec.B.map((B) => B.shape[2] ?? 1);
  const digits = Array.from({ length: spec.policyLength }, () => controls).flat();
  return indices(digits).map((tuple) =>
    Array.from({ length: spec.policyLength }, (_, t) => tuple.slice(t * controls.length, (t + 1) * controls.length)),
  );
}

/** q_π from G. */
export function policyPosterior(spec: ModelSpec, values: readonly number[]): number[] {
  const { E } = spec;
  return softmax(values.map((G, p) => (spec.gamma ?? 16) * G + (E === undefined ? 0 : log(E[p] ?? 0))));
}

/** Σ q_π by first action, per factor. */
export function marginalsDense(spec: ModelSpec, policies: readonly number[][][], q: readonly number[]): number[][] {
  return spec.B.map((B, f) =>
    Array.from({ length: B.shape[2] ?? 1 }, (_, control) =>
      sum(q.map((p, i) => (policies[i]?.[0]?.[f] === control ? p : 0))),
    ),
  );
}

function normalised(counts: Tensor): Tensor {
  const [rows = 0, ...rest] = sizesOf(counts);
  const columns = product(rest);
  const total = (column: number): number =>
    sum(Array.from({ length: rows }, (_, r) => counts.data[r * columns + column] ?? 0));
  return { shape: counts.shape, data: Array.from(counts.data, (count, i) => count / total(i % columns)) };
}

/** pA after one observation, and the A that it gives. */
export function learnDenseA(
  spec: ModelSpec,
  state: DenseState,
  qs: readonly (readonly number[])[],
  observation: readonly number[],
): DenseState {
  const pA = state.pA?.map((counts, m) => {
    const index = indices(counts.shape);
    const data = index.map(([o, ...s], i) => {
      const q = product(s.map((k, f) => qs[f]?.[k] ?? 0));
      const likely = (state.A[m]?.data[i] ?? 0) > 0;
      return (counts.data[i] ?? 0) + (likely && o === observation[m] ? (spec.learningRateA ?? 1) * q : 0);
    });
    return { shape: counts.shape, data };
  });
  return pA === undefined ? state : { ...state, pA, A: pA.map(normalised) };
}

/** pB after one transition, and the B that it gives. */
export function learnDenseB(
  spec: ModelSpec,
  state: DenseState,
  qs: readonly (readonly number[])[],
  before: readonly (readonly number[])[],
  action: readonly number[],
): DenseState {
  const pB = state.pB?.map((counts, f) => {
    const data = indices(counts.shape).map(([next = 0, from = 0, control], i) => {
      const likely = (state.B[f]?.data[i] ?? 0) > 0 && control === action[f];
      const gained = (spec.learningRateB ?? 1) * (qs[f]?.[next] ?? 0) * (before[f]?.[from] ?? 0);
      return (counts.data[i] ?? 0) + (likely ? gained : 0);
    });
    return { shape: counts.shape, data };
  });
  return pB === undefined ? state : { ...state, pB, B: pB.map(normalised) };
}
