// What holds for every workload: determinism, distributions, private memory.
import { describe, expect, test } from "vitest";
import { workloads } from "./definitions.ts";
import { buildExplorer } from "./explorer.ts";
import { buildWorkload } from "./registry.ts";
import { type WorkloadConfig, type WorkloadKind, WORKLOADS, type WorkloadSettings } from "./workload.ts";

const sizes: readonly WorkloadSettings[] = [
  { gridSize: 5, policyLength: 1 },
  { gridSize: 5, policyLength: 3 },
  { gridSize: 10, policyLength: 2 },
];

/** Every workload at every size that matters to it. */
const configs: readonly WorkloadConfig[] = WORKLOADS.flatMap((kind) => {
  const all = sizes.map((settings): WorkloadConfig => workloads[kind].configOf(settings));
  return [...new Map(all.map((config) => [JSON.stringify(config), config])).values()];
});

const factorsOf: Readonly<Record<WorkloadKind, number>> = { explorer: 1, "t-maze": 2 };

describe.each(configs)("workload %j", (config) => {
  test("the same seed gives the same agent, another seed another one", () => {
    const trail = (seed: number): number[] => {
      const participant = buildWorkload(config).createParticipant(seed);
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
    const alone = buildWorkload(config).createParticipant(3);
    const pair = [workload.createParticipant(3), workload.createParticipant(4)];
    for (let i = 0; i < 60; i += 1) {
      alone.step();
      for (const participant of pair) participant.step();
      expect(pair[0]?.posterior).toEqual(alone.posterior);
    }
  });

  test("every posterior is a finite distribution per factor", () => {
    const workload = buildWorkload(config);
    const participant = workload.createParticipant(1);
    for (let i = 0; i < 200; i += 1) {
      participant.step();
      expect(participant.posterior.every((p) => p >= 0 && p <= 1 + 1e-12)).toBe(true);
      expect(participant.posterior.reduce((a, b) => a + b, 0)).toBeCloseTo(factorsOf[config.kind], 9);
    }
    expect(participant.posterior).toHaveLength(workload.messageLength);
    expect(participant.occupancy).toHaveLength(workload.messageLength);
  });
});

test("an explorer of 10×10 keeps under 3 kB of its own", () => {
  const workload = buildWorkload({ kind: "explorer", gridSize: 10, policyLength: 3 });
  const { bytes } = workload.createParticipant(1);
  expect(bytes).toBe((100 + 100 + 100) * 8 + 2 * 4);
  expect(workload.sharedBytes).toBeGreaterThan(bytes);
});

test.each([5, 10] as const)("an explorer of side %i finds out where it is", (gridSize) => {
  const workload = buildExplorer(gridSize, 2);
  const agents = Array.from({ length: 60 }, (_, seed) => workload.createParticipant(seed));
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
