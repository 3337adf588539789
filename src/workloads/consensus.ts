// What theory says of pooling: log-linear pooling averages log beliefs, so how fast a team agrees follows from the weights alone.
import type { TopologyKind } from "./hearing.ts";
import type { PoolingRule } from "./pooling-rules.ts";

/**
 * The factor by which disagreement shrinks each round in the slowest direction: the second largest |eigenvalue| of the weights.
 * 0 where one round is enough, 1 where nobody hears anybody.
 *
 * Closed forms: all-to-all 0; ring, all weights 1/3: the largest |1 + 2·cos(2πk/N)| / 3 over k ≠ 0 (with two agents 0); star with Metropolis
 * weights 1 − 1/N (with two agents 0); star with row means 1/2 (with two agents 0).
 */
export function slowestFactor(topology: TopologyKind, rule: PoolingRule, agents: number): number {
  if (agents < 2) return 0;
  switch (topology) {
    case "none":
      return 1;
    case "all-to-all":
      return 0;
    case "ring": {
      if (agents === 2) return 0;
      const factors = Array.from({ length: agents - 1 }, (_, k) => 1 + 2 * Math.cos((2 * Math.PI * (k + 1)) / agents));
      return Math.max(...factors.map(Math.abs)) / 3;
    }
    case "star":
      if (agents === 2) return 0;
      return rule === "metropolis" ? 1 - 1 / agents : 0.5;
  }
}

/**
 * Rounds until disagreement in the slowest direction is at most the share of what it was.
 * @param share above 0, under 1 @returns null where it never gets there
 */
export function roundsUntil(share: number, factor: number): number | null {
  if (factor >= 1) return null;
  // The last bits of a logarithm must not add a round.
  return factor === 0 ? 1 : Math.max(1, Math.ceil(Math.log(share) / Math.log(factor) - 1e-9));
}

/** A direction in which a team agrees most slowly: one number for each agent. Disagreement along it is the factor to the power of the rounds. */
export function slowestDirection(topology: TopologyKind, rule: PoolingRule, agents: number): readonly number[] {
  const wave = (k: number) =>
    Array.from({ length: agents }, (_, agent) => Math.cos((2 * Math.PI * k * agent) / agents));
  switch (topology) {
    case "none":
    case "all-to-all":
      return wave(1);
    case "ring": {
      const target = slowestFactor(topology, rule, agents) * 3;
      const slow = Array.from({ length: agents - 1 }, (_, k) => k + 1).find(
        (k) => Math.abs(Math.abs(1 + 2 * Math.cos((2 * Math.PI * k) / agents)) - target) < 1e-12,
      );
      return wave(slow ?? 1);
    }
    case "star":
      if (agents === 2) return wave(1);
      // The hub in the middle, the leaves around it: they differ among each other, and the hub hears none of it.
      return Array.from({ length: agents }, (_, agent) => (agent === 0 ? 0 : agent === 1 ? 1 : agent === 2 ? -1 : 0));
  }
}
