// What lanes carry to each other: what is heard across lanes, and nothing else.
import fc from "fast-check";
import { expect, test } from "vitest";
import type { AgentBlock } from "../../workloads/hearing.ts";
import { TOPOLOGIES } from "../../workloads/hearing.ts";
import { hearings } from "../../workloads/hearings.ts";
import { shareAgents } from "./placement.ts";
import { routesOf } from "./routes.ts";

function agentsIn(blocks: readonly AgentBlock[]): number[] {
  return blocks.flatMap(({ firstAgent, agents }) => Array.from({ length: agents }, (_, i) => firstAgent + i));
}

/** Lane by lane: the other lane, what is sent there, what comes from there. */
function listed(kind: (typeof TOPOLOGIES)[number], agents: number, lanes: number) {
  return routesOf(hearings[kind], shareAgents(agents, lanes)).byLane.map((routes) =>
    routes.map(({ lane, sends, receives }) => [lane, agentsIn(sends), agentsIn(receives)]),
  );
}

test("a ring sends the agents at the edges of a lane, each to the side that hears it", () => {
  expect(listed("ring", 9, 3)).toEqual([
    [
      [1, [2], [3]],
      [2, [0], [8]],
    ],
    [
      [0, [3], [2]],
      [2, [5], [6]],
    ],
    [
      [0, [8], [0]],
      [1, [6], [5]],
    ],
  ]);
});

test("lanes far apart on a ring have no route, but each has one to lane 0", () => {
  const routes = listed("ring", 10, 5);
  expect(routes[2]).toEqual([
    [0, [], []],
    [1, [4], [3]],
    [3, [5], [6]],
  ]);
});

test("a star sends the hub to every lane, and every leaf to the hub's lane", () => {
  expect(listed("star", 5, 3)).toEqual([
    [
      [1, [0], [2, 3]],
      [2, [0], [4]],
    ],
    [[0, [2, 3], [0]]],
    [[0, [4], [0]]],
  ]);
});

test("where nobody hears anybody, lanes still meet at lane 0", () => {
  expect(listed("none", 4, 3)).toEqual([
    [
      [1, [], []],
      [2, [], []],
    ],
    [[0, [], []]],
    [[0, [], []]],
  ]);
});

test("rows go both ways between each two lanes where all hear all, and on small rings", () => {
  const isComplete = (kind: (typeof TOPOLOGIES)[number], agents: number, lanes: number) =>
    routesOf(hearings[kind], shareAgents(agents, lanes)).isComplete;
  expect(isComplete("all-to-all", 20, 7)).toBe(true);
  expect(isComplete("ring", 9, 3)).toBe(true);
  expect(isComplete("ring", 9, 4)).toBe(false);
  expect(isComplete("star", 5, 2)).toBe(true);
  expect(isComplete("star", 5, 3)).toBe(false);
  expect(isComplete("none", 5, 2)).toBe(false);
});

test("what one lane sends is what the other expects, and each agent's senders on other lanes come in once", () => {
  const any = fc.record({
    kind: fc.constantFrom(...TOPOLOGIES),
    agents: fc.integer({ min: 1, max: 40 }),
    wanted: fc.integer({ min: 1, max: 9 }),
  });
  fc.assert(
    fc.property(any, ({ kind, agents, wanted }) => {
      const shares = shareAgents(agents, Math.min(agents, wanted));
      const { byLane } = routesOf(hearings[kind], shares);
      for (const [lane, routes] of byLane.entries()) {
        const own = agentsIn(shares.slice(lane, lane + 1));
        const heard = new Set(own.flatMap((agent) => [...hearings[kind].sendersOf(agent, agents)]));
        for (const agent of own) heard.delete(agent);
        const received = routes.flatMap(({ receives }) => agentsIn(receives));
        expect(received.sort((a, b) => a - b)).toEqual([...heard].sort((a, b) => a - b));
        for (const route of routes) {
          const back = byLane[route.lane]?.find((other) => other.lane === lane);
          expect(back).toEqual({ lane, sends: route.receives, receives: route.sends });
        }
      }
    }),
  );
});
