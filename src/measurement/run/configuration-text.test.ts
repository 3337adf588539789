// A configuration survives the address, and a bad parameter falls back alone.
import fc from "fast-check";
import { expect, test } from "vitest";
import { configurationFromParameters, configurationToParameters, withFieldText } from "./configuration-text.ts";
import { TOPOLOGIES } from "../../workloads/hearing.ts";
import { WORKLOADS } from "../../workloads/workload.ts";
import { PLACEMENTS } from "../lane/placement.ts";
import { TRANSPORTS } from "../lane/transport.ts";
import { type Configuration, defaultConfiguration } from "./configuration.ts";

const configurations: fc.Arbitrary<Configuration> = fc.record({
  workload: fc.constantFrom(...WORKLOADS),
  gridSize: fc.constantFrom(5, 10),
  policyLength: fc.constantFrom(1, 2, 3),
  placement: fc.constantFrom(...PLACEMENTS),
  topology: fc.constantFrom(...TOPOLOGIES),
  transport: fc.constantFrom(...TRANSPORTS),
  pacing: fc.constantFrom("saturated", "paced"),
  opsPerSecondPerAgent: fc.integer({ min: 1, max: 10_000 }).map((tenths) => tenths / 10),
  agents: fc
    .uniqueArray(fc.integer({ min: 1, max: 2_000 }), { minLength: 1, maxLength: 32 })
    .map((counts) => counts.sort((a, b) => a - b)),
  repeats: fc.integer({ min: 1, max: 30 }),
  windowMs: fc.integer({ min: 100, max: 10_000 }),
  seed: fc.integer({ min: 0, max: 2_147_483_647 }),
  workers: fc.oneof(fc.constant("auto" as const), fc.integer({ min: 1, max: 400 })),
});

test("any configuration survives the address", () => {
  fc.assert(
    fc.property(configurations, (configuration) => {
      const read = configurationFromParameters(configurationToParameters(configuration));
      expect(read.problems).toEqual([]);
      expect(read.configuration).toEqual(configuration);
    }),
  );
});

test("the default needs no parameters", () => {
  expect(configurationToParameters(defaultConfiguration)).toEqual({});
});

test("a bad parameter falls back alone and says what it takes", () => {
  const read = configurationFromParameters({ repeats: "999", seed: "12", grid: "7" });
  expect(read.configuration).toEqual({ ...defaultConfiguration, seed: 12 });
  expect(read.problems.map(({ parameter, usedInstead }) => [parameter, usedInstead])).toEqual([
    ["grid", "10"],
    ["repeats", "3"],
  ]);
  expect(read.problems[1]?.message).toContain("from 1 to 30");
});

test("any text is read or refused, never thrown at", () => {
  fc.assert(
    fc.property(
      fc.dictionary(fc.constantFrom("agents", "seed", "workers", "rate", "placement"), fc.string()),
      (text) => {
        const { configuration, problems } = configurationFromParameters(text);
        expect(configuration.agents.length).toBeGreaterThan(0);
        for (const problem of problems) expect(problem.message).not.toBe("");
      },
    ),
  );
});

test.each(["0", "2001", "1,1", "", "1,,x", "1e3", Array.from({ length: 33 }, (_, i) => i + 1).join(",")])(
  "agent counts %j are refused",
  (text) => {
    const reading = withFieldText(defaultConfiguration, "agents", text);
    expect(reading.state).toBe("invalid");
  },
);

test("agent counts may be separated by commas, spaces or semicolons, in any order", () => {
  const reading = withFieldText(defaultConfiguration, "agents", " 50; 1 5,10 ");
  expect(reading.state === "valid" && reading.configuration.agents).toEqual([1, 5, 10, 50]);
});
