// What agents do that think otherwise in one thing: exactly the engine's step where the way is another, and near it where something is left out.
import { describe, expect, test } from "vitest";
import { buildWorkload } from "../built/registry.ts";
import { configOf } from "../fixtures/config-of.ts";
import { loneAgent } from "../fixtures/lone-agent.ts";
import type { WorkloadConfig } from "../workload.ts";
import { ResultCheck } from "./result-check.ts";
import { switchedModels } from "./switched-models.ts";
import { buildVariant } from "./variant.ts";
import type { SwitchKind } from "./variation.ts";

const configs: readonly WorkloadConfig[] = [
  { kind: "t-maze" },
  { kind: "explorer", gridSize: 5, policyLength: 1 },
  { kind: "explorer", gridSize: 5, policyLength: 3 },
];

function built(which: SwitchKind, config: WorkloadConfig) {
  const check = new ResultCheck();
  return { check, workload: buildWorkload(config, switchedModels(which, check)) };
}

describe.each(configs)("agents of %j", (config) => {
  test.each(["own-model", "prefixes-apart", "dense-transitions"] as const)(
    "%s gives the engine's posteriors",
    (which) => {
      const plain = buildWorkload(config).createParticipant(loneAgent(3));
      const { workload, check } = built(which, config);
      const other = workload.createParticipant(loneAgent(3));
      check.isOn = true;
      for (let step = 0; step < 200; step += 1) {
        plain.step();
        other.step();
        for (const [i, value] of plain.posterior.entries()) expect(other.posterior[i]).toBeCloseTo(value, 12);
      }
      expect(check.report.largestError).toBeLessThan(1e-12);
      expect(check.report.changedShare).toBe(0);
    },
  );

  test("beliefs in fewer bits are near the engine's, those of 16 bits less so", () => {
    const errors = (["single-precision", "sixteen-bit"] as const).map((which) => {
      const { workload, check } = built(which, config);
      const agents = [1, 2].map((seed) => workload.createParticipant(loneAgent(seed)));
      check.isOn = true;
      for (let step = 0; step < 200; step += 1) for (const agent of agents) agent.step();
      expect(check.report.compared).toBeGreaterThan(350);
      return check.report.largestError;
    });
    expect(errors[0]).toBeLessThan(1e-5);
    expect(errors[1]).toBeLessThan(0.05);
    expect(errors[1]).toBeGreaterThanOrEqual(errors[0] ?? 1);
  });
});

test("an agent whose belief is kept in fewer bits does not disturb another that shares its scratch", () => {
  const config = configOf("explorer", { gridSize: 5, policyLength: 2 });
  const { workload } = built("single-precision", config);
  const alone = built("single-precision", config).workload.createParticipant(loneAgent(5));
  const pair = [5, 6].map((seed) => workload.createParticipant(loneAgent(seed)));
  for (let step = 0; step < 100; step += 1) {
    alone.step();
    for (const agent of pair) agent.step();
    expect(pair[0]?.posterior).toEqual(alone.posterior);
  }
});

test("bytes of an agent say what is saved: a belief of half or a quarter of its bits, and a model of its own", () => {
  const config = configOf("explorer", { gridSize: 10, policyLength: 2 });
  const own = buildWorkload(config).createParticipant(loneAgent(1)).bytes;
  const bytes = (which: SwitchKind) => built(which, config).workload.createParticipant(loneAgent(1)).bytes;
  expect(own - bytes("single-precision")).toBe(400);
  expect(own - bytes("sixteen-bit")).toBe(600);
  expect(bytes("own-model") - own).toBeGreaterThan(10_000);
  expect(bytes("expected-skipped") - own).toBe(25 * 8);
});

test("selective updating leaves steps out and acts otherwise in some", () => {
  const config = configOf("explorer", { gridSize: 5, policyLength: 2 });
  const { workload, check } = built("expected-skipped", config);
  const agent = workload.createParticipant(loneAgent(1));
  check.isOn = true;
  for (let step = 0; step < 500; step += 1) agent.step();
  expect(check.report.meanKl).toBeGreaterThan(0);
  expect(check.report.changedShare).toBeGreaterThan(0);
  expect(check.report.changedShare).toBeLessThan(1);
});

test("deterministic choice needs no chance: two agents that see the same do the same", () => {
  const { workload } = built("deterministic", { kind: "t-maze" });
  const trail = (): number[] => {
    const agent = workload.createParticipant(loneAgent(4));
    return Array.from({ length: 40 }, () => {
      agent.step();
      return agent.posterior[0] ?? -1;
    });
  };
  expect(trail()).toEqual(trail());
});

test("workloads that write into each other's beliefs are refused in words", () => {
  const around = { nowMs: () => 0, seed: 1 };
  const config = configOf("search", { gridSize: 5, policyLength: 1 });
  expect(() => buildVariant(config, { kind: "switch", which: "sixteen-bit" }, around)).toThrow(/Agents of search/);
});
