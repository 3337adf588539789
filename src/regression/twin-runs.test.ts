// Twin runs: what two runs of the same code differ by is noise, and nothing below it is a verdict.
import { describe, expect, test } from "vitest";
import { twinFloors } from "./twin-runs.ts";
import type { CellFigures, ComparedCell } from "./compared-cell.ts";
import { compareResults, type MeasuredResult } from "./comparison.ts";
import type { Fact } from "./fact.ts";
import { METRICS } from "./fixtures/metrics.ts";

const wobble = [0.99, 1.01, 1, 0.995, 1.005, 0.985, 1.015, 1.002, 0.998, 1.001];
const trials = (middle: number): CellFigures => ({
  kind: "trials",
  values: wobble.map((by) => middle * by),
  yardstickDeviation: 0,
});
const here: Fact = { kind: "same", name: "browser", value: "Chromium 156" };

/** One row for each factor on 1,000 op/s. */
function run(factors: readonly number[], fact: Fact = here): MeasuredResult {
  const cells = factors.map((by, n): ComparedCell => ({
    row: { kind: "point", axis: "agents", at: n + 1 },
    metric: METRICS.throughput,
    figures: trials(1_000 * by),
  }));
  return { fingerprint: [fact], cells };
}

describe("the floor of a calibration", () => {
  test("is t times the root mean square of the rows' differences", () => {
    const { floors, differences } = twinFloors([run([1, 1, 1]), run([1.02, 0.98, 1.01])], run([1, 1, 1]));
    const square = (Math.log(1.02) ** 2 + Math.log(0.98) ** 2 + Math.log(1.01) ** 2) / 3;
    // Student's t with 3 degrees of freedom at 1 − 0.05/6.
    expect(floors.get("throughput")).toBeCloseTo(4.8567 * Math.sqrt(square), 4);
    expect(differences).toEqual([]);
  });

  test("does not exist where one row alone has figures, or none", () => {
    expect(twinFloors([run([1]), run([1.3])], run([1])).floors.size).toBe(0);
    expect(twinFloors([run([]), run([])], run([1])).floors.size).toBe(0);
  });
});

test("a change that the machine also shows by itself is no regression any more", () => {
  const [was, is] = [run([1, 1, 1]), run([0.85, 0.85, 0.85])];
  const judged = (calibration: readonly [MeasuredResult, MeasuredResult] | null) =>
    compareResults([was], is, { declaredFloor: null, calibration });
  expect(judged(null).cells.map(({ outcome }) => outcome.verdict)).toEqual(["warning", "warning", "warning"]);
  const unsteady = judged([run([1, 1, 1]), run([1.1, 0.9, 1.05])]);
  expect(unsteady.cells.map(({ outcome }) => outcome.verdict)).toEqual([
    "within-noise",
    "within-noise",
    "within-noise",
  ]);
  const steady = judged([run([1, 1, 1]), run([1.001, 1, 0.999])]);
  expect(steady.cells.map(({ outcome }) => outcome.verdict)).toEqual(["warning", "warning", "warning"]);
});

test("a calibration of another environment does not count, and the difference is named", () => {
  const elsewhere: Fact = { ...here, value: "Firefox 153" };
  const calibration = [run([1, 1], elsewhere), run([1.2, 0.8], elsewhere)] as const;
  const { cells, calibrationDifferences } = compareResults([run([1, 1])], run([0.85, 0.85]), {
    declaredFloor: null,
    calibration,
  });
  expect(calibrationDifferences).toEqual(["browser: Firefox 153 against Chromium 156"]);
  expect(cells[0]?.outcome.verdict).toBe("warning");
});
