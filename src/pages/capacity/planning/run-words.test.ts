// What the page says of a run that is no curve of throughput, or too little to be sure of.
import { expect, test } from "vitest";
import { planningCurve } from "../../../capacity/asked/planning-curve.ts";
import { defaultTexts, settingsOf } from "../../../capacity/asked/planner-settings.ts";
import { notKnownText, runSentences } from "./run-words.ts";

function sentences(run: string) {
  return runSentences(planningCurve(settingsOf({ ...defaultTexts, curve: "rows", rows: "1:20,5:80", run })));
}

test("a paced run is no curve of throughput", () => {
  expect(sentences("paced")[0]).toContain("This run was paced: it shows what was held, not the most.");
  expect(sentences("paced,unsteady")).toHaveLength(2);
  expect(sentences("")).toEqual([]);
});

test("too few repeats are counted, with what to do", () => {
  expect(notKnownText({ state: "not known", reason: "few repeats", repeats: 3 })).toBe(
    "Some rows have only 3 repeats, and 10 are needed to tell how sure a plan is. Measure with 10 repeats or more.",
  );
});
