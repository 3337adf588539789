import { assert, integer, nat, property } from "fast-check";
import { expect, test } from "vitest";
import { binomialAtMost } from "../statistics/binomial.ts";
import { Network } from "./fixtures/network.ts";
import { outcomeOf, votesNeeded } from "./vote.ts";
import { voteOdds } from "./vote-odds.ts";

const protocol = { kind: "vote", quorum: 0.8, yes: 0.7, deadlineMs: 20 } as const;
const PUBLISHED_AGENTS = [1, 5, 10, 15, 20, 30, 50];
const ROUNDS = 1_000;

/** Votes until so many rounds have ended. */
function voted(agents: number, loss: number): Network {
  const network = new Network({ protocol, agents, seed: agents, faults: { loss, crash: 0, downMs: 5 }, delayMs: 2 });
  while (network.count("asked") < ROUNDS) network.pass(agents === 1 ? 1 : 40, agents === 1 ? 0.5 : 40);
  network.pass(50, 0);
  return network;
}

/** Whether so many hits lie within the 99% interval of a binomial. */
function isWithin99(hits: number, total: number, share: number): boolean {
  return binomialAtMost(hits, total, share) > 0.005 && binomialAtMost(hits - 1, total, share) < 0.995;
}

test("G3: without loss the odds are those of the published table", () => {
  const odds = PUBLISHED_AGENTS.map((agents) => voteOdds(agents, 0.8, 0.7, 0).passed);
  const published = [0.7, 0.83692, 0.84973, 0.94999, 0.95204, 0.98306, 0.99763];
  for (const [at, share] of published.entries()) expect(odds[at]).toBeCloseTo(share, 5);
});

for (const loss of [0, 0.1, 0.25]) {
  test.each(PUBLISHED_AGENTS.filter((agents) => agents > 1))(
    `G3: votes of %d agents pass as often as the closed form says, with a share of ${loss} of messages lost`,
    (agents) => {
      const network = voted(agents, loss);
      const [passed, rejected, short] = ["passed", "rejected", "no quorum"].map((name) => network.count(name));
      const total = (passed ?? 0) + (rejected ?? 0) + (short ?? 0);
      const odds = voteOdds(agents, 0.8, 0.7, loss);
      expect(total).toBe(network.count("asked"));
      expect(isWithin99(passed ?? 0, total, odds.passed)).toBe(true);
      if (loss > 0) expect(isWithin99(total - (short ?? 0), total, odds.quorum)).toBe(true);
      else expect(short).toBe(0);
    },
  );
}

test("without loss a round has two messages for each other agent, and no vote is late", () => {
  const network = voted(10, 0);
  expect(network.count("sent")).toBe(2 * 9 * network.count("asked"));
});

test("a round that is decided early is decided as all its votes would decide it", () => {
  assert(
    property(integer({ min: 1, max: 60 }), nat(), nat(), nat(), (agents, a, b, c) => {
      const needed = votesNeeded(agents, 0.8);
      const seen = a % (agents + 1);
      const yes = seen === 0 ? 0 : b % (seen + 1);
      const left = agents - seen;
      const early = outcomeOf({ seen, yes, left }, needed);
      if (early === null) return true;
      // Any part of what is left may come, with any votes.
      const come = left === 0 ? 0 : c % (left + 1);
      const saying = come === 0 ? 0 : (a + b) % (come + 1);
      return outcomeOf({ seen: seen + come, yes: yes + saying, left: 0 }, needed) === early;
    }),
    { numRuns: 5_000 },
  );
});

test("a proposer that crashes abandons its round and asks again", () => {
  const faults = { loss: 0, crash: 0.2, downMs: 5 };
  const network = new Network({ protocol, agents: 5, faults });
  network.pass(2_000, 1_900);
  const ended = ["passed", "rejected", "no quorum", "abandoned"].reduce((sum, name) => sum + network.count(name), 0);
  expect(network.count("abandoned")).toBeGreaterThan(0);
  expect(ended).toBe(network.count("asked"));
});
