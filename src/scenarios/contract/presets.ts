// Whether a configuration is one of its scenario's presets, and which of its questions it answers.
import type { Configuration, Preset } from "./scenario.ts";

/** Whether every setting of a preset has its value. */
export function isPreset({ settings }: Configuration, preset: Preset): boolean {
  return Object.entries(preset.settings).every(
    ([name, value]) => JSON.stringify(settings[name]) === JSON.stringify(value),
  );
}

/** The question that a configuration answers, as a heading: one of its scenario's where the settings are that one's. */
export function headingOf(configuration: Configuration): string {
  const { questions, question } = configuration.scenario;
  return questions.find((one) => isPreset(configuration, one))?.heading ?? question;
}
