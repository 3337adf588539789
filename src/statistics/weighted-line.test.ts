// The line through weighed points: it is found again, its intervals hold it as often as they say, and what cannot be known is not said.
import fc from "fast-check";
import { uniformFloat64 } from "pure-rand/distribution/uniformFloat64";
import { xoroshiro128plus } from "pure-rand/generator/xoroshiro128plus";
import { expect, test } from "vitest";
import { type FittedFigure, weightedLine } from "./weighted-line.ts";

const SIZES = [8, 64, 256, 1_024, 4_096, 16_384, 65_536];

/** Normal noise of a standard deviation of 1, by Box and Muller. */
function noise(seed: number): () => number {
  const generator = xoroshiro128plus(seed);
  const uniform = () => uniformFloat64(generator);
  return () => Math.sqrt(-2 * Math.log(1 - uniform())) * Math.cos(2 * Math.PI * uniform());
}

function holds({ low, high }: FittedFigure, value: number): boolean {
  return low <= value && value <= high;
}

const positive = (least: number, most: number) => fc.double({ min: least, max: most, noNaN: true });

test("points on a line give back the line, however they are weighed", () => {
  fc.assert(
    fc.property(positive(-100, 100), positive(-1, 1), positive(0.1, 10), (alpha, beta, scale) => {
      const points = SIZES.map((x, n) => ({ x, y: alpha + beta * x, scale: scale * (1 + n) }));
      const line = weightedLine(points);
      expect(line?.intercept.value).toBeCloseTo(alpha, 6);
      expect(line?.slope.value).toBeCloseTo(beta, 9);
    }),
  );
});

test("G6: with relative noise α and β lie in their 95% intervals about 95 times of 100, over four decades of sizes", () => {
  const cases = fc.record({
    alpha: positive(0.2, 100),
    beta: positive(1e-5, 1e-2),
    deviation: positive(0.005, 0.1),
    seed: fc.integer({ min: 1, max: 1_000_000 }),
  });
  fc.assert(
    fc.property(cases, ({ alpha, beta, deviation, seed }) => {
      const random = noise(seed);
      let alphas = 0;
      let betas = 0;
      const times = 400;
      for (let time = 0; time < times; time += 1) {
        const points = SIZES.map((x) => {
          const y = (alpha + beta * x) * (1 + deviation * random());
          return { x, y, scale: y };
        });
        const line = weightedLine(points);
        if (line === null) throw new Error("no line");
        if (holds(line.intercept, alpha)) alphas += 1;
        if (holds(line.slope, beta)) betas += 1;
      }
      // 95 % of 400 is 380; by chance less than 356 (89 %) is as good as impossible.
      expect(alphas).toBeGreaterThan(0.89 * times);
      expect(betas).toBeGreaterThan(0.89 * times);
      // Intervals that always hold say nothing.
      expect(alphas).toBeLessThan(times);
      expect(betas).toBeLessThan(times);
    }),
    { numRuns: 25, seed: 1 },
  );
});

test("a point that is surer draws the line to itself", () => {
  const points = (sure: number) => [
    { x: 0, y: 0, scale: 1 },
    { x: 1, y: 1, scale: 1 },
    { x: 2, y: 5, scale: sure },
  ];
  const at2 = (sure: number): number => {
    const line = weightedLine(points(sure));
    return line === null ? Number.NaN : line.intercept.value + 2 * line.slope.value;
  };
  expect(Math.abs(at2(0.01) - 5)).toBeLessThan(Math.abs(at2(1) - 5));
});

test("two points, or points of one size, have no line that could be off", () => {
  const point = (x: number) => ({ x, y: 1, scale: 1 });
  expect(weightedLine([])).toBeNull();
  expect(weightedLine([point(1), point(2)])).toBeNull();
  expect(weightedLine([point(3), point(3), point(3)])).toBeNull();
  const alike = [1.1, 1.3, 1.7, 2.9].map((y) => ({ x: 8_000.1, y, scale: y }));
  expect(weightedLine(alike)).toBeNull();
});
