// Owns the presets: how much a run measures, and about how long it takes.
import { capacityLadder } from "../../measurement/capacity.ts";
import type { Configuration } from "../../measurement/configuration.ts";
import { planTrials } from "../../measurement/schedule.ts";

export const PRESETS = {
  quick: { label: "Quick", repeats: 3, windowMs: 400 },
  thorough: { label: "Thorough", repeats: 10, windowMs: 500 },
} as const;

export type Preset = keyof typeof PRESETS | "custom";

/** Which preset a configuration is, by what a preset sets. */
export function presetOf({ repeats, windowMs }: Configuration): Preset {
  const isPreset = (preset: keyof typeof PRESETS) =>
    PRESETS[preset].repeats === repeats && PRESETS[preset].windowMs === windowMs;
  if (isPreset("quick")) return "quick";
  return isPreset("thorough") ? "thorough" : "custom";
}

const PER_TRIAL_MS = 200;
const CALIBRATION_WINDOWS = 5;
const CALIBRATION_WINDOW_MS = 115;

/** About how long a run takes, s: windows, their warm-up, and the calibration of so many cores. */
export function estimateSeconds(configuration: Configuration, hardwareConcurrency: number): number {
  const trials = planTrials(configuration).length;
  const calibrationMs = capacityLadder(hardwareConcurrency).length * CALIBRATION_WINDOWS * CALIBRATION_WINDOW_MS;
  return (trials * (configuration.windowMs + PER_TRIAL_MS) + calibrationMs) / 1_000;
}
