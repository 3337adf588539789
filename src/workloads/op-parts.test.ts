// An op that is done in its parts is the same op, and parts that may be repeated change nothing but what is drawn.
import { expect, test } from "vitest";
import { CachedModels } from "./variants/cached-models.ts";
import { buildWorkload } from "./built/registry.ts";
import { configOf } from "./fixtures/config-of.ts";
import { loneAgent } from "./fixtures/lone-agent.ts";
import { WORKLOADS, type Participant } from "./workload.ts";

function partsOf(agent: Participant) {
  return agent.parts?.() ?? expect.fail("the agent has no parts");
}

test.each(WORKLOADS)("an agent of %s does in its parts what it does in its step", (kind) => {
  const workload = buildWorkload(configOf(kind, { gridSize: 5, policyLength: 2 }));
  const whole = workload.createParticipant(loneAgent(7));
  const parted = workload.createParticipant(loneAgent(7));
  const parts = partsOf(parted);
  for (let op = 0; op < 60; op += 1) {
    whole.step();
    for (const { run } of parts) run();
    expect([...parted.posterior], `op ${op}`).toEqual([...whole.posterior]);
  }
});

test("an agent with a cache does in its parts what it does in its step, and keeps the same results", () => {
  const around = { nowMs: () => 0, hashSeed: 3, notedMost: 1 };
  const variation = { kind: "cache", policy: "lru", slots: 64, scope: "worker", roundedTo: null } as const;
  const [a, b] = [new CachedModels(variation, around), new CachedModels(variation, around)];
  const whole = buildWorkload({ kind: "t-maze" }, a.source).createParticipant(loneAgent(7));
  const parts = partsOf(buildWorkload({ kind: "t-maze" }, b.source).createParticipant(loneAgent(7)));
  for (let op = 0; op < 60; op += 1) {
    whole.step();
    for (const { run } of parts) run();
  }
  expect(b.entries).toBe(a.entries);
  expect(b.entries).toBeGreaterThan(1);
  expect(parts.map(({ phase }) => phase)).toContain("cache");
});

test.each(WORKLOADS)("agents of %s that share a worker may do a part one after another before the next", (kind) => {
  const built = () => buildWorkload(configOf(kind, { gridSize: 5, policyLength: 2 }));
  const [inTurn, together] = [built(), built()];
  const seats = [3, 4].map((seed) => ({ ...loneAgent(seed), agent: 0, agents: 1 }));
  const own = seats.map((seat) => inTurn.createParticipant(seat));
  const others = seats.map((seat) => together.createParticipant(seat));
  const parts = others.map(partsOf);
  const chosenAt = parts[0]?.findIndex(({ phase }) => phase === "act") ?? 0;
  const policies = parts[0]?.findIndex(({ phase }) => phase === "infer-policies") ?? 0;
  for (let op = 0; op < 30; op += 1) {
    for (const agent of own) agent.step();
    for (let at = 0; at < chosenAt; at += 1) for (const agent of parts) agent[at]?.run();
    for (const agent of parts) {
      agent[policies]?.run();
      for (const { run } of agent.slice(chosenAt)) run();
    }
    expect(others.map(({ posterior }) => [...posterior])).toEqual(own.map(({ posterior }) => [...posterior]));
  }
});

test.each(WORKLOADS)("what an agent of %s may repeat leaves its belief as doing it once does", (kind) => {
  const workload = buildWorkload(configOf(kind, { gridSize: 5, policyLength: 1 }));
  const agent = workload.createParticipant(loneAgent(11));
  const parts = partsOf(agent);
  const thinking = parts.filter(({ phase }) => phase === "infer-states" || phase === "infer-policies");
  for (let op = 0; op < 20; op += 1) {
    for (const { run } of parts) run();
    if (thinking.every(({ repeats }) => repeats)) {
      for (const part of parts.filter(({ phase, repeats }) => phase === "observe" && repeats)) part.run();
      for (const { run } of thinking) run();
      const before = [...agent.posterior];
      for (const { run } of thinking) run();
      if (kind !== "search") expect([...agent.posterior]).toEqual(before);
    }
  }
  expect(parts.filter(({ repeats }) => repeats).length).toBeGreaterThanOrEqual(4);
});
