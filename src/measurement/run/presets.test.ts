// A preset is known by what it sets.
import { expect, test } from "vitest";
import { defaultConfiguration } from "./configuration.ts";
import { presetOf, PRESETS } from "./presets.ts";

test("a configuration is a preset where repeats and window are the preset's, else custom", () => {
  expect(presetOf(defaultConfiguration)).toBe("quick");
  const { repeats, windowMs } = PRESETS.thorough;
  expect(presetOf({ ...defaultConfiguration, repeats, windowMs })).toBe("thorough");
  expect(presetOf({ ...defaultConfiguration, repeats })).toBe("custom");
});
