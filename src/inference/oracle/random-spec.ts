// Random model descriptions for property tests: one to three factors, modalities and controls, with many zeros.
import fc from "fast-check";
import type { ModelSpec, Tensor } from "../model-spec.ts";

const size = fc.integer({ min: 1, max: 4 });

/** Weights, some of them exactly 0 or tiny, so that sparse columns and the threshold for states are tested. */
const weight = fc.oneof(
  { weight: 3, arbitrary: fc.double({ min: 0.05, max: 1, noNaN: true }) },
  { weight: 2, arbitrary: fc.constant(0) },
  { weight: 1, arbitrary: fc.constantFrom(1e-9, 1e-6, 1e-4) },
);

/** Counts without tiny ones: a count of 1e-9 adds 1e9 nats to G, whose rounding alone would exceed any tolerance. */
const count = fc.oneof(
  { weight: 3, arbitrary: fc.double({ min: 0.25, max: 8, noNaN: true }) },
  { weight: 2, arbitrary: fc.constant(0) },
);

const elements = (shape: readonly number[]): number => shape.reduce((a, b) => a * b, 1);

function weights(shape: readonly number[], entry: fc.Arbitrary<number>): fc.Arbitrary<Tensor> {
  const length = elements(shape);
  return fc.array(entry, { minLength: length, maxLength: length }).map((data) => ({ shape, data }));
}

/** Makes every column over the first axis positive and, if asked, sum to 1. */
function columns({ shape, data }: Tensor, normalise: boolean): Tensor {
  const [rows = 1] = shape;
  const width = data.length / rows;
  const fixed = Array.from(data);
  for (let c = 0; c < width; c += 1) {
    let sum = 0;
    for (let r = 0; r < rows; r += 1) sum += fixed[r * width + c] ?? 0;
    if (sum === 0) fixed[(c % rows) * width + c] = 1;
    const total = sum === 0 ? 1 : sum;
    if (normalise) for (let r = 0; r < rows; r += 1) fixed[r * width + c] = (fixed[r * width + c] ?? 0) / total;
  }
  return { shape, data: fixed };
}

const distribution = (shape: readonly number[]): fc.Arbitrary<Tensor> =>
  weights(shape, weight).map((tensor) => columns(tensor, true));
const counts = (shape: readonly number[]): fc.Arbitrary<Tensor> =>
  weights(shape, count).map((tensor) => columns(tensor, false));
const each = <T>(arbitraries: readonly fc.Arbitrary<T>[]): fc.Arbitrary<T[]> => fc.tuple(...arbitraries);

interface Sizes {
  readonly outcomes: readonly number[];
  readonly factors: readonly { readonly states: number; readonly controls: number }[];
  readonly policyLength: number;
}

const sizes: fc.Arbitrary<Sizes> = fc
  .record({
    outcomes: fc.array(size, { minLength: 1, maxLength: 3 }),
    factors: fc.array(fc.record({ states: size, controls: fc.integer({ min: 1, max: 3 }) }), {
      minLength: 1,
      maxLength: 3,
    }),
    policyLength: fc.integer({ min: 1, max: 3 }),
  })
  .filter(({ factors, policyLength }) => elements(factors.map(({ controls }) => controls)) ** policyLength <= 64);

/** A valid random description. With `learning` it always has counts, and A and B are those that the counts give. */
export function randomSpec(learning: boolean): fc.Arbitrary<ModelSpec> {
  return sizes.chain(({ outcomes, factors, policyLength }) => {
    const states = factors.map((factor) => factor.states);
    const shapesA = outcomes.map((o) => [o, ...states]);
    const shapesB = factors.map((factor) => [factor.states, factor.states, factor.controls]);
    const policies = elements(factors.map(({ controls }) => controls)) ** policyLength;
    const preference = fc.double({ min: -4, max: 4, noNaN: true });
    const counted = fc.record({ pA: each(shapesA.map(counts)), pB: each(shapesB.map(counts)) });
    return fc
      .record({
        A: each(shapesA.map(distribution)),
        B: each(shapesB.map(distribution)),
        C: each(outcomes.map((o) => fc.oneof(weights([o], preference), weights([o, policyLength], preference)))),
        D: each(states.map((s) => distribution([s]))),
        habits: fc.option(distribution([policies])),
        counted: learning ? counted : fc.option(counted),
        useUtility: fc.boolean(),
        useStatesInfoGain: fc.boolean(),
        useParamInfoGain: fc.boolean(),
        learningRateA: fc.double({ min: 0.1, max: 2, noNaN: true }),
        learningRateB: fc.double({ min: 0.1, max: 2, noNaN: true }),
        gamma: fc.double({ min: 0.5, max: 16, noNaN: true }),
      })
      .map(({ habits, counted, ...rest }) => {
        const spec = { ...rest, policyLength, ...(habits === null ? {} : { E: habits.data }) };
        if (counted === null) return spec;
        const { pA, pB } = counted;
        // A learning agent's model follows from its counts, as in pymdp.
        return learning
          ? { ...spec, pA, pB, A: pA.map((p) => columns(p, true)), B: pB.map((p) => columns(p, true)) }
          : { ...spec, pA, pB };
      });
  });
}
