// Where agents sit: every agent once, lanes filled evenly.
import fc from "fast-check";
import { expect, test } from "vitest";
import { placements, shareAgents } from "./placement.ts";

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
