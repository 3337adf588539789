// The same configuration with every other choice of a setting.
import { expect, test } from "vitest";
import { choiceLabel, otherChoices } from "./other-choices.ts";
import { scenarios } from "./registry.ts";
import { withSettings } from "./texts.ts";

const search = scenarios["real-time"].standard();

test("every other placement, and nothing else changed", () => {
  const others = otherChoices(search, "placement");
  expect(others.map(({ configuration }) => configuration.settings["placement"])).toEqual([
    "single-lane",
    "worker-per-agent",
    "batched",
  ]);
  for (const { label, configuration } of others) {
    expect(choiceLabel(configuration, "placement")).toBe(label);
    expect({ ...configuration.settings, placement: "pool" }).toEqual(search.settings);
  }
});

test("choices that cannot run are left out, and a setting that is no choice has none", () => {
  const many = withSettings(scenarios.scaling.standard(), { agents: [1_000] });
  expect(otherChoices(many, "placement").map(({ configuration }) => configuration.settings["placement"])).toEqual([
    "single-lane",
    "batched",
  ]);
  expect(otherChoices(search, "seed")).toEqual([]);
  expect(otherChoices(search, "no such setting")).toEqual([]);
  expect(choiceLabel(search, "seed")).toBeNull();
});
