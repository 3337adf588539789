// Bootstrap bands: what is resampled, how wide the bands are, and when there are none.
import { uniformFloat64 } from "pure-rand/distribution/uniformFloat64";
import { xoroshiro128plus } from "pure-rand/generator/xoroshiro128plus";
import { expect, test } from "vitest";
import { everyRowRepeated, lawBands, resampleCurve } from "./curve-bootstrap.ts";
import { type CurveRow, curveRows } from "../curve.ts";
import { fitLaw, type Point } from "./fit.ts";
import { throughputAt } from "../laws.ts";
import { published, rowsOf, sevenRows } from "../oracle/usl-cases.ts";

function seeded(seed: number): () => number {
  const generator = xoroshiro128plus(seed);
  return () => uniformFloat64(generator);
}

const singles = (points: readonly Point[]): readonly CurveRow[] => curveRows(points);
const repeated = (points: readonly Point[], spread: number): readonly CurveRow[] =>
  curveRows(
    points.flatMap(({ agents, opsPerSecond }) =>
      [-2, -1, 0, 1, 2].map((step) => ({ agents, opsPerSecond: opsPerSecond * (1 + (step * spread) / 2) })),
    ),
  );

const retrograde = rowsOf(published[1]!.data);
const retrogradeFit = fitLaw("usl", retrograde);

function drawn(rows: readonly CurveRow[], atAgents: readonly number[], seed = 1) {
  const bands = lawBands(fitLaw("usl", rows), rows, seeded(seed), 400, atAgents);
  if (bands.state !== "drawn") throw new Error(bands.state);
  return bands;
}

test("a resampled row is a median of its own trials, and a single trial stays as it is", () => {
  const rows = [
    { agents: 1, opsPerSecond: 20, trials: [20] },
    { agents: 5, opsPerSecond: 85, trials: [80, 85, 90] },
  ];
  const random = seeded(7);
  for (let i = 0; i < 50; i += 1) {
    const [one, five] = resampleCurve(rows, random);
    expect(one).toEqual({ agents: 1, opsPerSecond: 20 });
    expect([80, 85, 90]).toContain(five?.opsPerSecond);
  }
});

test("rows are repeated when each of them has two trials", () => {
  expect(everyRowRepeated(repeated(sevenRows, 0.1))).toBe(true);
  expect(everyRowRepeated([...repeated(sevenRows, 0.1), { agents: 60, opsPerSecond: 300, trials: [300] }])).toBe(false);
  expect(everyRowRepeated([])).toBe(false);
});

test("trials are drawn where every row has repeats, else residuals, and the result names the method", () => {
  expect(drawn(repeated(retrograde, 0.05), [50]).method).toBe("trials");
  expect(drawn(singles(retrograde), [50]).method).toBe("residuals");
});

test("the band holds the curve, and noisier trials widen it", () => {
  const atAgents = [1, 50, 100, 200];
  const narrow = drawn(repeated(retrograde, 0.02), atAgents).bands;
  const wide = drawn(repeated(retrograde, 0.2), atAgents).bands;
  atAgents.forEach((agents, i) => {
    const centre = throughputAt(retrogradeFit.law, agents);
    expect(narrow[i]?.low).toBeLessThan(centre);
    expect(narrow[i]?.high).toBeGreaterThan(centre);
    expect(wide[i]!.high - wide[i]!.low).toBeGreaterThan(narrow[i]!.high - narrow[i]!.low);
  });
});

test("residual bands hold most of the rows they were fitted to", () => {
  const { bands } = drawn(singles(retrograde), [18, 36, 72, 108, 144, 216]);
  bands.forEach(({ agents, low, high }) => {
    expect(low).toBeLessThan(throughputAt(retrogradeFit.law, agents));
    expect(high).toBeGreaterThan(throughputAt(retrogradeFit.law, agents));
  });
});

test("the same seed gives the same band", () => {
  const rows = singles(sevenRows);
  expect(drawn(rows, [80])).toEqual(drawn(rows, [80]));
});

test("rows exactly on a curve have a band of no width", () => {
  const law = { kind: "usl", lambda: 20, sigma: 0.05, kappa: 0.001 } as const;
  const points = [1, 2, 4, 8, 16, 32].map((agents) => ({ agents, opsPerSecond: throughputAt(law, agents) }));
  const [band] = drawn(singles(points), [64]).bands;
  expect(band!.high / band!.low - 1).toBeLessThan(1e-9);
});

test("three rows without repeats have no residuals to draw, with repeats they have trials", () => {
  const three = retrograde.slice(0, 3);
  const fit = fitLaw("usl", three);
  expect(lawBands(fit, singles(three), seeded(1), 100, [10])).toEqual({ state: "too few rows" });
  expect(lawBands(fit, repeated(three, 0.1), seeded(1), 100, [10]).state).toBe("drawn");
});

test("no replicate falls to 0, however large the residuals", () => {
  const wild = rowsOf([
    [1, 1],
    [2, 300],
    [4, 2],
    [8, 400],
    [16, 1],
    [32, 500],
  ]);
  for (const { low, high } of drawn(singles(wild), [1, 8, 32]).bands) {
    expect(low).toBeGreaterThan(0);
    expect(Number.isFinite(high)).toBe(true);
  }
});
