// Where agents sit: every agent once, lanes filled evenly.
import fc from "fast-check";
import { expect, test } from "vitest";
import { PLACEMENTS, placements, shareAgents, WORKERS_MOST } from "./placement.ts";

test("every agent sits on exactly one lane, in order, and lanes differ by one agent at most", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 2_000 }), fc.integer({ min: 1, max: 400 }), (agents, wanted) => {
      const shares = shareAgents(agents, Math.min(agents, wanted));
      let next = 0;
      for (const share of shares) {
        expect(share.firstAgent).toBe(next);
        next += share.agents;
      }
      expect(next).toBe(agents);
      const sizes = shares.map((share) => share.agents);
      expect(Math.max(...sizes) - Math.min(...sizes)).toBeLessThanOrEqual(1);
      expect(Math.min(...sizes)).toBeGreaterThanOrEqual(1);
    }),
  );
});

test("larger shares come first", () => {
  expect(shareAgents(7, 3)).toEqual([
    { firstAgent: 0, agents: 3 },
    { firstAgent: 3, agents: 2 },
    { firstAgent: 5, agents: 2 },
  ]);
});

test.each([
  ["single-lane", 50, 4, 1],
  ["worker-per-agent", 50, 4, 50],
  ["pool", 50, 4, 4],
  ["pool", 3, 4, 3],
] as const)("%s with %i agents and a pool of %i takes %i workers", (placement, agents, pool, lanes) => {
  expect(placements[placement].lanesFor(agents, pool)).toBe(lanes);
});

test.each(PLACEMENTS)("%s seats any agents on whole workers, or says why it cannot, with the way out", (kind) => {
  const { lanesFor, refusalOf } = placements[kind];
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 2_000 }), fc.integer({ min: 1, max: WORKERS_MOST }), (agents, pool) => {
      const lanes = lanesFor(agents, pool);
      expect(Number.isInteger(lanes) && lanes >= 1 && lanes <= agents, `${agents} agents on ${lanes}`).toBe(true);
      if (lanes > WORKERS_MOST) expect(refusalOf(agents) ?? "not refused").toContain("or fewer");
      else expect(refusalOf(agents)).toBeNull();
    }),
    {
      examples: [
        [WORKERS_MOST, 1],
        [WORKERS_MOST + 1, 1],
        [2_000, WORKERS_MOST],
      ],
    },
  );
});
