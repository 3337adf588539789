// Whether settings are those of a question at one of its presets, so that what they found may be said of the question without a note.
import type { Settings } from "../fields/settings.ts";
import type { Configuration } from "./contract/scenario.ts";
import { scenarioOf } from "./registry.ts";
import { withSettings } from "./texts.ts";

/** Another seed measures the same, and some settings change only what is said. */
function matters({ scenario }: Configuration, name: string): boolean {
  return name !== "seed" && scenario.fields[name]?.afterwards !== true;
}

function areSame(asked: Configuration, settings: Settings): boolean {
  return Object.entries(asked.settings).every(
    ([name, value]) => !matters(asked, name) || JSON.stringify(settings[name]) === JSON.stringify(value),
  );
}

/** @param question with the settings that answer it @param settings of a result of the same scenario, as it keeps them */
export function isMeasuredAs(question: Configuration, settings: Settings): boolean {
  const { kind, presets } = question.scenario;
  const reading = scenarioOf(kind)?.configure(settings);
  if (reading?.state !== "read") return false;
  const { settings: measured } = reading.value;
  return [question, ...presets.map((preset) => withSettings(question, preset.settings))].some((one) =>
    areSame(one, measured),
  );
}
