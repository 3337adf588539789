// Couriers: they publish rows of the length that is asked for, and think as their agents do, or not at all.
import { expect, test } from "vitest";
import { buildForLane, buildWorkload } from "./built/registry.ts";
import { createGroup } from "./group.ts";
import { hearings } from "./hearings.ts";
import type { LaneWorkload } from "./workload.ts";

const explorer = { kind: "explorer", gridSize: 5, policyLength: 1 } as const;

function groupOf(config: LaneWorkload) {
  const block = { firstAgent: 0, agents: 3 };
  return createGroup(buildForLane(config), { block, totalAgents: 3, seed: 7, hearing: hearings["all-to-all"] });
}

test("couriers publish a row of the length that is asked for, and read all that they hear", () => {
  const group = groupOf({ kind: "courier", messageLength: 4, thinks: null });
  expect(group.messageLength).toBe(4);
  group.step(0, 3);
  expect([...group.posteriors]).toEqual(Array.from({ length: 12 }, () => 0.25));
  expect(group.hear(group.posteriors)).toBe(6);
});

test("couriers that think do so on a model of their agents, and what they publish stays", () => {
  const group = groupOf({ kind: "courier", messageLength: 1, thinks: explorer });
  const idle = groupOf({ kind: "courier", messageLength: 1, thinks: null });
  expect(group.perAgentBytes - idle.perAgentBytes).toBe(
    buildWorkload(explorer).createParticipant({ seed: 1, teamSeed: 1, agent: 0, agents: 1 }).bytes,
  );
  group.step(0, 3);
  expect([...group.posteriors]).toEqual([1, 1, 1]);
});
