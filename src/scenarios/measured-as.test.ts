// A question's card shows what was found with its own settings, at whichever preset.
import { expect, test } from "vitest";
import { keptSettings } from "../fields/settings.ts";
import type { Configuration } from "./contract/scenario.ts";
import { isMeasuredAs } from "./measured-as.ts";
import { SCENARIOS, scenarios } from "./registry.ts";
import { withSettings } from "./texts.ts";

const asked = SCENARIOS.flatMap((kind) =>
  scenarios[kind].questions.map((question): [string, Configuration] => [
    question.name,
    withSettings(scenarios[kind].standard(), question.settings),
  ]),
);
const kept = ({ scenario, settings }: Configuration) => keptSettings(scenario.fields, settings);

test.each(asked)("%s is answered by its own settings, at each preset and with any seed", (_, question) => {
  for (const preset of question.scenario.presets) {
    const run = withSettings(question, { ...preset.settings, seed: 99 });
    expect(isMeasuredAs(question, kept(run))).toBe(true);
  }
});

test.each(asked)("%s is not answered by a run of fewer repeats or another size", (_, question) => {
  const { repeats } = question.settings;
  if (repeats !== undefined) expect(isMeasuredAs(question, kept(withSettings(question, { repeats: 1 })))).toBe(false);
  expect(isMeasuredAs(question, {})).toBe(false);
});

test("the question of an own model is not answered by a tiny run, nor by another model", () => {
  const question = withSettings(scenarios["single-agent"].standard(), { workload: "custom" });
  expect(isMeasuredAs(question, kept(withSettings(question, { repeats: 1, windowMs: 100 })))).toBe(false);
  expect(isMeasuredAs(question, kept(withSettings(question, { model: "example:a_tmaze_pl2" })))).toBe(false);
  expect(isMeasuredAs(question, kept(question))).toBe(true);
});
