// Counts in how many rounds a team agrees, by pooling beliefs that differ in the direction in which it agrees most slowly.
import { slowestDirection, slowestFactor } from "./consensus.ts";
import type { TopologyKind } from "./hearing.ts";
import { hearings } from "./hearings.ts";
import { poolingReader } from "./pooling.ts";
import type { PoolingRule } from "./pooling-rules.ts";

/** What is left of the disagreement when a team counts as agreed. */
export const AGREED = 1e-3;
/** More are not waited for. */
const ROUNDS_MOST = 20_000;

/** @returns rounds of the reader that windows use, until a thousandth of the first disagreement is left; 0 for one agent, null where that never comes */
export function roundsToAgree(topology: TopologyKind, pooling: PoolingRule, agents: number): number | null {
  if (agents < 2) return 0;
  if (slowestFactor(topology, pooling, agents) >= 1) return null;
  const block = { firstAgent: 0, agents };
  const messageLength = 2;
  const read = poolingReader({ hearing: hearings[topology], rule: pooling, block, totalAgents: agents, messageLength });
  const logs = Float64Array.from(slowestDirection(topology, pooling, agents).flatMap((share) => [share, -share]));
  const fused = Array.from({ length: agents }, () => new Float64Array(messageLength));
  const apart = (): number => {
    let most = 0;
    for (let agent = 0; agent < agents; agent += 1) {
      most = Math.max(most, Math.abs((logs[2 * agent] ?? 0) - (logs[2 * agent + 1] ?? 0)));
    }
    return most;
  };
  // The last bits of a logarithm must not add a round.
  const enough = apart() * AGREED * (1 + 1e-9);
  for (let round = 1; round <= ROUNDS_MOST; round += 1) {
    read(logs, fused);
    for (const [agent, own] of fused.entries()) logs.set(own.map(Math.log), agent * messageLength);
    if (apart() <= enough) return round;
  }
  return null;
}
