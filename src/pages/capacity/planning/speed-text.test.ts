// A plan says at which speed it is made, and one can go from pymdp's speed to the measured one and back.
import { expect, test } from "vitest";
import { planningCurve } from "../../../capacity/asked/planning-curve.ts";
import { defaultTexts, type PlannerTexts, settingsOf } from "../../../capacity/asked/planner-settings.ts";
import { otherSpeeds, speedText } from "./speed-text.ts";

function curveOf(texts: Partial<PlannerTexts>) {
  return planningCurve(
    settingsOf({ ...defaultTexts, curve: "rows", rows: "1:20000,4:75000", source: "measured-here", ...texts }),
  );
}

test("from pymdp's speed to the measured one, and back", () => {
  const scaled = curveOf({ scale: "0.0024", pymdp: "0.0024" });
  expect(speedText(scaled)).toBe("at pymdp's speed, 0.0024 times what was measured");
  expect(otherSpeeds(scaled)).toEqual([{ label: "Plan at the measured speed", scale: 1 }]);
  const measured = curveOf({ pymdp: "0.0024" });
  expect(speedText(measured)).toBeNull();
  expect(otherSpeeds(measured)).toEqual([{ label: "Plan at pymdp's speed (0.0024 times)", scale: 0.0024 }]);
});

test("a multiplier of one's own is not called pymdp's, and both other speeds are offered", () => {
  const own = curveOf({ scale: "0.5", pymdp: "0.0024" });
  expect(speedText(own)).toBe("at 0.5 times what was measured");
  expect(otherSpeeds(own).map(({ scale }) => scale)).toEqual([1, 0.0024]);
});

test("a curve at its own speed says nothing, and one that pymdp's is not known of offers nothing", () => {
  const published = planningCurve(settingsOf(defaultTexts));
  expect(speedText(published)).toBeNull();
  expect(otherSpeeds(published)).toEqual([]);
});
