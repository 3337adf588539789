// What is measured for a comparison: rows that were flagged, by both configurations, with repeats enough for a verdict.
import { expect, test } from "vitest";
import { ENGINE_VERSION } from "../inference/version.ts";
import { compareResults } from "../regression/comparison.ts";
import { realisticResult, realisticSingleAgent } from "../results/fixtures/realistic-result.ts";
import type { Result } from "../results/format/result.ts";
import { measuredOf } from "./cells/result-cells.ts";
import { againPlan, calibrationPlan, type Here, isSameExperiment, pairSeconds } from "./pair-plan.ts";

const engine = (result: Result, engineVersion = ENGINE_VERSION): Result => ({
  ...result,
  environment: { ...result.environment, engineVersion },
});
const base = engine(realisticResult({ seed: 7, repeats: 10, noise: 0.01 }));
/** The same result with one agent count slower. */
const slowed: Result = {
  ...base,
  id: "slowed",
  samples: base.samples.map((sample) =>
    sample.state === "valid" && sample.at === 5 && sample.series === "row"
      ? { ...sample, figures: { ...sample.figures, throughput: (sample.figures["throughput"] ?? 0) * 0.5 } }
      : sample,
  ),
};
const compared = (was: Result, is: Result) => compareResults([measuredOf(was)], measuredOf(is));
const { browser, platform, isolated } = base.environment;
const here: Here = { browser, platform, isolated, engineVersion: ENGINE_VERSION };
const named = (result: Result) => ({ kind: "result" as const, name: result.id, result });

test("only flagged agent counts are measured again, by both configurations in one order", () => {
  const plan = againPlan(compared(base, slowed), named(base), named(slowed), here);
  expect(plan.state).toBe("possible");
  if (plan.state !== "possible") return;
  const [first, second] = plan.asked.experiments;
  expect(first.points).toContain(5);
  expect(first.settings).toMatchObject({ agents: first.points, repeats: 10, topology: "all-to-all" });
  expect(second.settings).toEqual(first.settings);
  expect(pairSeconds(plan.asked, 2)).toBeGreaterThan(1);
  expect(plan.asked.purpose).toBe("again");
});

test("few rows are named, and only they are measured", () => {
  const { cells, ...rest } = compared(base, slowed);
  const five = cells.filter(({ row }) => row.kind === "point" && row.at === 5);
  const plan = againPlan({ ...rest, cells: five }, named(base), named(slowed), here);
  expect(plan).toMatchObject({ state: "possible", rows: "5 agents", asked: { experiments: [{ points: [5] }, {}] } });
});

test("nothing is measured again where nothing was flagged", () => {
  const fine = { ...compared(base, slowed), cells: [] };
  expect(againPlan(fine, named(base), named(slowed), here)).toEqual({ state: "impossible", reason: null });
});

test("rows of another engine cannot be measured again, and it is said why", () => {
  const older = engine(base, "0");
  const plan = againPlan(compared(base, slowed), named(older), named(slowed), here);
  expect(plan).toEqual({
    state: "impossible",
    reason: `Flagged rows cannot be measured again here: engine 0 measured them, and this page has engine ${ENGINE_VERSION}.`,
  });
});

test("a calibration measures the same configuration twice, with at least ten repeats", () => {
  const few = { ...base, settings: { ...base.settings, repeats: 3 } };
  const plan = calibrationPlan(named(few), here);
  const settings = { ...few.settings, repeats: 10 };
  expect(plan).toMatchObject({
    state: "possible",
    rows: "7 rows",
    asked: { purpose: "calibration", experiments: [{ settings }, { settings }] },
  });
});

test.each([{ browser: "Firefox 153" }, { platform: "elsewhere" }, { isolated: !isolated }])(
  "a result of another machine is not calibrated here: %o",
  (other) => {
    expect(calibrationPlan(named(base), { ...here, ...other })).toMatchObject({ state: "impossible" });
    expect(calibrationPlan(named(engine(base, "0")), here)).toMatchObject({ state: "impossible" });
  },
);

test("a scenario that cannot choose rows is measured again as a whole", () => {
  const one = engine(realisticSingleAgent({ seed: 3, repeats: 3 }));
  const plan = againPlan(
    compared(one, { ...engine(realisticSingleAgent({ seed: 4, repeats: 3 })), id: "twin" }),
    named(one),
    named(one),
    here,
  );
  expect(plan).toMatchObject({ state: "possible", rows: "all rows" });
  if (plan.state === "possible") expect(plan.asked.experiments[0].settings).toMatchObject({ repeats: 10 });
});

test("what this Headroom does not know, or not in this version, is not measured again, and it is said", () => {
  for (const scenario of [
    { kind: "unheard-of", version: 1 },
    { ...base.scenario, version: 99 },
  ]) {
    const plan = calibrationPlan(named({ ...base, scenario }), here);
    expect(plan).toMatchObject({ state: "impossible" });
    expect(plan.state === "impossible" ? plan.reason : "").toContain(
      `“${scenario.kind}” in version ${scenario.version}`,
    );
  }
});

test("how much is measured makes no other experiment; anything else does", () => {
  const other = (settings: Partial<Result["settings"]>): Result => ({
    ...base,
    settings: Object.fromEntries(
      Object.entries({ ...base.settings, ...settings })
        .toReversed()
        .flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
    ),
  });
  expect(isSameExperiment(base, other({ agents: [5], repeats: 30 }))).toBe(true);
  expect(isSameExperiment(base, other({ windowMs: 250 }))).toBe(false);
  expect(isSameExperiment(base, { ...base, scenario: { kind: "single-agent", version: 1 } })).toBe(false);
  expect(isSameExperiment(base, engine(base, "0"))).toBe(false);
});
