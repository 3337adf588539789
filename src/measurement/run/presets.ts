// Owns the presets: how much a run measures.
import type { Configuration } from "./configuration.ts";

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
