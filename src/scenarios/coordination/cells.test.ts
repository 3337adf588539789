// The numbers of cells: each names one cell for good, whatever is ticked beside it.
import fc from "fast-check";
import { expect, test } from "vitest";
import { SEATED } from "../../measurement/lane/placement.ts";
import { TRANSPORTS } from "../../measurement/lane/transport.ts";
import { TOPOLOGIES } from "../../workloads/hearing.ts";
import { type Cell, cellName, cellOf, combinationsOf, controlOf, isControl, pointOf } from "./cells.ts";

const cells: fc.Arbitrary<Cell> = fc.record({
  agents: fc.integer({ min: 1, max: 9_999 }),
  topology: fc.constantFrom(...TOPOLOGIES),
  transport: fc.constantFrom(null, ...TRANSPORTS),
  placement: fc.constantFrom(...SEATED),
});

test("every cell has a number of its own, from which it is read again", () => {
  fc.assert(
    fc.property(cells, (cell) => {
      expect(cellOf(pointOf(cell))).toEqual(cell);
    }),
  );
});

test("the numbers that kept results hold never change", () => {
  const kept = { agents: 20, topology: "all-to-all", transport: "message", placement: "pool" } as const;
  expect(pointOf(kept)).toBe(3_220_020);
  expect(pointOf({ agents: 5, topology: "ring", transport: "shared-memory", placement: "single-lane" })).toBe(
    1_100_005,
  );
  expect(pointOf({ agents: 2, topology: "star", transport: null, placement: "worker-per-agent" })).toBe(2_010_002);
  expect(pointOf(controlOf({ agents: 100, placement: "pool" }))).toBe(20_100);
});

test("a number that names no cell is none, and is shown as it is", () => {
  for (const at of [9_990_005, 20_000, 4_000_001, 1_120_005.5, 1e9, 3_290_020]) expect(cellOf(at)).toBeNull();
  expect(cellName(9_990_005)).toBe("row 9990005");
  fc.assert(
    fc.property(fc.double({ min: 0, max: 1e9, noNaN: true }), (at) => {
      expect(cellName(at)).not.toBe("");
    }),
  );
});

test("a cell is named in words", () => {
  expect(cellName(1_120_020)).toBe("20 agents, ring, shared memory, pool");
  expect(cellName(3_220_020)).toBe("20 agents, all-to-all, messages, pool");
  expect(cellName(20_005)).toBe("5 agents, in silence, pool");
});

test("each placement has its silence, and a single lane no transport", () => {
  const all = combinationsOf({
    agents: [2],
    topologies: ["ring", "star", "all-to-all"],
    transports: ["shared-memory", "message"],
    placements: ["single-lane", "worker-per-agent", "pool"],
  });
  expect(all).toHaveLength(3 + 3 + 2 * 3 * 2);
  expect(all.filter(isControl).map(({ placement }) => placement)).toEqual(["single-lane", "worker-per-agent", "pool"]);
  for (const { placement, transport } of all) if (placement === "single-lane") expect(transport).toBeNull();
});
