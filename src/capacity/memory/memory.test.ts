// The capacity formula: the published figures to the megabyte, and an inverse that is exact to the byte.
import fc from "fast-check";
import { expect, test } from "vitest";
import { budgetMB, memoryFor, mostAgents, READINGS, type CapacityConstants } from "./memory.ts";
import { publishedConstants } from "./published.ts";

const constants: fc.Arbitrary<CapacityConstants> = fc.record({
  baseMB: fc.double({ min: 0, max: 1e6, noNaN: true }),
  perAgentMB: fc.double({ min: 0.001, max: 1e5, noNaN: true }),
  cacheShare: fc.double({ min: 0, max: 10, noNaN: true }),
  bufferShare: fc.double({ min: 0, max: 10, noNaN: true }),
});
const reading = fc.constantFrom(...READINGS);

function total(agents: number, which: (typeof READINGS)[number]): number {
  return memoryFor(agents, publishedConstants, which).totalMB;
}

function most(gibibytes: number, which: (typeof READINGS)[number]) {
  return mostAgents({ amount: gibibytes, unit: "GiB" }, publishedConstants, which);
}

test("1, 25 and 50 agents in both readings", () => {
  expect([1, 25, 50].map((agents) => total(agents, "compounding"))).toEqual([963, 2475, 4050]);
  expect([1, 25, 50].map((agents) => total(agents, "agents-only"))).toEqual([813, 2325, 3900]);
});

test("the parts of 25 agents", () => {
  expect(memoryFor(25, publishedConstants, "compounding")).toEqual({
    baseMB: 500,
    agentsMB: 875,
    cacheMB: 275,
    bufferMB: 825,
    totalMB: 2475,
  });
  expect(memoryFor(25, publishedConstants, "agents-only")).toMatchObject({ cacheMB: 175, bufferMB: 775 });
});

test("a GiB is 1073.741824 MB", () => {
  expect(budgetMB({ amount: 1, unit: "GiB" })).toBe(1073.741824);
  expect(budgetMB({ amount: 963, unit: "MB" })).toBe(963);
});

test("1, 2 and 4 GiB hold 2, 19 and 53 agents, or 5, 22 and 56", () => {
  const expected = [
    [1, 2, 5],
    [2, 19, 22],
    [4, 53, 56],
  ] as const;
  for (const [amount, compounding, agentsOnly] of expected) {
    expect(most(amount, "compounding")).toMatchObject({ state: "fits", agents: compounding });
    expect(most(amount, "agents-only")).toMatchObject({ state: "fits", agents: agentsOnly });
  }
});

test("the memory of n agents holds exactly n agents, and one byte less holds one fewer", () => {
  const small = fc.record({
    baseMB: fc.double({ min: 0, max: 10_000, noNaN: true }),
    perAgentMB: fc.double({ min: 0.001, max: 100, noNaN: true }),
    cacheShare: fc.double({ min: 0, max: 2, noNaN: true }),
    bufferShare: fc.double({ min: 0, max: 2, noNaN: true }),
  });
  fc.assert(
    fc.property(small, reading, fc.integer({ min: 2, max: 1_000 }), (given, which, agents) => {
      const { totalMB } = memoryFor(agents, given, which);
      const oneByteLess = (Math.round(totalMB * 1e6) - 1) / 1e6;
      expect(mostAgents({ amount: totalMB, unit: "MB" }, given, which)).toMatchObject({ agents, freeMB: 0 });
      expect(mostAgents({ amount: oneByteLess, unit: "MB" }, given, which)).toMatchObject({ agents: agents - 1 });
    }),
    { numRuns: 1_000 },
  );
});

test("memory(n) ≤ budget < memory(n + 1) for any budget", () => {
  const budget = fc.record({
    amount: fc.double({ min: 0.001, max: 1e6, noNaN: true }),
    unit: fc.constantFrom("GiB" as const, "MB" as const),
  });
  const property = fc.property(constants, reading, budget, (given, which, available) => {
    const found = mostAgents(available, given, which);
    const limit = budgetMB(available);
    if (found.state === "infeasible") return memoryFor(1, given, which).totalMB > limit;
    const next = memoryFor(found.agents + 1, given, which).totalMB;
    return memoryFor(found.agents, given, which).totalMB <= limit && limit < next && found.freeMB >= 0;
  });
  expect(fc.check(property, { numRuns: 2_000 }).failed).toBe(false);
});

test("the parts add up", () => {
  const property = fc.property(constants, reading, fc.integer({ min: 0, max: 100_000 }), (given, which, agents) => {
    const { baseMB, agentsMB, cacheMB, bufferMB, totalMB } = memoryFor(agents, given, which);
    return Math.abs(baseMB + agentsMB + cacheMB + bufferMB - totalMB) <= totalMB * 1e-15 * 4;
  });
  expect(fc.check(property).failed).toBe(false);
});

test("for a budget below one agent it is said what would help, and that does help", () => {
  const found = mostAgents({ amount: 900, unit: "MB" }, publishedConstants, "compounding");
  expect(found).toEqual({
    state: "infeasible",
    oneAgentMB: 963,
    shortMB: 63,
    baseThatFitsMB: 465,
    bufferThatFits: 0.4,
  });
  const smallerBase = { ...publishedConstants, baseMB: 465 };
  const smallerBuffer = { ...publishedConstants, bufferShare: 0.4 };
  for (const changed of [smallerBase, smallerBuffer]) {
    expect(mostAgents({ amount: 900, unit: "MB" }, changed, "compounding")).toMatchObject({ state: "fits", agents: 1 });
  }
});

test("where no base or buffer would help, none is named", () => {
  expect(mostAgents({ amount: 10, unit: "MB" }, publishedConstants, "compounding")).toMatchObject({
    state: "infeasible",
    baseThatFitsMB: null,
    bufferThatFits: null,
  });
});
