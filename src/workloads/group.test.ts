// A group of agents: each agent is itself whatever group it is in, and publishes into its row.
import { describe, expect, test } from "vitest";
import { workloads } from "./definitions.ts";
import { configOf } from "./fixtures/config-of.ts";
import { loneAgent } from "./fixtures/lone-agent.ts";
import { createGroup } from "./group.ts";
import { hearings } from "./hearings.ts";
import { buildWorkload } from "./built/registry.ts";
import { WORKLOADS, type WorkloadSettings } from "./workload.ts";

const settings: WorkloadSettings = { gridSize: 5, policyLength: 1 };

describe.each(WORKLOADS)("a group of %s", (kind) => {
  const groupOf = (firstAgent: number, agents: number) => {
    const workload = buildWorkload(configOf(kind, settings));
    const block = { firstAgent, agents };
    return createGroup(workload, { block, totalAgents: 5, seed: 7, hearing: hearings["all-to-all"] });
  };

  test("agents do the same in one group as in two", () => {
    const [whole, first, second] = [groupOf(0, 5), groupOf(0, 2), groupOf(2, 3)];
    for (let op = 0; op < 20; op += 1) for (const group of [whole, first, second]) group.step(0, group.agents);
    expect([...whole.posteriors]).toEqual([...first.posteriors, ...second.posteriors]);
  });

  test("a step moves the agents that it names alone, and they are not alike", () => {
    const [stepped, still] = [groupOf(0, 5), groupOf(0, 5)];
    stepped.step(1, 3);
    const rowsOf = ({ posteriors, messageLength }: typeof stepped) =>
      Array.from({ length: 5 }, (_, i) => posteriors.slice(i * messageLength, (i + 1) * messageLength).join());
    const changed = rowsOf(stepped).map((row, agent) => row !== rowsOf(still)[agent]);
    expect(changed).toEqual([false, true, true, false, false]);
    for (let op = 0; op < 20; op += 1) stepped.step(0, 5);
    expect(new Set(rowsOf(stepped)).size).toBeGreaterThan(1);
  });

  test("a renewed agent believes what a fresh one does, and the others what they did", () => {
    const [renewed, kept, fresh] = [groupOf(0, 5), groupOf(0, 5), groupOf(0, 5)];
    const rowOf = ({ posteriors, messageLength }: typeof kept, agent: number) =>
      posteriors.slice(agent * messageLength, (agent + 1) * messageLength).join();
    for (let op = 0; op < 20; op += 1) for (const group of [renewed, kept]) group.step(0, 5);
    renewed.renew(2);
    for (const group of [renewed, kept, fresh]) group.step(0, 5);
    expect(rowOf(renewed, 2)).toBe(rowOf(fresh, 2));
    expect(rowOf(renewed, 3)).toBe(rowOf(kept, 3));
  });

  test("an agent's bytes are its own, whatever the size of the group", () => {
    expect(groupOf(0, 5).perAgentBytes).toBe(groupOf(0, 1).perAgentBytes);
    const alone = buildWorkload(configOf(kind, settings)).createParticipant(loneAgent(1));
    expect(groupOf(0, 5).perAgentBytes).toBe(alone.bytes);
  });

  test("what agents hear changes what they do exactly where the workload shares factors", () => {
    const [hearer, deaf] = [groupOf(0, 5), groupOf(0, 5)];
    const messages = new Float64Array(5 * hearer.messageLength);
    for (let op = 0; op < 30; op += 1) {
      hearer.step(0, 5);
      deaf.step(0, 5);
      messages.set(hearer.posteriors);
      expect(hearer.hear(messages)).toBe(20);
    }
    const isUnchanged = hearer.posteriors.join() === deaf.posteriors.join();
    expect(isUnchanged).toBe(workloads[kind].sharedFactors.length === 0);
  });
});
