// The planner against brute force on small problems: nothing is cheaper, and every limit is kept.
import fc from "fast-check";
import { expect, test } from "vitest";
import { request } from "./fixtures/requests.ts";
import { packInto, roomOf } from "./machine-room.ts";
import { memoryFor } from "../memory/memory.ts";
import { survivingSum } from "./plan-of-sizes.ts";
import { type Plan, type PlanRequest, type Split, sizesOf } from "./plan.ts";
import { cheapestPlan } from "./planner.ts";
import { latencyMsAt, meets, wantedAgents, wantedValue } from "./process-sizes.ts";

/** All multisets of sizes with up to `most` members. */
function* multisets(sizes: readonly number[], most: number): Generator<readonly number[]> {
  yield [];
  if (most === 0) return;
  for (const [at, size] of sizes.entries()) {
    for (const rest of multisets(sizes.slice(at), most - 1)) yield [size, ...rest];
  }
}

function memoryOf(sizes: readonly number[], { constants, reading }: PlanRequest): number {
  return sizes.reduce((sum, agents) => sum + memoryFor(agents, constants, reading).totalMB, 0);
}

function fulfils(sizes: readonly number[], asked: PlanRequest): boolean {
  const rates = sizes.map((agents) => asked.throughput[agents] ?? 0);
  const { demand, headroomShare } = asked;
  const eachHolds = sizes.every((agents, at) => {
    const rate = rates[at] ?? 0;
    const single = asked.throughput[1] ?? 0;
    return (
      (asked.latencyMsMost === null || meets(asked.latencyMsMost, latencyMsAt(agents, rate))) &&
      (asked.efficiencyLeast === null || meets(rate, agents * single * asked.efficiencyLeast)) &&
      (demand.kind === "throughput" || meets(rate, agents * demand.opsPerSecondPerAgent * (1 + headroomShare)))
    );
  });
  const values = demand.kind === "throughput" ? rates : sizes;
  const isWithinBudget = asked.memoryMBMost === null || meets(asked.memoryMBMost, memoryOf(sizes, asked));
  return (
    isWithinBudget &&
    sizes.length > asked.spare &&
    eachHolds &&
    meets(survivingSum(values, asked.spare), wantedValue(asked)) &&
    survivingSum(sizes, asked.spare) >= wantedAgents(asked)
  );
}

/** The objective of the best plan by trying all; null where there is none. */
function bruteForce(asked: PlanRequest, split: Split): number | null {
  let best: number | null = null;
  const counts = asked.throughput.flatMap((rate, agents) => (agents >= 1 && rate !== null ? [agents] : []));
  for (const sizes of multisets(counts, asked.processesMost)) {
    if (split === "equal" && new Set(sizes).size > 1) continue;
    if (!fulfils(sizes, asked)) continue;
    const needs = sizes.map((agents) => memoryFor(agents, asked.constants, asked.reading).totalMB);
    const memoryMB = needs.reduce((sum, need) => sum + need, 0);
    const uses = asked.machines.flatMap((machine) => {
      const packing = packInto(roomOf(machine, asked.vcpuPerProcess), needs);
      return packing.state === "packed" ? [{ machine, count: packing.bins.length }] : [];
    });
    if (asked.machines.length > 0 && uses.length === 0) continue;
    const figures = {
      memory: memoryMB,
      machines: Math.min(...uses.map(({ count }) => count)),
      price: Math.min(...uses.map(({ machine, count }) => (machine.pricePerHour ?? Infinity) * count)),
    };
    const figure = figures[asked.objective];
    if (figure !== Infinity && (best === null || figure < best)) best = figure;
  }
  return best;
}

const machineTypes = fc.record({
  name: fc.constant("m"),
  platform: fc.constant("whole" as const),
  memoryGiB: fc.integer({ min: 2, max: 6 }),
  vcpu: fc.integer({ min: 1, max: 4 }),
  podsMost: fc.constant(110),
  pricePerHour: fc.integer({ min: 1, max: 9 }),
});

const requests = fc
  .record({
    rates: fc.array(fc.option(fc.integer({ min: 1, max: 60 }), { nil: null }), { minLength: 1, maxLength: 6 }),
    wanted: fc.integer({ min: 1, max: 150 }),
    byAgents: fc.boolean(),
    agentsLeast: fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 20 })),
    spare: fc.constantFrom(0, 1, 2),
    processesMost: fc.integer({ min: 1, max: 5 }),
    latencyMsMost: fc.option(fc.integer({ min: 20, max: 400 }), { nil: null }),
    baseMB: fc.constantFrom(0, 100, 500),
    machines: fc.array(machineTypes, { minLength: 1, maxLength: 3 }),
    withMachines: fc.boolean(),
    objective: fc.constantFrom("memory", "machines", "price"),
    headroomShare: fc.constantFrom(0, 0.1),
    budgetMB: fc.option(fc.integer({ min: 500, max: 12_000 }), { nil: null }),
  })
  .map(
    ({ rates, wanted, byAgents, agentsLeast, spare, baseMB, machines, withMachines, objective, budgetMB, ...rest }) =>
      request({
        ...rest,
        memoryMBMost: budgetMB,
        throughput: [null, ...rates],
        demand: byAgents
          ? { kind: "agents", agents: Math.ceil(wanted / 10), opsPerSecondPerAgent: 3 }
          : { kind: "throughput", opsPerSecond: wanted, agentsLeast },
        spare: spare === 0 ? 0 : spare === 1 ? 1 : 2,
        constants: { baseMB, perAgentMB: 350, cacheShare: 0.2, bufferShare: 0.5 },
        machines: withMachines || objective !== "memory" ? machines : [],
        objective: objective === "memory" ? "memory" : objective === "price" ? "price" : "machines",
      }),
  );

function figureOf(plan: Plan, asked: PlanRequest): number {
  const figures = { memory: plan.memoryMB, machines: plan.machines?.count, price: plan.machines?.pricePerHour };
  return figures[asked.objective] ?? Infinity;
}

test.each(["equal", "mixed"] as const)(
  "no %s plan found by brute force is cheaper, and plans fulfil all limits",
  (split) => {
    fc.assert(
      fc.property(requests, (drawn) => {
        // With mixed sizes and an objective of machines or price, plans within a budget are not exact.
        const isExact = split === "equal" || drawn.objective === "memory";
        const asked = isExact ? drawn : { ...drawn, memoryMBMost: null };
        // Nor are they with agents beside op/s, save the least memory with nothing spare.
        const isBest =
          split === "equal" || wantedAgents(asked) === 0 || (asked.spare === 0 && asked.machines.length === 0);
        const outcome = cheapestPlan(asked, split);
        const best = bruteForce(asked, split);
        if (outcome.state === "infeasible") {
          if (isBest) expect(best, JSON.stringify(outcome.why)).toBeNull();
          return;
        }
        const { plan } = outcome;
        const sizes = sizesOf(plan.groups);
        expect(fulfils(sizes, asked)).toBe(true);
        expect(plan.processes).toBeLessThanOrEqual(asked.processesMost);
        expect(best).not.toBeNull();
        if (isBest) expect(figureOf(plan, asked)).toBeCloseTo(best!, 6);
        else expect(figureOf(plan, asked)).toBeGreaterThanOrEqual(best! - 1e-6);
        if (plan.machines === null) return;
        const { machine, placement, count } = plan.machines;
        const room = roomOf(machine, asked.vcpuPerProcess);
        expect(placement).toHaveLength(count);
        expect(placement.flat().sort((a, b) => a - b)).toEqual([...sizes].sort((a, b) => a - b));
        for (const held of placement) {
          const needs = held.map((agents) => memoryFor(agents, asked.constants, asked.reading).totalMB);
          expect(needs.reduce((sum, need) => sum + need, 0)).toBeLessThanOrEqual(room.memoryMB + 1e-6);
          expect(held.length).toBeLessThanOrEqual(room.processes);
        }
      }),
      { numRuns: 1_500 },
    );
  },
);
