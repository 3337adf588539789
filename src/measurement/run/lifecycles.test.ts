// A block of lifecycles on scripted lanes: fresh lanes each time, idle blocks of the same length, and what a reading belongs to.
import { expect, test } from "vitest";
import { seatedSetup } from "../../scenarios/agents/agent-setup.ts";
import { FakeLanes, type Script } from "../fixtures/fake-lanes.ts";
import { FakeMemory } from "../fixtures/fake-memory.ts";
import { Lifecycles, type LifecyclesOrder } from "./lifecycles.ts";

const setup = seatedSetup(
  {
    workload: "explorer",
    gridSize: 5,
    policyLength: 1,
    seed: 7,
    placement: "pool",
    workers: 2,
    topology: "none",
    transport: "message",
  },
  4,
  { cores: 2, poolWorkers: 2, canShareMemory: true },
);
const window = { rhythm: "free", durationMs: 20, periodMs: null } as const;
const block = (lifecycles: number, isIdle = false): LifecyclesOrder => ({ setup, window, lifecycles, isIdle });

function parts(script: Script = {}, isStopped: () => boolean = () => false) {
  const [lanes, memory] = [new FakeLanes(script), new FakeMemory()];
  return {
    lanes,
    memory,
    lifecycles: new Lifecycles(lanes, { memory, nowMs: () => lanes.nowMs, isStopped }, () => undefined),
  };
}

test("each lifecycle creates agents on fresh lanes, runs them and ends the lanes", async () => {
  const { lanes, lifecycles } = parts();
  const answer = await lifecycles.block(block(3));
  expect(lanes.setups).toHaveLength(3);
  expect(lanes.orders).toHaveLength(3);
  // Before the block, after each lifecycle, and before what is left is counted.
  expect(lanes.resets).toBe(1 + 3 + 1);
  expect(answer).toMatchObject({ state: "done", value: { begun: 3, eachMs: 20, openedAtMs: 1_000 } });
});

test("an idle block starts nothing, and lasts as long as lifecycles were seen to", async () => {
  const { lanes, memory, lifecycles } = parts();
  await lifecycles.block(block(3));
  const before = memory.idledMs;
  const answer = await lifecycles.block(block(4, true));
  expect(lanes.setups).toHaveLength(3);
  const settledMs = before;
  expect(memory.idledMs - before - settledMs).toBe(4 * 20);
  expect(answer).toMatchObject({ state: "done", value: { begun: 7 } });
});

test("a lifecycle that fails makes its block fail, and what was begun still counts", async () => {
  let prepared = 0;
  const { lifecycles } = parts({
    prepare: () => ((prepared += 1) === 2 ? { state: "failed", reason: "No worker: refused" } : null),
  });
  expect(await lifecycles.block(block(3))).toEqual({ state: "failed", reason: "No worker: refused" });
  expect(await lifecycles.block(block(2))).toMatchObject({ state: "done", value: { begun: 5 } });
});

test("a run that is stopped while memory is read has no reading", async () => {
  let isStopped = false;
  const { memory, lifecycles } = parts({}, () => isStopped);
  memory.read = async () => {
    isStopped = true;
    return { state: "unavailable", reason: "The run was stopped." };
  };
  expect(await lifecycles.block(block(1))).toEqual({ state: "stopped" });
});

test("D6: where the browser does not measure memory, a block still tells what was counted", async () => {
  const { memory, lifecycles } = parts();
  memory.bytes = null;
  memory.counts = { ...memory.counts, ports: 2 };
  const answer = await lifecycles.block(block(1));
  expect(answer).toMatchObject({ state: "done", value: { counts: { ports: 2 }, memory: { state: "unavailable" } } });
});
