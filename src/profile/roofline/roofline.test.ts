// H1: the share of the roof is that of the lower one, per placement, and the page and the command show the same cells.
import { expect, test } from "vitest";
import { FakeLanes } from "../../measurement/fixtures/fake-lanes.ts";
import { profileDefaults } from "../profile-fields.ts";
import { rooflineRow, type RooflineRun } from "./roofline.ts";
import { rooflineCells } from "./roofline-table.ts";
import { takeRoofline } from "./take-roofline.ts";

const machine = { cores: 2, poolWorkers: 2, canShareMemory: true };
const around = { machine, isStopped: () => false, tell: () => undefined };

const run: RooflineRun = {
  placement: "batched",
  precision: "f64",
  workers: 2,
  agents: 512,
  opsPerSecond: 1_000_000,
  steppedBy: "f64 relaxed",
  cost: { flops: 2_000, bytes: 500 },
  roof: { flops: 8e9, bytes: 10e9 },
};

test("H1: arithmetic bounds where memory would allow more, and memory where it would not", () => {
  expect(rooflineRow(run)).toMatchObject({ flops: 2e9, flopsMost: 8e9, bound: "arithmetic", share: 0.25 });
  const starved = { ...run, roof: { flops: 8e9, bytes: 1e9 } };
  expect(rooflineRow(starved)).toMatchObject({ flopsMost: 4e9, bound: "memory", share: 0.5 });
});

test("its cells carry their units in the heads, and say what stepped the agents", () => {
  expect(rooflineCells(rooflineRow(run))).toMatchObject({
    placement: "batched: the kernel, 64 bits",
    reached: "2",
    arithmetic: "8",
    memory: "10",
    share: "25%",
  });
  expect(rooflineCells(rooflineRow({ ...run, placement: "pool", steppedBy: "engine" })).placement).toBe(
    "pool: the engine",
  );
});

test("each placement is held against the roof of as many workers as it has, and of its own precision", async () => {
  const lanes = new FakeLanes();
  const taken = await takeRoofline({ ...profileDefaults, policyLength: 1 }, { ...around, host: lanes });
  const rows = taken.state === "finished" ? taken.rows : expect.fail(taken.state);
  expect(rows.map(({ placement, precision, workers }) => [placement, precision, workers])).toEqual([
    ["single-lane", "f64", 1],
    ["pool", "f64", 2],
    ["batched", "f64", 2],
    ["batched", "f32", 2],
  ]);
  expect(rows.map(({ roof }) => roof.flops)).toEqual([1e6, 2e6, 2e6, 2e6]);
  // One worker and two in 64 bits, two in 32: each probe five times.
  expect(lanes.roofOrders).toHaveLength(3 * 2 * 5);
  expect(lanes.setups.map(({ batch, totalAgents }) => [batch, totalAgents])).toEqual([
    [undefined, 256],
    [undefined, 512],
    ["f64", 512],
    ["f32", 512],
  ]);
});

test("a workload that no kernel takes is not counted, and lanes that fail or stop say so", async () => {
  const team = await takeRoofline({ ...profileDefaults, workload: "search" }, { ...around, host: new FakeLanes() });
  expect(team.state === "broken" ? team.reason : "").toContain("Choose the workload explorer.");
  const failing = new FakeLanes({ roof: () => ({ state: "failed", reason: "Worker 2 died." }) });
  expect(await takeRoofline(profileDefaults, { ...around, host: failing })).toEqual({
    state: "broken",
    reason: "Worker 2 died.",
  });
  const stopped = { ...around, host: new FakeLanes(), isStopped: () => true };
  expect(await takeRoofline(profileDefaults, stopped)).toEqual({ state: "stopped" });
});
