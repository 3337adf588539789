// Pooling is held to theory: after every round disagreement is what the powers of the weights say.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { roundsUntil, slowestDirection, slowestFactor } from "./consensus.ts";
import type { TopologyKind } from "./hearing.ts";
import { hearings } from "./hearings.ts";
import { degreesOf, exponentiate, poolingReader, poolingRow } from "./pooling.ts";
import { POOLING_RULES, type PoolingRule } from "./pooling-rules.ts";

const SPEAKING = ["ring", "star", "all-to-all"] as const satisfies readonly TopologyKind[];
const cases = SPEAKING.flatMap((topology) => POOLING_RULES.map((rule) => ({ topology, rule })));
const CELLS = 4;

/** W, row by row. */
function weightsOf(topology: TopologyKind, rule: PoolingRule, agents: number): number[][] {
  const degrees = degreesOf(hearings[topology], agents);
  return Array.from({ length: agents }, (_, agent) => {
    const { senders, weights, own } = poolingRow(hearings[topology], rule, agent, degrees);
    const row = Array.from({ length: agents }, () => 0);
    row[agent] = own;
    for (const [n, sender] of senders.entries()) row[sender] = weights[n] ?? 0;
    return row;
  });
}

/** Log beliefs without their constants: the mean over cells taken away. */
function centred(logs: ArrayLike<number>): number[] {
  const all = Array.from(logs);
  const mean = all.reduce((sum, log) => sum + log, 0) / all.length;
  return all.map((log) => log - mean);
}

/** One round of the real reader on the log beliefs of a team. */
function rounds(topology: TopologyKind, rule: PoolingRule, agents: number) {
  const block = { firstAgent: 0, agents };
  const read = poolingReader({ hearing: hearings[topology], rule, block, totalAgents: agents, messageLength: CELLS });
  const fused = Array.from({ length: agents }, () => new Float64Array(CELLS));
  return (beliefs: readonly number[][]) => {
    const messages = read(Float64Array.from(beliefs.flat()), fused);
    return { messages, beliefs: fused.map((own) => Array.from(own, Math.log)) };
  };
}

/** The mean that weights lead to: each agent counts by the left eigenvector, which is its degree and one for row means. */
function limitOf(topology: TopologyKind, rule: PoolingRule, beliefs: readonly number[][]): number[] {
  const degrees = degreesOf(hearings[topology], beliefs.length);
  const shares = beliefs.map((_, agent) => (rule === "metropolis" ? 1 : 1 + (degrees[agent] ?? 0)));
  const total = shares.reduce((sum, share) => sum + share, 0);
  return Array.from({ length: CELLS }, (_, cell) =>
    beliefs.reduce((sum, own, agent) => sum + ((shares[agent] ?? 0) / total) * (own[cell] ?? 0), 0),
  );
}

test.each(cases)("$topology, $rule: weights are not negative and sum to 1 for each receiver", ({ topology, rule }) => {
  for (let agents = 1; agents <= 50; agents += 1) {
    for (const row of weightsOf(topology, rule, agents)) {
      expect(Math.min(...row)).toBeGreaterThanOrEqual(-1e-15);
      expect(row.reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(1, 14);
    }
  }
});

test.each(SPEAKING)("%s: Metropolis weights sum to 1 for each sender too, and are symmetric", (topology) => {
  for (const agents of [1, 2, 3, 5, 20, 50]) {
    const weights = weightsOf(topology, "metropolis", agents);
    for (const [i, row] of weights.entries()) {
      expect(weights.reduce((sum, other) => sum + (other[i] ?? 0), 0)).toBeCloseTo(1, 13);
      for (const [j, weight] of row.entries()) expect(weights[j]?.[i]).toBeCloseTo(weight, 14);
    }
  }
});

/** Without the last bits. */
function rounded(row: readonly number[] | undefined): readonly number[] | undefined {
  return row?.map((weight) => Number(weight.toFixed(12)));
}

test("the weights are those of the literature: a third on a ring, 1/N on a star and in all-to-all, halves for leaves by row means", () => {
  const third = Number((1 / 3).toFixed(12));
  expect(rounded(weightsOf("ring", "metropolis", 5)[0])).toEqual([third, third, 0, 0, third]);
  expect(rounded(weightsOf("star", "metropolis", 5)[3])).toEqual([0.2, 0, 0, 0.8, 0]);
  expect(rounded(weightsOf("all-to-all", "metropolis", 4)[1])).toEqual([0.25, 0.25, 0.25, 0.25]);
  expect(rounded(weightsOf("star", "row-mean", 5)[3])).toEqual([0.5, 0, 0, 0.5, 0]);
});

describe("G1", () => {
  test.each(cases)(
    "$topology, $rule: beliefs after each round are Wᵗ times those at the start",
    ({ topology, rule }) => {
      const logs = fc.array(fc.double({ min: -8, max: 0, noNaN: true }), { minLength: CELLS, maxLength: CELLS });
      const team = fc
        .integer({ min: 1, max: 12 })
        .chain((agents) => fc.array(logs, { minLength: agents, maxLength: agents }));
      fc.assert(
        fc.property(team, (start) => {
          const weights = weightsOf(topology, rule, start.length);
          const round = rounds(topology, rule, start.length);
          let predicted = start.map(centred);
          let beliefs = start;
          for (let t = 0; t < 20; t += 1) {
            beliefs = round(beliefs).beliefs;
            predicted = weights.map((row) =>
              Array.from({ length: CELLS }, (_, cell) =>
                row.reduce((sum, weight, agent) => sum + weight * (predicted[agent]?.[cell] ?? 0), 0),
              ),
            );
            const apart = beliefs.flatMap((own, agent) =>
              centred(own).map((log, cell) => Math.abs(log - (predicted[agent]?.[cell] ?? 0))),
            );
            expect(Math.max(...apart)).toBeLessThan(1e-12);
          }
        }),
        { numRuns: 30 },
      );
    },
  );

  test.each(cases)(
    "$topology, $rule: rounds to a thousandth are the closed form's, for 2 to 50 agents",
    ({ topology, rule }) => {
      for (let agents = 2; agents <= 50; agents += 1) {
        const direction = slowestDirection(topology, rule, agents);
        // A cell gains what another loses, so that beliefs differ along the direction alone.
        let beliefs = direction.map((share) => [share, -share, 0, 0]);
        const round = rounds(topology, rule, agents);
        const apart = () => Math.max(...beliefs.map((own) => Math.max(...centred(own).map(Math.abs))));
        const first = apart();
        const expected = roundsUntil(1e-3, slowestFactor(topology, rule, agents));
        let taken = 0;
        while (apart() > 1e-3 * first * (1 + 1e-9)) {
          beliefs = round(beliefs).beliefs;
          taken += 1;
          if (taken > 2_000) break;
        }
        expect(taken, `${agents} agents`).toBe(expected);
      }
    },
  );

  test("the closed forms give the published rounds", () => {
    const roundsFor = (topology: TopologyKind, rule: PoolingRule) =>
      [5, 10, 15, 20, 30, 50].map((agents) => roundsUntil(1e-3, slowestFactor(topology, rule, agents)));
    expect(roundsFor("ring", "metropolis")).toEqual([12, 51, 117, 209, 471, 1_311]);
    expect(roundsFor("star", "metropolis")).toEqual([31, 66, 101, 135, 204, 342]);
    expect(roundsFor("star", "row-mean")).toEqual([10, 10, 10, 10, 10, 10]);
    expect(roundsFor("all-to-all", "metropolis")).toEqual([1, 1, 1, 1, 1, 1]);
    expect(roundsUntil(1e-3, slowestFactor("none", "metropolis", 5))).toBeNull();
  });

  test("row means on a star lead to another mean than the plain one, which Metropolis weights lead to", () => {
    const start = [
      [0, -3, -3, -3],
      [-3, 0, -3, -3],
      [-3, -3, 0, -3],
      [-3, -3, -3, 0],
      [-3, -3, -3, 0],
    ];
    const settled = (rule: PoolingRule) => {
      let beliefs: readonly number[][] = start;
      const round = rounds("star", rule, start.length);
      for (let t = 0; t < 400; t += 1) beliefs = round(beliefs).beliefs;
      return beliefs.map(centred);
    };
    for (const rule of POOLING_RULES) {
      const limit = centred(limitOf("star", rule, start));
      for (const own of settled(rule))
        for (const [cell, log] of own.entries()) expect(log).toBeCloseTo(limit[cell] ?? 0, 10);
    }
    expect(limitOf("star", "row-mean", start)).not.toEqual(limitOf("star", "metropolis", start));
  });
});

test("G2: as many messages are read in a round as the closed form says, also for 1, 2 and 3 agents", () => {
  const forms = {
    ring: (n: number) => (n < 3 ? n * (n - 1) : 2 * n),
    star: (n: number) => 2 * (n - 1),
    "all-to-all": (n: number) => n * (n - 1),
  };
  for (const topology of SPEAKING) {
    for (let agents = 1; agents <= 50; agents += 1) {
      const beliefs = Array.from({ length: agents }, () => [0, 0, 0, 0]);
      expect(rounds(topology, "metropolis", agents)(beliefs).messages, `${topology} ${agents}`).toBe(
        forms[topology](agents),
      );
    }
  }
});

test("the agents of a block fuse as they do in the whole team", () => {
  const start = Float64Array.from({ length: 6 * CELLS }, (_, i) => -((i * 7) % 5));
  const fusedBy = (firstAgent: number, agents: number) => {
    const fused = Array.from({ length: agents }, () => new Float64Array(CELLS));
    const block = { firstAgent, agents };
    poolingReader({ hearing: hearings.star, rule: "metropolis", block, totalAgents: 6, messageLength: CELLS })(
      start,
      fused,
    );
    return fused.map((own) => [...own]);
  };
  expect([...fusedBy(0, 2), ...fusedBy(2, 4)]).toEqual(fusedBy(0, 6));
});

test("probabilities come of logarithms of any size", () => {
  const into = new Float64Array(3);
  exponentiate(Float64Array.of(-1_000, -1_000, -2_000), into);
  expect([...into]).toEqual([0.5, 0.5, 0]);
});
