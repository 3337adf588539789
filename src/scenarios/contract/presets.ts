// Whether an experiment is one of its scenario's presets, and which of its questions it answers.
import type { Experiment, Preset } from "./scenario.ts";

/** Whether every setting of a preset has its value. */
export function isPreset({ settings }: Experiment, preset: Preset): boolean {
  return Object.entries(preset.settings).every(
    ([name, value]) => JSON.stringify(settings[name]) === JSON.stringify(value),
  );
}

/** The question that an experiment answers, as a heading: one of its scenario's where the settings are that one's. */
export function headingOf(experiment: Experiment): string {
  const { questions, question } = experiment.scenario;
  return questions.find((one) => isPreset(experiment, one))?.heading ?? question;
}
