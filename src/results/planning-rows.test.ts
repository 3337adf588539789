// What a plan is told of the run that its curve is from: whether it was paced, and whether its machine stayed the same.
import { expect, test } from "vitest";
import { textsFromParameters } from "../capacity/asked/plan-address.ts";
import { planningCurve } from "../capacity/asked/planning-curve.ts";
import { settingsOf } from "../capacity/asked/planner-settings.ts";
import { opened } from "./fixtures/kept-results.ts";
import { planParameters } from "./plan-link.ts";

function curveOf(name: string) {
  const reading = textsFromParameters(planParameters(opened(name), "shared") ?? {});
  if (reading.state !== "read") throw new Error(reading.state);
  return planningCurve(settingsOf(reading.texts));
}

test("a paced run is told, through the address of the plan", () => {
  expect(curveOf("explorer-paced-20-per-second").isPaced).toBe(true);
  expect(curveOf("explorer-independent-pool").isPaced).toBe(false);
});

test("a run whose single agent changed its pace is told", () => {
  expect(curveOf("drifted").isUnsteady).toBe(true);
  expect(curveOf("explorer-independent-pool").isUnsteady).toBe(false);
});

test("a plan from a result asks for as many agents as the run went up to", () => {
  const parameters = planParameters(opened("explorer-5-length-1-single-lane"), "shared");
  const { demand, agents } = parameters ?? {};
  expect({ demand, agents }).toEqual({
    demand: "both",
    agents: String(curveOf("explorer-5-length-1-single-lane").rows.at(-1)?.agents),
  });
});

test("a plan from a saturated run is scaled to pymdp's step of the same model, and one from a paced run is not", () => {
  expect(curveOf("t-maze-independent-pool").rows[0]?.opsPerSecond).toBeCloseTo(1_000 / 8.51, 0);
  expect(planParameters(opened("explorer-paced-20-per-second"), "shared")).not.toHaveProperty("scale");
});

test("pymdp's scale stays in the address when another is planned with, so that one can go back", () => {
  const { scale, pymdp } = planParameters(opened("t-maze-independent-pool"), "shared") ?? {};
  expect(Number(scale)).toBeGreaterThan(0);
  expect(pymdp).toBe(scale);
  expect(curveOf("t-maze-independent-pool").pymdpScale).toBe(Number(scale));
  expect(planParameters(opened("explorer-paced-20-per-second"), "shared")).not.toHaveProperty("pymdp");
});
