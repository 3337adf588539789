// What a result gives to a comparison, whatever its scenario: a cell for every judged measure of every row, or the reason why not.
import { describe, expect, test } from "vitest";
import { isValid } from "../../measurement/run/sample.ts";
import { arbitraryResultOf, arbitraryUnknownResult } from "../../results/fixtures/arbitrary-result.ts";
import { realisticResult, realisticSingleAgent } from "../../results/fixtures/realistic-result.ts";
import { experimentOf } from "../../results/experiment.ts";
import type { Result } from "../../results/format/result.ts";
import { SCENARIOS } from "../../scenarios/registry.ts";
import fc from "fast-check";
import { cellKey } from "../../regression/compared-cell.ts";
import { fingerprintOf, measuredOf } from "./result-cells.ts";
import { rowWords } from "./row-words.ts";

const scaling = realisticResult({ seed: 3, repeats: 3 });
const single = realisticSingleAgent({ seed: 3, repeats: 3 });

function figuresAt(result: Result, row: string, metric: string) {
  return measuredOf(result).cells.find((cell) => rowWords(cell.row) === row && cell.metric.id === metric)?.figures;
}

test.each([
  ["scaling", scaling],
  ["single-agent", single],
])(
  "%s: every judged measure that a result holds is compared in every row, and what is the same in all of them once",
  (_, result) => {
    const { points, measures, scenario } = experimentOf(result);
    const held = new Set(result.samples.flatMap((sample) => (isValid(sample) ? Object.keys(sample.figures) : [])));
    const judged = measures.filter(({ better, id, of }) => better !== null && (of !== "sample" || held.has(id)));
    expect(judged.length).toBeGreaterThan(3);
    const ofRun = judged.filter(({ of }) => of === "run");
    const { cells } = measuredOf(result);
    expect(cells).toHaveLength((judged.length - ofRun.length) * points.length + ofRun.length);
    expect(new Set(cells.map(cellKey)).size).toBe(cells.length);
    for (const { id } of ofRun) {
      const whole = cells.filter(({ metric }) => metric.id === id).map(({ row }) => row);
      expect(whole).toEqual([{ kind: "whole", axis: scenario.axis.id }]);
    }
  },
);

test("rows of one agent read by their pacing", () => {
  const rows = new Set(measuredOf(single).cells.map(({ row }) => rowWords(row)));
  expect(rows).toEqual(new Set(["1 agent as fast as it can", "1 agent at 20 op/s", "any agent"]));
});

test("the scenario and its facts are in the fingerprint, and so is the environment", () => {
  const facts = new Map(fingerprintOf(single).map(({ name, value }) => [name, value]));
  expect(facts.get("scenario")).toBe("single-agent, version 1");
  expect(facts.get("browser")).toBe(single.environment.browser);
  for (const { name, value } of experimentOf(single).fingerprint) expect(facts.get(name)).toBe(value);
});

describe("figures that say nothing", () => {
  const without = (id: string, value: number | null | undefined): Result => ({
    ...scaling,
    samples: scaling.samples.map((sample) => {
      if (sample.state !== "valid") return sample;
      const figures = Object.entries({ ...sample.figures, [id]: value });
      return {
        ...sample,
        figures: Object.fromEntries(figures.flatMap(([name, one]) => (one === undefined ? [] : [[name, one]]))),
      };
    }),
  });

  test("a figure that samples withhold is withheld; one that they never had is no cell, so that it is missed", () => {
    expect(figuresAt(without("p99", null), "5 agents", "p99")).toEqual({
      kind: "withheld",
      reason: "under 1,000 ops in a trial",
    });
    expect(figuresAt(without("p99", undefined), "5 agents", "p99")).toBeUndefined();
  });

  test("without one agent alone there is no efficiency", () => {
    const samples = scaling.samples.filter(({ series }) => series !== "solo");
    expect(figuresAt({ ...scaling, samples }, "5 agents", "efficiency")).toBeUndefined();
    expect(figuresAt({ ...scaling, samples }, "5 agents", "throughput")).toMatchObject({ kind: "trials" });
  });

  test("a latency under ten steps of the clock is withheld", () => {
    const coarse = { ...scaling, environment: { ...scaling.environment, timerStepUs: 1_000 } };
    expect(figuresAt(coarse, "1 agent", "p50")).toEqual({
      kind: "withheld",
      reason: "below ten steps of the clock (10000 µs)",
    });
  });

  test("memory that is not known is no cell", () => {
    const engineMemory = { perAgentBytes: 0, sharedPerWorkerBytes: 0 };
    const unknown = { ...scaling, environment: { ...scaling.environment, engineMemory } };
    expect(figuresAt(unknown, "any agent", "memory")).toBeUndefined();
    expect(figuresAt(scaling, "any agent", "memory")).toMatchObject({ kind: "exact" });
  });
});

test("whatever a result holds, its cells have keys of their own and figures with values", () => {
  const results = fc.oneof(...SCENARIOS.map(arbitraryResultOf), arbitraryUnknownResult);
  fc.assert(
    fc.property(results, (result) => {
      const { cells } = measuredOf(result);
      expect(new Set(cells.map(cellKey)).size).toBe(cells.length);
      for (const { figures, row } of cells) {
        expect(rowWords(row).length).toBeGreaterThan(0);
        if (figures.kind === "trials") expect(figures.values.length).toBeGreaterThan(0);
      }
    }),
    { numRuns: 60 },
  );
});
