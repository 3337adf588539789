// What the charts draw: rows and references merged by agent count, and the cores' limit as the curve it is.
import { expect, test } from "vitest";
import { deriveResult } from "../../../results/derive.ts";
import { measuredOn } from "../../../results/experiment.ts";
import { realisticResult } from "../../../results/fixtures/realistic-result.ts";
import { referenceSeries } from "../../../results/references/reference.ts";
import { type MeasuredOn, middleOf } from "../../../scenarios/contract/rows.ts";
import { saturatedPanels } from "../../../scenarios/scaling/charts.ts";
import { chartData, rangeDrawn } from "./chart-data.ts";

const result = realisticResult({ seed: 3, repeats: 3 });
const { rows } = deriveResult(result);
const on: MeasuredOn = { ...measuredOn(result.environment), capacity: { cores: 2, low: 2, high: 2 } };

function dataOf(some: typeof rows, references: Parameters<typeof chartData>[1], title: string) {
  const chart = saturatedPanels({ placement: "pool" })
    .flat()
    .find((one) => one.title === title);
  if (chart?.kind !== "curve") throw new Error(`There is no curve ${title}.`);
  return chartData(some, references, chart, on);
}
const reference = referenceSeries({ id: "mine", title: "Mine", provenance: "imported", provenanceText: "A test." }, [
  { agents: 1, opsPerSecond: 10 },
  { agents: 7, opsPerSecond: 35 },
]);

test("each point of any series is one place, ascending", () => {
  const { points } = dataOf(rows, [reference], "Throughput");
  expect(points.map(({ at }) => at)).toEqual([1, 5, 7, 10, 15, 20, 30, 50]);
  expect(points[2]).toEqual({ at: 7, measured: null, band: null, references: { mine: 35 } });
  expect(points[1]?.references).toEqual({});
});

test("efficiencies of a reference are its recomputed ones", () => {
  const { points } = dataOf([], [reference], "Efficiency");
  expect(points.map(({ references }) => references["mine"])).toEqual([1, 0.5]);
});

test("of thousands of agent counts a part is drawn: both ends, all measured ones, and all of a short reference", () => {
  const figures = Array.from({ length: 20_000 }, (_, n) => ({ agents: n + 1, opsPerSecond: n + 1 }));
  const about = { id: "long", title: "Long", provenance: "imported", provenanceText: "A test." } as const;
  const { points } = dataOf(rows, [reference, referenceSeries(about, figures)], "Throughput");
  const counts = points.map(({ at }) => at);
  expect(counts.length).toBeLessThan(700);
  expect(counts).toEqual(expect.arrayContaining([1, 7, 20_000, ...rows.map(({ at }) => at)]));
  expect(counts).toEqual(counts.toSorted((a, b) => a - b));
  for (const { at, references } of points) expect(references["long"]).toBe(at);
});

test("every trial is a dot", () => {
  expect(dataOf(rows, [], "Throughput").trials).toHaveLength(3 * rows.length);
  const dots = dataOf(rows, [], "Efficiency").trials.filter(({ at }) => at === 50);
  const median = middleOf(rows.at(-1) ?? expect.fail("no rows"), "efficiency") ?? 0;
  expect(dots.some(({ value }) => Math.abs(value - median) < 1e-12)).toBe(true);
});

test("the limit is min(1, C/N) for efficiency, and has its knee at C for throughput", () => {
  for (const { at, value } of dataOf(rows, [], "Efficiency").limit) {
    expect(value).toBeCloseTo(Math.min(1, 2 / at), 9);
  }
  const { limit } = dataOf(rows, [], "Throughput");
  const top = limit.at(-1)?.value ?? 0;
  expect(limit.find(({ at }) => Math.abs(at - 2) < 1e-9)?.value).toBeCloseTo(top, 6);
  expect(limit[0]?.value).toBeCloseTo(top / 2, 6);
});

test("a speed-up is efficiency times agents, of rows and trials alike, without references, and its limit is min(N, C)", () => {
  const { points, trials, limit } = dataOf(rows, [reference], "Speed-up");
  const last = rows.at(-1) ?? expect.fail("no rows");
  expect(points.at(-1)?.measured).toBeCloseTo(50 * (middleOf(last, "efficiency") ?? 0), 9);
  expect(points.map(({ at }) => at)).not.toContain(7);
  const shares = dataOf(rows, [], "Efficiency").trials;
  expect(trials.map(({ value }) => value)).toEqual(shares.map(({ at, value }) => value * at));
  for (const { at, value } of limit) expect(value).toBeCloseTo(Math.min(at, 2), 9);
});

test("the range of what is drawn leaves zeros out", () => {
  expect(rangeDrawn(dataOf([], [reference], "Throughput"))).toEqual({ least: 10, most: 35 });
  expect(rangeDrawn(dataOf([], [], "Throughput"))).toBeNull();
});

test("without measured rows there is no limit", () => {
  expect(dataOf([], [reference], "Efficiency").limit).toEqual([]);
});
