// Rounds by either transport: every agent reads exactly the posteriors of its senders, whatever lanes they sit on.
import fc from "fast-check";
import { expect, test } from "vitest";
import { seededRandom } from "../../workloads/chance.ts";
import { type Hearing, TOPOLOGIES, type TopologyKind } from "../../workloads/hearing.ts";
import { hearings } from "../../workloads/hearings.ts";
import { FakeClock, fakeGroup, fakeParticipant } from "../fixtures/fake-clock.ts";
import { messageLinks, scriptedRounds } from "../fixtures/rounds.ts";
import { LatencyRecorder } from "../lane/latency-recorder.ts";
import { runLockStep } from "../lane/lock-step-window.ts";
import { shareAgents } from "../lane/placement.ts";
import { TRANSPORTS } from "../lane/transport.ts";

/** Anybody hears anybody, one way or both, by the flip of a coin. */
function randomHearing(seed: number, density: number): Hearing {
  const sendersOf = (agent: number, agents: number): number[] => {
    const random = seededRandom(seed + agent);
    return Array.from({ length: agents }, (_, i) => i).filter((i) => random() < density && i !== agent);
  };
  return { ...hearings.ring, sendersOf };
}

const anyHearing = fc.oneof(
  fc.constantFrom(...TOPOLOGIES).map((kind): Hearing => hearings[kind]),
  fc.tuple(fc.integer(), fc.double({ min: 0, max: 1, noNaN: true })).map(([seed, share]) => randomHearing(seed, share)),
);

test.each(TRANSPORTS)("%s: whatever is heard is read, in every round, and nothing else", async (transport) => {
  const script = fc.record({
    hearing: anyHearing,
    agents: fc.integer({ min: 1, max: 14 }),
    lanesWanted: fc.integer({ min: 1, max: 6 }),
    messageLength: fc.integer({ min: 1, max: 4 }),
  });
  await fc.assert(
    fc.asyncProperty(script, async ({ hearing, agents, lanesWanted, messageLength }) => {
      const shares = shareAgents(agents, Math.min(agents, lanesWanted));
      const posteriorOf = (agent: number, round: number): number[] =>
        Array.from({ length: messageLength }, (_, s) => 1 + agent * 100 + round * 10 + s);
      const seen = await scriptedRounds({ hearing, transport, shares, messageLength, rounds: 3, posteriorOf });
      for (const [round, { messagesRead, occupancies }] of seen.entries()) {
        let heard = 0;
        for (const [agent, occupancy] of occupancies.entries()) {
          const senders = [...hearing.sendersOf(agent, agents)];
          heard += senders.length;
          const sums = Array.from({ length: messageLength }, (_, s) =>
            senders.reduce((sum, sender) => sum + (posteriorOf(sender, round)[s] ?? 0), 0),
          );
          expect(occupancy).toEqual(sums);
        }
        expect(messagesRead).toBe(heard);
      }
    }),
    { numRuns: 60 },
  );
});

/** Bytes that a round of 6 agents on 3 lanes with 2 numbers each carries: 16 per row. */
async function bytesOf(transport: (typeof TRANSPORTS)[number], hearing: Hearing, lanes: number): Promise<number> {
  const posteriorOf = (): number[] => [0.5, 0.5];
  const shares = shareAgents(6, lanes);
  const seen = await scriptedRounds({ hearing, transport, shares, messageLength: 2, rounds: 2, posteriorOf });
  expect(seen[0]?.bytesCarried).toBe(seen[1]?.bytesCarried);
  return seen[0]?.bytesCarried ?? Number.NaN;
}

test("by messages a row is carried once to each lane that hears it, and within a lane not at all", async () => {
  expect(await bytesOf("message", hearings["all-to-all"], 3)).toBe(6 * 2 * 16);
  expect(await bytesOf("message", hearings.ring, 3)).toBe(6 * 16);
  expect(await bytesOf("message", hearings.star, 3)).toBe((2 + 4) * 16);
  expect(await bytesOf("message", hearings.none, 3)).toBe(0);
  expect(await bytesOf("message", hearings["all-to-all"], 1)).toBe(0);
});

test("by shared memory every row is written once, whoever hears it", async () => {
  for (const kind of TOPOLOGIES) expect(await bytesOf("shared-memory", hearings[kind], 3)).toBe(6 * 16);
});

/** Messages of a round, and rows that three lanes carry by messages, in closed form. */
const closedForms: Readonly<Record<TopologyKind, { messages(n: number): number; rows(n: number): number }>> = {
  none: { messages: () => 0, rows: () => 0 },
  ring: {
    messages: (n) => (n < 2 ? 0 : n === 2 ? 2 : 2 * n),
    // Each lane gives its first row to the lane before it and its last row to the one behind.
    rows: (n) => (n < 2 ? 0 : n === 2 ? 2 : 6),
  },
  // The hub's row goes to both other lanes, and all of their rows come back.
  star: { messages: (n) => 2 * (n - 1), rows: (n) => (n < 3 ? 2 * (n - 1) : 2 + n - Math.ceil(n / 3)) },
  "all-to-all": { messages: (n) => n * (n - 1), rows: (n) => n * (Math.min(3, n) - 1) },
};

test.each(TOPOLOGIES)(
  "G2: messages and bytes of a round equal the closed forms for 1 to 50 agents, %s",
  async (kind) => {
    const posteriorOf = (): number[] => [0.5, 0.5];
    for (let agents = 1; agents <= 50; agents += 1) {
      const shares = shareAgents(agents, Math.min(3, agents));
      for (const transport of TRANSPORTS) {
        const hearing = hearings[kind];
        const [round] = await scriptedRounds({ hearing, transport, shares, messageLength: 2, rounds: 1, posteriorOf });
        const rows = transport === "message" ? closedForms[kind].rows(agents) : agents;
        expect(round?.messagesRead, `${agents} agents`).toBe(closedForms[kind].messages(agents));
        expect(round?.bytesCarried, `${agents} agents by ${transport}`).toBe(rows * 16);
      }
    }
  },
);

test.each(TOPOLOGIES)("%s by messages: all lanes do the same rounds, until lane 0 has seen the end", async (kind) => {
  const shares = shareAgents(9, 5);
  const { links, close } = messageLinks(hearings[kind], shares, 9, 2);
  const reports = await Promise.all(
    links.map((link, lane) => {
      const share = shares[lane] ?? { firstAgent: 0, agents: 0 };
      const clock = new FakeClock();
      // Each lane has a clock of its own: lane 0 sees the end after five rounds, the others far earlier or later.
      const agents = Array.from({ length: share.agents }, () =>
        fakeParticipant(clock, () => (lane === 0 ? 10 : 3 ** lane)),
      );
      return runLockStep({
        group: fakeGroup(agents, share.firstAgent, 9, hearings[kind]),
        share,
        totalAgents: 9,
        lane,
        lanes: shares.length,
        startAtMs: 0,
        durationMs: 100,
        clock,
        latency: new LatencyRecorder(),
        service: new LatencyRecorder(),
        link,
        periodMs: null,
      });
    }),
  );
  close();
  expect(reports.map(({ rounds }) => rounds)).toEqual([5, 5, 5, 5, 5]);
  expect(reports.map(({ completedOps }) => completedOps)).toEqual([10, 10, 10, 10, 5]);
  const senders = Array.from({ length: 9 }, (_, agent) => [...hearings[kind].sendersOf(agent, 9)].length);
  const heard = senders.reduce((sum, count) => sum + count, 0);
  expect(reports.reduce((sum, { messagesRead }) => sum + messagesRead, 0)).toBe(5 * heard);
});
