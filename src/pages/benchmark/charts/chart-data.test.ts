// What the charts draw: rows and references merged by agent count, and the cores' limit as the curve it is.
import { expect, test } from "vitest";
import { derive } from "../../../results/derive.ts";
import { realisticResult } from "../../../results/fixtures/realistic-result.ts";
import { referenceSeries } from "../../../results/references/reference.ts";
import { chartData } from "./chart-data.ts";

const { configuration, trials } = realisticResult({ seed: 3, repeats: 3 });
const { rows } = derive(configuration, trials, 2);
const reference = referenceSeries({ id: "mine", title: "Mine", provenance: "imported", provenanceText: "A test." }, [
  { agents: 1, opsPerSecond: 10 },
  { agents: 7, opsPerSecond: 35 },
]);

test("each agent count of any series is one point, ascending", () => {
  const { points } = chartData(rows, [reference], "throughput");
  expect(points.map(({ agents }) => agents)).toEqual([1, 5, 7, 10, 15, 20, 30, 50]);
  expect(points[2]).toEqual({ agents: 7, measured: null, band: null, references: { mine: 35 } });
  expect(points[1]?.references).toEqual({});
});

test("efficiencies of a reference are its recomputed ones", () => {
  const { points } = chartData([], [reference], "efficiency");
  expect(points.map(({ references }) => references["mine"])).toEqual([1, 0.5]);
});

test("of thousands of agent counts a part is drawn: both ends, all measured ones, and all of a short reference", () => {
  const figures = Array.from({ length: 20_000 }, (_, n) => ({ agents: n + 1, opsPerSecond: n + 1 }));
  const about = { id: "long", title: "Long", provenance: "imported", provenanceText: "A test." } as const;
  const { points } = chartData(rows, [reference, referenceSeries(about, figures)], "throughput");
  const counts = points.map(({ agents }) => agents);
  expect(counts.length).toBeLessThan(700);
  expect(counts).toEqual(expect.arrayContaining([1, 7, 20_000, ...rows.map(({ agents }) => agents)]));
  expect(counts).toEqual(counts.toSorted((a, b) => a - b));
  for (const { agents, references } of points) expect(references["long"]).toBe(agents);
});

test("every trial is a dot", () => {
  expect(chartData(rows, [], "throughput").trials).toHaveLength(3 * configuration.agents.length);
  const dots = chartData(rows, [], "efficiency").trials.filter(({ agents }) => agents === 50);
  const median = rows.at(-1)?.efficiency?.median ?? 0;
  expect(dots.some(({ value }) => Math.abs(value - median) < 1e-12)).toBe(true);
});

test("the limit is min(1, C/N) for efficiency, and has its knee at C for throughput", () => {
  for (const { agents, value } of chartData(rows, [], "efficiency").limit) {
    expect(value).toBeCloseTo(Math.min(1, 2 / agents), 9);
  }
  const { limit } = chartData(rows, [], "throughput");
  const top = limit.at(-1)?.value ?? 0;
  expect(limit.find(({ agents }) => Math.abs(agents - 2) < 1e-9)?.value).toBeCloseTo(top, 6);
  expect(limit[0]?.value).toBeCloseTo(top / 2, 6);
});

test("without measured rows there is no limit", () => {
  expect(chartData([], [reference], "efficiency").limit).toEqual([]);
});
