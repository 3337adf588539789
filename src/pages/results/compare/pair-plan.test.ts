// What is measured for a comparison: rows that were flagged, by both configurations, with repeats enough for a verdict.
import { expect, test } from "vitest";
import { ENGINE_VERSION } from "../../../inference/version.ts";
import { compareResults } from "../../../regression/comparison.ts";
import { measuredResult } from "../../../comparison/compare-input.ts";
import { realisticResult } from "../../../results/fixtures/realistic-result.ts";
import type { Result } from "../../../results/format/schema.ts";
import { againPlan, calibrationPlan } from "./pair-plan.ts";

const engine = (result: Result, engineVersion = ENGINE_VERSION): Result => ({
  ...result,
  environment: { ...result.environment, engineVersion },
});
const base = engine(realisticResult({ seed: 7, repeats: 10, noise: 0.01 }));
/** The same result with one agent count slower. */
const slowed: Result = {
  ...base,
  id: "slowed",
  trials: base.trials.map((trial) =>
    trial.state === "valid" && trial.agents === 5 && trial.kind === "row"
      ? { ...trial, opsPerSecond: trial.opsPerSecond * 0.5 }
      : trial,
  ),
};
const compared = (was: Result, is: Result) =>
  compareResults([measuredResult(was).measured], measuredResult(is).measured);
const named = (result: Result) => ({ kind: "result" as const, name: result.id, result });

test("only flagged agent counts are measured again, by both configurations in one order", () => {
  const plan = againPlan(compared(base, slowed), named(base), named(slowed));
  expect(plan.state).toBe("possible");
  if (plan.state !== "possible") return;
  expect(plan.agents).toContain(5);
  for (const configuration of plan.asked.configurations) expect(configuration.agents).toEqual(plan.agents);
  expect(plan.asked.purpose).toBe("again");
});

test("nothing is measured again where nothing was flagged", () => {
  const fine = { ...compared(base, slowed), cells: [] };
  expect(againPlan(fine, named(base), named(slowed))).toEqual({ state: "impossible", reason: null });
});

test("rows of another engine cannot be measured again, and it is said why", () => {
  const older = engine(base, "0");
  const plan = againPlan(compared(base, slowed), named(older), named(slowed));
  expect(plan).toEqual({
    state: "impossible",
    reason: `Flagged rows cannot be measured again here: engine 0 measured them, and this page has engine ${ENGINE_VERSION}.`,
  });
});

const { browser, platform, isolated } = base.environment;
const here = { browser, platform, isolated };

test("a calibration measures the same configuration twice, with at least ten repeats", () => {
  const few = { ...base, configuration: { ...base.configuration, repeats: 3 } };
  const plan = calibrationPlan(named(few), here);
  const repeated = { ...few.configuration, repeats: 10 };
  expect(plan).toMatchObject({
    state: "possible",
    asked: { purpose: "calibration", configurations: [repeated, repeated] },
  });
});

test.each([{ browser: "Firefox 153" }, { platform: "elsewhere" }, { isolated: !isolated }])(
  "a result of another machine is not calibrated here: %o",
  (other) => {
    expect(calibrationPlan(named(base), { ...here, ...other })).toMatchObject({ state: "impossible" });
    expect(calibrationPlan(named(engine(base, "0")), here)).toMatchObject({ state: "impossible" });
  },
);
