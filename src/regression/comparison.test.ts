// Verdicts: each one from figures that deserve it, and none from figures that do not.
import fc from "fast-check";
import { expect, test } from "vitest";
import { bandOf } from "./bands.ts";
import type { CellFigures } from "./compared-cell.ts";
import { compareResults } from "./comparison.ts";
import type { Fact } from "./fact.ts";
import { around, cell, result, wobble } from "./fixtures/cells.ts";
import { METRICS } from "./fixtures/metrics.ts";
import { type Metric, shareOfShift, worseBy } from "./metric.ts";
import { floorOfDeviation } from "./noise-floor.ts";
import { logDeviation } from "./log-deviation.ts";

const judge = (was: CellFigures, is: CellFigures, metric: Metric = METRICS.throughput) =>
  compareResults([result([cell(was, metric)])], result([cell(is, metric)])).cells[0]!.outcome;

/** A text of that form, whose type is known. */
const matching = (form: RegExp): unknown => expect.stringMatching(form);

test.each([
  [1, "no-change"],
  [0.99, "no-change"],
  [0.93, "minor"],
  [0.87, "warning"],
  [0.7, "critical"],
  [1.08, "improved"],
])("a throughput times %d is %s; a latency the other way round", (by, verdict) => {
  expect(judge(around(1_000), around(1_000 * by)).verdict).toBe(verdict);
  // 1 / (1 − share) is less than 1 + share, so the latency is worse by the same share here.
  expect(judge(around(50), around(50 * (2 - by)), METRICS.p50).verdict).toBe(verdict);
});

test("the change is a share of the baseline with the sign of the figure, inside its interval", () => {
  const { figures } = judge(around(1_000), around(870));
  expect(figures.change).toBeCloseTo(-0.13, 3);
  expect(figures.interval!.low).toBeLessThan(-0.13);
  expect(figures.interval!.high).toBeGreaterThan(-0.13);
  expect(figures.baseline).toBeCloseTo(1_000.5, 6);
  expect(figures.p).toBeCloseTo(2 / 184_756, 12);
  expect(judge(around(50), around(60), METRICS.p95).figures.change).toBeCloseTo(0.2, 3);
  expect(judge(around(50), around(40), METRICS.p95).figures.change).toBeCloseTo(-0.2, 3);
});

test("bands begin above their limit", () => {
  expect([0.05, 0.0501, 0.1, 0.1001, 0.25, 0.2501].map(bandOf)).toEqual([
    null,
    "minor",
    "minor",
    "warning",
    "warning",
    "critical",
  ]);
  expect(bandOf(-1)).toBeNull();
});

test("five repeats each are enough where they separate completely, and no figure is judged beside them", () => {
  expect(judge(around(1_000, 5), around(700, 5))).toMatchObject({ verdict: "critical" });
  expect(judge(around(1_000, 5), around(700, 5)).figures.p).toBeCloseTo(2 / 252, 12);
});

test("too few repeats among so many figures: the message says how many can be enough, in the tool's words", () => {
  const seconds: Metric = { id: "t", label: "time", unit: "s", better: "lower", repeatWith: "--benchmark-min-rounds" };
  const rows = (middle: number) =>
    result(Array.from({ length: 21 }, (_, n) => cell(around(middle, 5), seconds, `row ${n}`)));
  expect(compareResults([rows(1)], rows(2)).cells[0]!.outcome).toMatchObject({
    verdict: "inconclusive",
    reason:
      "5 repeats each are too few to tell a change from chance among 21 figures; 6 each can be enough (--benchmark-min-rounds)",
    figures: { smallestSeen: null },
  });
  expect(judge(around(1_000, 1), around(100, 1)).verdict).toBe("inconclusive");
});

test("a change that chance does not explain, below the noise floor, is said in words and raises no band", () => {
  const wild = (middle: number): CellFigures => ({
    kind: "trials",
    values: wobble.map((by) => middle * (1 + (by - 1) * 20)),
    yardstickDeviation: 0,
  });
  expect(judge(wild(1_000), wild(850))).toMatchObject({
    verdict: "inconclusive",
    reason: matching(/^too noisy: a change of −\d+\.\d% to [+−]\d+\.\d% is possible$/),
  });
  expect(judge(wild(1_000), wild(600))).toMatchObject({
    verdict: "within-noise",
    reason: matching(
      /^worse by \d+\.\d%, could be this session's noise: by the spread of the trials, two sessions may differ by \d+\.\d%$/,
    ),
  });
  const { figures } = judge(wild(1_000), wild(850));
  expect(figures.noiseFloor).toBeGreaterThan(0.15);
  expect(figures.smallestSeen).toBeGreaterThan(0.15);
});

test("a noise floor from a calibration counts where it is larger", () => {
  const [was, is] = [result([cell(around(1_000))]), result([cell(around(870))])];
  expect(compareResults([was], is, { declaredFloor: 0.2, calibration: null }).cells[0]!.outcome.verdict).toBe(
    "within-noise",
  );
  expect(compareResults([was], is, { declaredFloor: 0.01, calibration: null }).cells[0]!.outcome.verdict).toBe(
    "warning",
  );
});

test("what every trial is divided by adds to the noise", () => {
  expect(judge(around(0.9, 10, 0.1), around(0.78), METRICS.efficiency).verdict).toBe("within-noise");
  expect(judge(around(0.9), around(0.78), METRICS.efficiency).verdict).toBe("warning");
});

test("Holm over all cells: a weak p alone is significant, among many it is not", () => {
  // Three of ten trials overlap: p near 0.01.
  const weak: CellFigures = {
    kind: "trials",
    values: [930, 931, 932, 933, 934, 935, 999, 1_001, 1_003, 1_004],
    yardstickDeviation: 0,
  };
  const alone = compareResults([result([cell(around(1_000))])], result([cell(weak)]), {
    declaredFloor: 0.01,
    calibration: null,
  });
  const others = Array.from({ length: 40 }, (_, n) => cell(around(1_000), METRICS.throughput, `other ${n}`));
  const among = compareResults([result([cell(around(1_000)), ...others])], result([cell(weak), ...others]));
  const p = alone.cells[0]!.outcome.figures;
  expect(p.adjustedP).toBe(p.p);
  expect(among.tests).toBe(41);
  expect(among.cells[0]!.outcome.figures.adjustedP).toBeGreaterThan(0.05);
  expect(among.cells.every(({ outcome }) => outcome.verdict !== "warning")).toBe(true);
});

test("exact figures need no test", () => {
  const exact = (value: number): CellFigures => ({ kind: "exact", value });
  expect(judge(exact(2_408), exact(2_408), METRICS.memory)).toMatchObject({
    verdict: "no-change",
    figures: { p: null },
  });
  expect(judge(exact(2_408), exact(2_700), METRICS.memory).verdict).toBe("warning");
  expect(judge(exact(2_408), exact(2_000), METRICS.memory).verdict).toBe("improved");
});

test("single and withheld figures are inconclusive with the change where there is one", () => {
  const single = (value: number): CellFigures => ({ kind: "single", value });
  expect(judge(single(300), single(150))).toMatchObject({
    verdict: "inconclusive",
    reason: "no trials to test, only single figures; give several baseline sessions",
    figures: { change: -0.5 },
  });
  const withheld: CellFigures = { kind: "withheld", reason: "under 1,000 ops in a trial" };
  expect(judge(around(5), withheld, METRICS.p99)).toMatchObject({ reason: "under 1,000 ops in a trial" });
  expect(compareResults([result([cell(withheld)])], result([cell(withheld)])).cells).toEqual([]);
  expect(compareResults([result([cell(withheld)])], result([])).cells).toEqual([]);
});

test("a trial of 0 op/s takes part in the test, and makes no noise of the other rows", () => {
  const zero: CellFigures = { kind: "trials", values: [0, ...wobble.slice(1)], yardstickDeviation: 0 };
  const [was, is] = [zero, around(1)].map((figures) =>
    result([cell(figures), cell(around(1_000), METRICS.throughput, "other")]),
  );
  const { cells } = compareResults([was!], is!);
  expect(cells.map(({ outcome }) => outcome.verdict)).toEqual(["inconclusive", "no-change"]);
});

test("summaries of known size are compared by Welch's test", () => {
  const summary = (mean: number, count: number): CellFigures => ({
    kind: "summary",
    mean,
    deviation: mean * 0.01,
    count,
  });
  const metric: Metric = { id: "mean", label: "mean", unit: "ms", better: "lower" };
  expect(judge(summary(10, 20), summary(11.5, 20), metric).verdict).toBe("warning");
  expect(judge(summary(10, 20), summary(10.1, 20), metric).verdict).toBe("no-change");
  expect(judge(summary(10, 20), summary(11.5, 5), metric).verdict).toBe("warning");
  expect(judge(summary(10, 20), summary(11.5, 1), metric).verdict).toBe("inconclusive");
});

test("an undeclared direction gives no verdict", () => {
  const metric: Metric = { id: "queue", label: "queue", unit: null, better: null };
  expect(judge(around(10), around(20), metric)).toMatchObject({
    verdict: "inconclusive",
    reason: "whether higher or lower is better was not declared for queue",
  });
});

test("a row or metric that the current result lacks is missing; one that only it has is listed", () => {
  const five = cell(around(5_000), METRICS.throughput, "5 agents");
  const { cells, onlyInCurrent } = compareResults([result([five])], result([cell(around(1_000))]));
  expect(cells[0]).toMatchObject({ row: { kind: "named", name: "5 agents" }, outcome: { verdict: "missing" } });
  expect(onlyInCurrent).toEqual([{ row: { kind: "named", name: "1 agent" }, metric: METRICS.throughput }]);
});

test("environments that differ make every cell not comparable, with every difference in words", () => {
  const browser = (value: string): Fact => ({ kind: "same", name: "browser", value });
  const cores = (value: number): Fact => ({ kind: "interval", name: "C", value, low: value - 0.1, high: value + 0.1 });
  const was = result([cell(around(1))], [browser("Chromium 155"), cores(1.5)]);
  const same = compareResults([was], result([cell(around(1))], [browser("Chromium 155"), cores(1.65)]));
  expect(same.differences).toEqual([]);
  const other = compareResults([was], result([cell(around(1))], [browser("Chromium 156"), cores(2.4)]));
  expect(other.differences).toEqual([
    "browser: Chromium 155 against Chromium 156",
    "C: 1.5 (1.4 to 1.6) against 2.4 (2.3 to 2.5)",
  ]);
  expect(other.cells[0]!.outcome).toMatchObject({ verdict: "not-comparable", differences: other.differences });
  const silent = compareResults([was], result([cell(around(1))]));
  expect(silent.unknown).toEqual([
    "browser is not recorded in the current result",
    "C is not recorded in the current result",
  ]);
  const mixed = compareResults([was, result([cell(around(1))], [browser("Firefox"), cores(1.5)])], was);
  expect(mixed.differences).toContain("between baseline 1 and 2, browser: Chromium 155 against Firefox");
});

test("a single disturbed trial does not widen the noise, and the floor is never under 3 %", () => {
  const steady = logDeviation(wobble)!;
  expect(logDeviation([...wobble.slice(1), 0.5])!).toBeLessThan(steady * 2);
  expect(logDeviation([1, 2])).toBeNull();
  expect(floorOfDeviation(0)).toBeCloseTo(Math.log(1.03), 12);
});

test("shifts and shares are each other's inverse in both directions", () => {
  fc.assert(
    fc.property(
      fc.double({ min: 0.01, max: 100, noNaN: true }),
      fc.constantFrom("higher", "lower"),
      (ratio, better) => {
        const logs = better === "higher" ? -Math.log(ratio) : Math.log(ratio);
        expect(shareOfShift(logs, better)).toBeCloseTo(worseBy(ratio, better), 9);
      },
    ),
  );
});

test("a result compared with itself raises nothing, whatever its figures", () => {
  const values = fc.array(fc.double({ min: 0.1, max: 1e6, noNaN: true }), { minLength: 1, maxLength: 14 });
  fc.assert(
    fc.property(fc.array(values, { minLength: 1, maxLength: 5 }), (rows) => {
      const same = result(
        rows.map((v, n) => cell({ kind: "trials", values: v, yardstickDeviation: 0 }, METRICS.p50, `${n}`)),
      );
      for (const { outcome } of compareResults([same], same).cells) {
        expect(["no-change", "inconclusive"]).toContain(outcome.verdict);
      }
    }),
  );
});
