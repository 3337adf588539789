import { assert, integer, property, record } from "fast-check";
import { expect, test } from "vitest";
import { resourcesFor } from "./contention.ts";
import { FairResources, resourcesBytes } from "./fair-resources.ts";
import { Network } from "./fixtures/network.ts";
import { heldShare } from "./machine-repairman.ts";

test.each([
  [5, 2, 8],
  [20, 10, 10],
  [50, 5, 45],
])(
  "G5: %d agents that hold for %d ms and think for %d ms use resources as the closed form says",
  (agents, holdMs, thinkMs) => {
    const network = new Network({ protocol: { kind: "contention", holdMs, thinkMs }, agents, delayMs: 1e-6 });
    network.pass(40_000);
    const held = (network.times["hold"] ?? []).reduce((sum, ms) => sum + ms, 0);
    const share = held / (40_000 * resourcesFor(agents));
    expect(Math.abs(share / heldShare(agents, resourcesFor(agents), thinkMs, holdMs) - 1)).toBeLessThan(0.05);
  },
);

test("G5: nobody is passed over, and all who asked are served, so that nothing deadlocks", () => {
  const scenes = record({ agents: integer({ min: 1, max: 30 }), seed: integer({ min: 0, max: 1e9 }) });
  assert(
    property(scenes, ({ agents, seed }) => {
      const protocol = { kind: "contention", holdMs: 3, thinkMs: 1 } as const;
      const network = new Network({ protocol, agents, seed });
      network.pass(2_000, 500);
      return network.standing().inFlight === 0 && network.count("done") === network.count("asked");
    }),
    { numRuns: 40 },
  );
});

test("who asks first is served first", () => {
  const resources = new FairResources(new ArrayBuffer(resourcesBytes(4, 1)), 4, 1);
  const tickets = [2, 0, 3].map((agent) => resources.ask(agent));
  expect(tickets.map((ticket) => resources.isTurn(ticket))).toEqual([true, false, false]);
  const first = resources.enter(2);
  expect(resources.release(2, first)).toEqual({ agent: 0, ticket: tickets[1] });
  expect(resources.isTurn(tickets[1] ?? 0)).toBe(true);
  const second = resources.enter(0);
  expect(resources.release(0, second)).toEqual({ agent: 3, ticket: tickets[2] });
  expect(resources.release(3, resources.enter(3))).toBeNull();
  expect(resources.takeFaults()).toBe(0);
});

test("entering out of turn and giving back what one does not hold are counted as faults", () => {
  const resources = new FairResources(new ArrayBuffer(resourcesBytes(4, 2)), 4, 2);
  resources.ask(0);
  resources.enter(0);
  resources.release(1, 0);
  expect(resources.takeFaults()).toBe(1);
});

test("of n machines and as many repairmen each works by itself: hold / (hold + think)", () => {
  expect(heldShare(7, 7, 30, 10)).toBeCloseTo(0.25, 12);
  expect(heldShare(1, 1, 0.001, 1_000)).toBeCloseTo(1, 5);
});
