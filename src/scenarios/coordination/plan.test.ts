// The order of a coordination run: every cell as often as asked, in blocks with their control, and messages alone before.
import fc from "fast-check";
import { expect, test } from "vitest";
import { cellOf, isControl } from "./cells.ts";
import { coordination } from "./coordination.ts";
import { coordinationDefaults, type CoordinationSettings, tickedOf } from "./fields.ts";
import { MESSAGE_BYTES, planCoordination, pointsOf } from "./plan.ts";
import { messageSeriesOf, ROW, SOLO } from "./series.ts";

const settings: CoordinationSettings = { ...coordinationDefaults, agents: [5, 2], repeats: 4 };

function rowsOf(of: CoordinationSettings) {
  return planCoordination(of).filter(({ series }) => series === ROW);
}

test("the same seed gives the same order, another seed another", () => {
  expect(planCoordination(settings)).toEqual(planCoordination(settings));
  expect(planCoordination({ ...settings, seed: 8 })).not.toEqual(planCoordination(settings));
});

test("every cell is planned once a repeat, whatever is ticked and whatever the seed", () => {
  const ticks = fc.record({
    seed: fc.integer({ min: 0, max: 2_147_483_647 }),
    topologies: fc.constantFrom("ring", "star,all-to-all", "ring,star,all-to-all"),
    transports: fc.constantFrom("shared-memory", "message", "shared-memory,message"),
    placements: fc.constantFrom("pool", "single-lane", "single-lane,worker-per-agent,pool"),
    repeats: fc.integer({ min: 1, max: 4 }),
  });
  fc.assert(
    fc.property(ticks, (ticked) => {
      const own = { ...settings, ...ticked };
      const planned = rowsOf(own).map(({ at, repeat }) => `${at} ${repeat}`);
      const points = pointsOf(tickedOf(own));
      const all = points.flatMap((at) => Array.from({ length: own.repeats }, (_, repeat) => `${at} ${repeat}`));
      expect(planned.toSorted()).toEqual(all.toSorted());
      expect(new Set(planCoordination(own).map((one) => JSON.stringify(one))).size).toBe(planCoordination(own).length);
    }),
    { numRuns: 50 },
  );
});

test("each control stands in one block with the cells that it is the control of", () => {
  const rows = rowsOf(settings);
  const size = 3 * 2 + 1;
  for (let first = 0; first < rows.length; first += size) {
    const block = rows.slice(first, first + size).map(({ at, repeat }) => ({ cell: cellOf(at), repeat }));
    expect(new Set(block.map(({ cell, repeat }) => `${cell?.agents} ${cell?.placement} ${repeat}`)).size).toBe(1);
    expect(block.filter(({ cell }) => cell !== null && isControl(cell))).toHaveLength(1);
  }
});

test("messages alone are measured at start, middle and end, and only what is ticked", () => {
  const plan = planCoordination({ ...settings, transports: "message" });
  const messages = plan.filter(({ series }) => messageSeriesOf(series) !== null);
  expect(new Set(messages.map(({ series }) => series))).toEqual(
    new Set(["publish", "sizes-message", "carry-message", "barrier-message", "all-message"]),
  );
  for (const bytes of MESSAGE_BYTES) {
    const repeats = messages.filter(({ series, at }) => series === "sizes-message" && at === bytes);
    expect(repeats.map(({ repeat }) => repeat)).toEqual([0, 1, 2]);
  }
  const rows = plan.flatMap(({ series }, place) => (series === ROW ? [place] : []));
  const places = (repeat: number) =>
    plan.flatMap((one, place) => (messageSeriesOf(one.series) !== null && one.repeat === repeat ? [place] : []));
  expect(Math.max(...places(0))).toBeLessThan(rows[0] ?? 0);
  expect(Math.min(...places(1))).toBeGreaterThan(rows[0] ?? 0);
  expect(Math.max(...places(1))).toBeLessThan(rows.at(-1) ?? 0);
  expect(Math.min(...places(2))).toBeGreaterThan(rows.at(-1) ?? 0);
});

test("where all sit on one lane nothing is carried, so that no message is measured alone", () => {
  const plan = planCoordination({ ...settings, placements: "single-lane" });
  expect(plan.some(({ series }) => messageSeriesOf(series) !== null)).toBe(false);
});

test("one agent alone is measured at start, middle and end", () => {
  const places = planCoordination(settings).flatMap(({ series }, place) => (series === SOLO ? [place] : []));
  expect(places[0]).toBe(0);
  expect(places.at(-1)).toBe(planCoordination(settings).length - 1);
  expect(places).toHaveLength(3 * 2);
});

test("a matrix with more trials than a result holds is refused with the number and the way out", () => {
  const many = coordination.configure({
    ...coordinationDefaults,
    placements: "single-lane,worker-per-agent,pool",
    agents: [2, 3, 4, 5, 6, 7, 8],
    repeats: 30,
  });
  const refusal = many.state === "read" ? many.value.refusal : "";
  expect(refusal).toContain("and a result holds 1,800. Choose fewer agent counts or repeats");
  expect(coordination.standard().refusal).toBeNull();
});

test("whatever is not refused fits into a result, also where every trial takes three attempts", () => {
  const any = fc.record({
    agents: fc.uniqueArray(fc.integer({ min: 2, max: 100 }), { minLength: 1, maxLength: 12 }),
    repeats: fc.integer({ min: 1, max: 30 }),
    placements: fc.constantFrom("pool", "single-lane,worker-per-agent,pool"),
  });
  fc.assert(
    fc.property(any, (some) => {
      const reading = coordination.configure({ ...coordinationDefaults, ...some });
      if (reading.state === "refused") throw new Error(reading.message);
      if (reading.value.refusal !== null) return;
      expect(3 * planCoordination({ ...coordinationDefaults, ...some }).length).toBeLessThanOrEqual(6_000);
    }),
    { numRuns: 50 },
  );
});

test("ticks that are wrong or missing are refused with the field's name and what it takes", () => {
  for (const text of ["", "none", "ring,circle"]) {
    const reading = coordination.withText(coordinationDefaults, "topologies", text);
    expect(reading).toMatchObject({ state: "refused" });
    expect(reading.state === "refused" ? reading.message : "").toContain("Topologies must be one or more of: ring,");
  }
  expect(coordination.withText(coordinationDefaults, "agents", "1, 5")).toMatchObject({ state: "refused" });
});

test("a page that cannot share memory is told what it measures instead", () => {
  const isolated = coordination.standard();
  expect(isolated.fixedOn({ canShareMemory: true })).toEqual({});
  expect(isolated.fixedOn({ canShareMemory: false })).toEqual({ transports: "message" });
});
