// What holds for every workload: determinism, distributions, private memory.
import { describe, expect, test } from "vitest";
import { buildExplorer } from "./explorer.ts";
import { configOf } from "./fixtures/config-of.ts";
import { loneAgent } from "./fixtures/lone-agent.ts";
import { buildWorkload } from "./built/registry.ts";
import { type WorkloadConfig, type WorkloadKind, WORKLOADS, type WorkloadSettings } from "./workload.ts";

const sizes: readonly WorkloadSettings[] = [
  { gridSize: 5, policyLength: 1 },
  { gridSize: 5, policyLength: 3 },
  { gridSize: 10, policyLength: 2 },
];

/** Every workload at every size that matters to it. */
const configs: readonly WorkloadConfig[] = WORKLOADS.flatMap((kind) => {
  const all = sizes.map((settings) => configOf(kind, settings));
  return [...new Map(all.map((config) => [JSON.stringify(config), config])).values()];
});

/** How many distributions a message holds, and what of it are probabilities. */
const messagesOf: Readonly<Record<WorkloadKind, { factors: number; probability: (published: number) => number }>> = {
  explorer: { factors: 1, probability: (published) => published },
  "t-maze": { factors: 2, probability: (published) => published },
  search: { factors: 1, probability: Math.exp },
  custom: { factors: 1, probability: (published) => published },
};

describe.each(configs)("workload %j", (config) => {
  test("the same seed gives the same agent, another seed another one", () => {
    const trail = (seed: number): number[] => {
      const participant = buildWorkload(config).createParticipant(loneAgent(seed));
      return Array.from({ length: 60 }, () => {
        participant.step();
        return participant.posterior[1] ?? Number.NaN;
      });
    };
    expect(trail(7)).toEqual(trail(7));
    expect(trail(7)).not.toEqual(trail(8));
  });

  test("agents that share scratch memory do not disturb each other", () => {
    const workload = buildWorkload(config);
    const alone = buildWorkload(config).createParticipant(loneAgent(3));
    const pair = [workload.createParticipant(loneAgent(3)), workload.createParticipant(loneAgent(4))];
    for (let i = 0; i < 60; i += 1) {
      alone.step();
      for (const participant of pair) participant.step();
      expect(pair[0]?.posterior).toEqual(alone.posterior);
    }
  });

  test("every posterior is a finite distribution per factor", () => {
    const workload = buildWorkload(config);
    const participant = workload.createParticipant(loneAgent(1));
    const { factors, probability } = messagesOf[config.kind];
    for (let i = 0; i < 200; i += 1) {
      participant.step();
      const probabilities = participant.posterior.map(probability);
      expect(probabilities.every((p) => p >= 0 && p <= 1 + 1e-12)).toBe(true);
      expect(probabilities.reduce((a, b) => a + b, 0)).toBeCloseTo(factors, 9);
    }
    expect(participant.posterior).toHaveLength(workload.messageLength);
    expect(participant.heard).toHaveLength(workload.messageLength);
  });
});

test("an explorer of 10×10 keeps under 3 kB of its own", () => {
  const workload = buildWorkload({ kind: "explorer", gridSize: 10, policyLength: 3 });
  const { bytes } = workload.createParticipant(loneAgent(1));
  expect(bytes).toBe((100 + 100 + 100) * 8 + 2 * 4);
  expect(workload.sharedBytes).toBeGreaterThan(bytes);
});

test.each([5, 10] as const)("an explorer of side %i finds out where it is", (gridSize) => {
  const workload = buildExplorer(gridSize, 2);
  const agents = Array.from({ length: 60 }, (_, seed) => workload.createParticipant(loneAgent(seed)));
  let seen = 0;
  let samples = 0;
  for (let t = 0; t < 400; t += 1) {
    for (const agent of agents) {
      const before = agent.cell;
      agent.step();
      if (t >= 50) {
        seen += agent.posterior[before] ?? 0;
        samples += 1;
      }
    }
  }
  expect(seen / samples).toBeGreaterThan(0.6);
});
