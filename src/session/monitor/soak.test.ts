// A soak on scripted lanes: intervals, pauses, changed loads, workers that die, and its end.
import { expect, test } from "vitest";
import { FakeLanes, reportWith } from "../../measurement/fixtures/fake-lanes.ts";
import { unavailable } from "../../measurement/run/process-memory.ts";
import type { Entry } from "../../monitor/slot.ts";
import { type Load, standardLoad } from "../../scenarios/soak/load.ts";
import { Soak } from "./soak.ts";

type Script = ConstructorParameters<typeof FakeLanes>[0];

/** A soak of ten agents that is told what to do before its n-th interval. */
function soakOf(script: Script, acts: Readonly<Record<number, (soak: Soak) => void>>, own: Partial<Load> = {}) {
  const entries: Entry[] = [];
  let windows = 0;
  const lanes = new FakeLanes({
    ...script,
    window: (order, setup) => {
      if (order.durationMs < 1_000) return null;
      acts[windows]?.(soak);
      windows += 1;
      return script?.window?.(order, setup) ?? null;
    },
  });
  const soak: Soak = new Soak(
    { ...standardLoad, agents: 10, ...own },
    {
      lanes,
      nowMs: () => lanes.nowMs,
      hardwareConcurrency: 2,
      canShareMemory: true,
      probe: () => () => ({ busyShare: 0.01, longTasks: 0 }),
      measureMemory: async () => unavailable("Not here."),
    },
    { begun: () => undefined, entry: (entry) => entries.push(entry), paused: () => undefined },
  );
  const slots = () => entries.flatMap((entry) => ("slot" in entry ? [entry.slot] : []));
  const marks = () => entries.flatMap((entry) => ("mark" in entry ? [entry.mark.kind] : []));
  return { soak, lanes, slots, marks, entries };
}

const dies = { state: "failed", reason: "A worker died." } as const;

test("A8 and A11: intervals follow each other until it is stopped, each with what was offered and what the page itself cost", async () => {
  const { soak, slots, marks } = soakOf({}, { 3: ({ stop }) => stop() });
  await expect(soak.run()).resolves.toEqual({ state: "stopped" });
  expect(slots().length).toBeGreaterThanOrEqual(3);
  expect(slots()[0]).toMatchObject({
    agents: 10,
    offered: 400,
    failed: 0,
    mainThread: 0.01,
    longTasks: 0,
    cache: null,
  });
  expect(marks()).toEqual(["start", "stop"]);
});

test("A6: a paused load has no intervals, and neither is its time in them", async () => {
  const { soak, lanes, slots, marks } = soakOf(
    {},
    {
      1: (own) => {
        own.pause();
        queueMicrotask(() =>
          setTimeout(() => {
            lanes.nowMs += 60_000;
            own.resume();
          }),
        );
      },
      3: ({ stop }) => stop(),
    },
  );
  await soak.run();
  expect(marks()).toEqual(["start", "pause", "resume", "stop"]);
  const [, before, after] = slots();
  expect((after?.atMs ?? 0) - (before?.atMs ?? 0)).toBeGreaterThanOrEqual(60_000);
  expect(slots().every(({ ops }) => ops > 0)).toBe(true);
});

test("A5: a worker that dies is marked with its reason, its ops are lost, and fresh workers go on", async () => {
  let left = 1;
  const { soak, lanes, slots, marks, entries } = soakOf(
    { window: () => (left-- === 0 ? dies : null) },
    { 3: ({ stop }) => stop() },
  );
  await soak.run();
  expect(marks()).toEqual(["start", "crash", "restart", "stop"]);
  const texts = entries.flatMap((entry) => ("mark" in entry && entry.mark.kind === "crash" ? [entry.mark.text] : []));
  expect(texts).toEqual(["A worker died."]);
  expect(slots().filter(({ failed }) => failed > 0)).toMatchObject([{ ops: 0 }]);
  expect(lanes.resets).toBeGreaterThanOrEqual(1);
});

test("workers that die again and again end it, and it says why", async () => {
  const { soak, marks } = soakOf({ window: () => dies }, {});
  await expect(soak.run()).resolves.toEqual({ state: "broken", reason: "A worker died." });
  expect(marks().filter((kind) => kind === "crash")).toHaveLength(5);
  expect(marks().at(-1)).toBe("stop");
});

test("A5: a load that is changed while it lasts is marked, and the next interval has it", async () => {
  const { soak, slots, marks } = soakOf(
    {},
    {
      1: ({ change }) => change({ ...standardLoad, agents: 40 }),
      3: ({ stop }) => stop(),
    },
  );
  await soak.run();
  expect(slots().map(({ agents }) => agents)).toEqual([10, 10, 40, 40]);
  expect(marks()).toEqual(["start", "load", "stop"]);
});

test("where the machine cannot be calibrated nothing begins", async () => {
  const { soak, entries } = soakOf({ calibrate: () => ({ state: "failed", reason: "No workers." }) }, {});
  await expect(soak.run()).resolves.toEqual({ state: "broken", reason: "No workers." });
  expect(entries).toEqual([]);
});

test("a soak whose agents have a cache says what it found in each interval, also where a worker died", async () => {
  let left = 2;
  const { soak, lanes, slots } = soakOf(
    {
      window: (order) => {
        left -= 1;
        if (left === 0) return dies;
        const cache = { requests: 200, hits: 50 };
        return { state: "done", value: [reportWith({ completedOps: 200, elapsedMs: order.durationMs, cache })] };
      },
    },
    { 3: ({ stop }) => stop() },
    { cache: "lru", entries: 64 },
  );
  await soak.run();
  expect(lanes.setups.at(-1)?.cache).toEqual({
    kind: "cache",
    policy: "lru",
    slots: 64,
    scope: "worker",
    roundedTo: null,
  });
  expect(slots().map(({ cache }) => cache)).toEqual([
    { requests: 200, hits: 50 },
    { requests: 0, hits: 0 },
    { requests: 200, hits: 50 },
    { requests: 200, hits: 50 },
  ]);
});
