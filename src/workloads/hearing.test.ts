// Who hears whom: the messages of a round are counted as they are read, and agree with the closed forms.
import fc from "fast-check";
import { expect, test } from "vitest";
import { seededRandom } from "./chance.ts";
import { TOPOLOGIES, type TopologyKind } from "./hearing.ts";
import { hearings } from "./hearings.ts";
import { occupancyReader } from "./readers.ts";

const closedForms: Readonly<Record<TopologyKind, (agents: number) => number>> = {
  none: () => 0,
  ring: (agents) => (agents === 1 ? 0 : agents === 2 ? 2 : 2 * agents),
  star: (agents) => 2 * (agents - 1),
  "all-to-all": (agents) => agents * (agents - 1),
};

function occupanciesFor(agents: number, length: number): Float64Array[] {
  return Array.from({ length: agents }, () => new Float64Array(length).fill(9));
}

test.each(TOPOLOGIES)("%s: as many messages are read in a round as the closed form says", (kind) => {
  for (const agents of [1, 2, 3, 4, 5, 8, 13, 50]) {
    const read = occupancyReader(hearings[kind], {
      block: { firstAgent: 0, agents },
      totalAgents: agents,
      messageLength: 2,
    });
    expect(read(new Float64Array(2 * agents), occupanciesFor(agents, 2)), `${agents} agents`).toBe(
      closedForms[kind](agents),
    );
  }
});

test("two agents on a ring hear each other once, and three hear both others", () => {
  const { ring } = hearings;
  expect([...ring.sendersOf(0, 1)]).toEqual([]);
  expect([0, 1].map((agent) => [...ring.sendersOf(agent, 2)])).toEqual([[1], [0]]);
  expect([...ring.sendersOf(0, 3)]).toEqual([2, 1]);
});

test("the hub of a star hears everybody, and everybody hears it alone", () => {
  expect([...hearings.star.sendersOf(0, 4)]).toEqual([1, 2, 3]);
  expect([...hearings.star.sendersOf(3, 4)]).toEqual([0]);
  expect([...hearings.star.sendersOf(0, 1)]).toEqual([]);
});

test("nobody hears itself, nobody twice, and nobody who is not there", () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...TOPOLOGIES),
      fc.integer({ min: 1, max: 60 }).chain((agents) => fc.tuple(fc.constant(agents), fc.nat(agents - 1))),
      (kind, [agents, agent]) => {
        const senders = [...hearings[kind].sendersOf(agent, agents)];
        expect(new Set(senders).size).toBe(senders.length);
        expect(senders).not.toContain(agent);
        for (const sender of senders) expect(sender >= 0 && sender < agents && Number.isInteger(sender)).toBe(true);
      },
    ),
  );
});

test("agents wait for each other exactly where they hear each other", () => {
  for (const kind of TOPOLOGIES) expect(hearings[kind].lockStep).toBe(closedForms[kind](5) > 0);
});

test("the agents of any block read the sum of exactly those that they hear", () => {
  const round = fc.record({
    kind: fc.constantFrom(...TOPOLOGIES),
    agents: fc.integer({ min: 1, max: 30 }),
    length: fc.integer({ min: 1, max: 9 }),
    bounds: fc.tuple(fc.nat(30), fc.nat(30)),
    seed: fc.integer(),
  });
  fc.assert(
    fc.property(round, ({ kind, agents, length, bounds, seed }) => {
      const messages = Float64Array.from({ length: agents * length }, seededRandom(seed));
      const [firstAgent, end] = [Math.min(agents, ...bounds), Math.min(agents, Math.max(...bounds))];
      const block = { firstAgent, agents: end - firstAgent };
      const occupancies = occupanciesFor(block.agents, length);
      const read = occupancyReader(hearings[kind], { block, totalAgents: agents, messageLength: length })(
        messages,
        occupancies,
      );
      let heard = 0;
      for (const [i, occupancy] of occupancies.entries()) {
        const senders = [...hearings[kind].sendersOf(firstAgent + i, agents)];
        heard += senders.length;
        for (const [s, value] of occupancy.entries()) {
          const sum = senders.reduce((total, sender) => total + messages[sender * length + s]!, 0);
          expect(value).toBeCloseTo(sum, 12);
        }
      }
      expect(read).toBe(heard);
    }),
  );
});
