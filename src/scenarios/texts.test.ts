// A configuration survives the address, and what is not understood falls back alone and is told.
import fc from "fast-check";
import { expect, test } from "vitest";
import { PLACEMENTS } from "../measurement/lane/placement.ts";
import { TRANSPORTS } from "../measurement/lane/transport.ts";
import { TOPOLOGIES } from "../workloads/hearing.ts";
import { WORKLOADS } from "../workloads/workload.ts";
import { experimentFrom } from "./experiments.ts";
import { scalingWith, singleAgentWith } from "./fixtures/experiments.ts";
import { isPreset } from "./contract/presets.ts";
import { SCENARIOS, scenarios } from "./registry.ts";
import { scalingDefaults, type ScalingSettings } from "./scaling/fields.ts";
import { configurationFromTexts, textsOf, withSettings } from "./texts.ts";

const scalingSettings: fc.Arbitrary<ScalingSettings> = fc.record({
  workload: fc.constantFrom(...WORKLOADS),
  model: fc.constantFrom("example:b_grid5_pl1_noisy", "example:d_grid10x4_pl2", `sha256:${"ab".repeat(32)}.x_-9`),
  gridSize: fc.constantFrom(5, 10),
  policyLength: fc.constantFrom(1, 2, 3),
  placement: fc.constantFrom(...PLACEMENTS),
  precision: fc.constantFrom("f64", "f32"),
  topology: fc.constantFrom(...TOPOLOGIES),
  transport: fc.constantFrom(...TRANSPORTS),
  pacing: fc.constantFrom("saturated", "paced"),
  opsPerSecondPerAgent: fc.integer({ min: 1, max: 10_000 }).map((tenths) => tenths / 10),
  agents: fc
    .uniqueArray(fc.integer({ min: 1, max: 1_000_000 }), { minLength: 1, maxLength: 32 })
    .map((counts) => counts.sort((a, b) => a - b)),
  repeats: fc.integer({ min: 1, max: 30 }),
  windowMs: fc.integer({ min: 100, max: 10_000 }),
  seed: fc.integer({ min: 0, max: 2_147_483_647 }),
  workers: fc.oneof(fc.constant("auto" as const), fc.integer({ min: 1, max: 400 })),
});

test("any configuration of either scenario survives the address", () => {
  const single = fc
    .record({ opsPerSecond: fc.integer({ min: 1, max: 1_000 }), repeats: fc.integer({ min: 1, max: 30 }) })
    .map(singleAgentWith);
  fc.assert(
    fc.property(fc.oneof(scalingSettings.map(scalingWith), single), (experiment) => {
      const read = configurationFromTexts(textsOf(experiment));
      expect(read.problems).toEqual([]);
      expect(read.configuration.scenario.kind).toBe(experiment.scenario.kind);
      expect(read.configuration.settings).toEqual(experiment.settings);
    }),
  );
});

test("texts without a scenario are of scaling, as before there were scenarios", () => {
  expect(textsOf(scalingWith())).toEqual({ scenario: "scaling" });
  expect(configurationFromTexts({}).configuration.settings).toEqual(scalingDefaults);
});

test("a bad parameter falls back alone and says what it takes", () => {
  const { configuration, problems } = configurationFromTexts({ repeats: "999", seed: "12", grid: "7" });
  expect(configuration.settings).toEqual({ ...scalingDefaults, seed: 12 });
  expect(problems.map(({ parameter, usedInstead }) => [parameter, usedInstead])).toEqual([
    ["grid", "10"],
    ["repeats", "3"],
  ]);
  expect(problems[1]?.message).toContain("from 1 to 30");
});

test("a parameter that the scenario does not have is named, with the nearest one that it has", () => {
  const { problems } = configurationFromTexts({ agnets: "5", xyz: "1" });
  expect(problems.map(({ parameter }) => parameter)).toEqual(["agnets", "xyz"]);
  expect(problems[0]?.message).toContain("Did you mean agents?");
  expect(problems[1]?.message).toContain("There are: workload,");
  expect(configurationFromTexts({ scenario: "single-agent", agents: "5" }).problems).toHaveLength(1);
});

test("an unknown scenario is named, and the usual one is used in its place", () => {
  const { configuration, problems } = configurationFromTexts({ scenario: "single-agnet", seed: "3" });
  expect(configuration.scenario.kind).toBe("scaling");
  expect(problems).toMatchObject([{ parameter: "scenario", usedInstead: "scaling" }]);
  expect(problems[0]?.message).toContain("Did you mean single-agent?");
});

test("any text is read or refused, never thrown at", () => {
  const names = ["scenario", "agents", "seed", "workers", "rate", "placement"];
  fc.assert(
    fc.property(fc.dictionary(fc.constantFrom(...names), fc.string()), (texts) => {
      const { configuration, problems } = configurationFromTexts(texts);
      expect(experimentFrom(configuration).points.length).toBeGreaterThan(0);
      for (const problem of problems) expect(problem.message).not.toBe("");
    }),
  );
});

test.each(["0", "1000001", "1,1", "", "1,,x", "1e3", Array.from({ length: 33 }, (_, i) => i + 1).join(",")])(
  "agent counts %j are refused",
  (text) => {
    expect(scenarios.scaling.withText(scalingDefaults, "agents", text).state).toBe("refused");
  },
);

test("agent counts may be separated by commas, spaces or semicolons, in any order", () => {
  const reading = scenarios.scaling.withText(scalingDefaults, "agents", " 50; 1 5,10 ");
  expect(reading.state === "read" && reading.value.settings["agents"]).toEqual([1, 5, 10, 50]);
});

test("each scenario's usual settings are one of its presets, and each preset fits", () => {
  for (const kind of SCENARIOS) {
    const standard = scenarios[kind].standard();
    expect(scenarios[kind].presets.some((preset) => isPreset(standard, preset))).toBe(true);
    for (const preset of [...scenarios[kind].presets, ...scenarios[kind].questions]) {
      expect(isPreset(withSettings(standard, preset.settings), preset)).toBe(true);
    }
  }
});
