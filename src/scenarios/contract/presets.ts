// Whether an experiment is one of its scenario's presets.
import type { Experiment, Preset } from "./scenario.ts";

/** Whether every setting of a preset has its value. */
export function isPreset({ settings }: Experiment, preset: Preset): boolean {
  return Object.entries(preset.settings).every(
    ([name, value]) => JSON.stringify(settings[name]) === JSON.stringify(value),
  );
}
