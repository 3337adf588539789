// Agents that a kernel steps together do what the same agents do one after another, alone or heard by others.
import { expect, test } from "vitest";
import { loadKernel } from "../inference/kernel/loading/load-kernel.ts";
import { BatchGroup, type Kernel, supportedBatch } from "./batch-group.ts";
import { batchableOf } from "./built/batchable.ts";
import { buildForLane } from "./built/registry.ts";
import { createGroup, type GroupSetup } from "./group.ts";
import { hearings } from "./hearings.ts";
import { exampleText } from "./custom/examples.ts";
import type { LaneWorkload } from "./workload.ts";

const explorer: LaneWorkload = { kind: "explorer", gridSize: 5, policyLength: 2 };

async function kernel(): Promise<Kernel> {
  const { exports, arena, precision, kind } = await loadKernel("f64");
  return { exports, arena, precision, steppedBy: `f64 ${kind}` };
}

function setupOf(firstAgent: number, agents: number, totalAgents: number, topology: keyof typeof hearings): GroupSetup {
  return { block: { firstAgent, agents }, totalAgents, seed: 7, hearing: hearings[topology] };
}

async function both(workload: LaneWorkload, setup: GroupSetup) {
  const built = buildForLane(workload);
  const supported = supportedBatch(batchableOf(workload));
  if (supported === null) throw new Error("The kernel does not take this workload.");
  return { batch: new BatchGroup(await kernel(), supported, built, setup), loop: createGroup(built, setup) };
}

test("what they publish is the engine's, from round to round, on any lane", async () => {
  const { batch, loop } = await both(explorer, setupOf(5, 21, 40, "ring"));
  for (let round = 0; round < 50; round += 1) {
    batch.step(0, 10);
    batch.step(10, 21);
    loop.step(0, 21);
    for (const [at, value] of batch.posteriors.entries()) expect(value).toBeCloseTo(loop.posteriors[at] ?? NaN, 10);
    const messages = new Float64Array(40 * batch.messageLength).fill(0.04);
    expect(batch.hear(messages)).toBe(loop.hear(messages));
  }
});

test("those who hear nobody keep no rows, and take under 450 bytes each", async () => {
  const { batch, loop } = await both({ ...explorer, policyLength: 1 }, setupOf(0, 100, 100, "none"));
  batch.step(0, 100);
  expect(batch.posteriors).toHaveLength(0);
  expect(batch.hear(new Float64Array())).toBe(0);
  expect(batch.perAgentBytes).toBeLessThanOrEqual(450);
  expect(batch.together).toBeGreaterThan(1);
  expect([batch.steppedBy.startsWith("f64"), loop.steppedBy]).toEqual([true, "engine"]);
});

test("more than they may take is refused before anything is allocated, with how much it would be", async () => {
  const { exports, arena, precision, steppedBy } = await kernel();
  const supported = supportedBatch(batchableOf(explorer));
  if (supported === null) throw new Error("The kernel does not take this workload.");
  const before = arena.memory.buffer.byteLength;
  const built = buildForLane(explorer);
  const own = { exports, arena, precision, steppedBy } as const;
  const setup = { ...setupOf(0, 1_000_000, 1_000_000, "none"), bytesMost: 100_000_000 };
  expect(() => new BatchGroup(own, supported, built, setup)).toThrow(
    /^1000000 agents of this model take 432 MB on one worker, which may take 100 MB\. Keep agents at fewer\.$/,
  );
  expect(arena.memory.buffer.byteLength).toBe(before);
});

test("a model of one's own is stepped where it has one hidden factor and does not learn", async () => {
  const own: LaneWorkload = { kind: "custom", model: "example:a", modelText: exampleText("b_grid5_pl1_noisy") };
  const { batch, loop } = await both(own, setupOf(0, 9, 9, "all-to-all"));
  for (let round = 0; round < 20; round += 1) {
    batch.step(0, 9);
    loop.step(0, 9);
    for (const [at, value] of batch.posteriors.entries()) expect(value).toBeCloseTo(loop.posteriors[at] ?? NaN, 10);
  }
});

test.each([
  { kind: "t-maze" },
  { kind: "search", gridSize: 5, policyLength: 1, pooling: "metropolis" },
  { kind: "courier", messageLength: 4, thinks: null },
  { kind: "custom", model: "example:a", modelText: '{"schema":"headroom-model/1"}' },
  { kind: "custom", model: "example:a", modelText: exampleText("a_tmaze_pl2") },
] satisfies readonly LaneWorkload[])(
  "the engine steps $kind, whose world or model is none of the kernel's",
  (workload) => {
    expect(supportedBatch(batchableOf(workload))).toBeNull();
  },
);
