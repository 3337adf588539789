// Log-linear pooling: how agents fuse what they believe about something that they share, with weights that follow from who hears whom.
import type { AgentBlock, Hearing } from "./hearing.ts";
import type { PoolingRule } from "./pooling-rules.ts";
import type { RoundReader } from "./workload.ts";

/** Whom one agent hears, and the weights; with its own they sum to 1. */
export interface PoolingRow {
  readonly senders: readonly number[];
  /** In the order of the senders. */
  readonly weights: readonly number[];
  readonly own: number;
}

/** How many each agent hears. */
export function degreesOf(hearing: Hearing, agents: number): Int32Array {
  return Int32Array.from({ length: agents }, (_, agent) => {
    let count = 0;
    for (const _sender of hearing.sendersOf(agent, agents)) count += 1;
    return count;
  });
}

/**
 * The weights with which an agent fuses.
 *
 * Metropolis: 1 / (1 + max(dᵢ, dⱼ)) for each pair that hears each other, d being how many an agent hears; the rest is the agent's own. On a
 * topology where hearing is mutual these are doubly stochastic. Source: Xiao and Boyd, Fast linear iterations for distributed averaging, 2004.
 * Row mean: 1 / (1 + dᵢ) for everybody, itself included.
 *
 * @param degrees of all agents, see degreesOf
 */
export function poolingRow(hearing: Hearing, rule: PoolingRule, agent: number, degrees: Int32Array): PoolingRow {
  const senders = [...hearing.sendersOf(agent, degrees.length)];
  const own = degrees[agent] ?? 0;
  const most = (sender: number): number => (rule === "metropolis" ? Math.max(own, degrees[sender] ?? 0) : own);
  const weights = senders.map((sender) => 1 / (1 + most(sender)));
  return { senders, weights, own: 1 - weights.reduce((sum, weight) => sum + weight, 0) };
}

/** Probabilities of one distribution from its logarithms up to a constant; may be done in place. */
export function exponentiate(logs: Float64Array, into: Float64Array): void {
  let most = -Infinity;
  for (let s = 0; s < into.length; s += 1) most = Math.max(most, logs[s] ?? 0);
  let total = 0;
  for (let s = 0; s < into.length; s += 1) {
    const value = Math.exp((logs[s] ?? 0) - most);
    into[s] = value;
    total += value;
  }
  for (let s = 0; s < into.length; s += 1) into[s] = (into[s] ?? 0) / total;
}

/** Who fuses: the agents of a block among so many. */
export interface Pooling {
  readonly hearing: Hearing;
  readonly rule: PoolingRule;
  readonly block: AgentBlock;
  readonly totalAgents: number;
  /** Numbers in one message: the logarithm of each probability. */
  readonly messageLength: number;
}

/** Adds a share of one row of logarithms to a sum. */
function addShare(sums: Float64Array, messages: Float64Array, from: number, share: number): void {
  for (let s = 0; s < sums.length; s += 1) sums[s] = (sums[s] ?? 0) + share * (messages[from + s] ?? 0);
}

/** Where all hear all, all weights are 1/N by either rule, and lists of them would grow with the square of the team. */
function everybodyReader({ block, totalAgents, messageLength }: Pooling): RoundReader {
  const sums = new Float64Array(messageLength);
  const share = 1 / totalAgents;
  return (messages, fused) => {
    let read = 0;
    for (let receiver = 0; receiver < block.agents; receiver += 1) {
      const into = fused[receiver];
      if (into === undefined) break;
      sums.fill(0);
      for (let sender = 0; sender < totalAgents; sender += 1) addShare(sums, messages, sender * messageLength, share);
      exponentiate(sums, into);
      read += totalAgents - 1;
    }
    return read;
  };
}

/** Lists weights once; then a round costs as much as its messages. */
function listedReader({ hearing, rule, block, totalAgents, messageLength }: Pooling): RoundReader {
  const offsets: number[] = [];
  const weights: number[] = [];
  const ends = new Int32Array(block.agents);
  const degrees = degreesOf(hearing, totalAgents);
  for (let receiver = 0; receiver < block.agents; receiver += 1) {
    const agent = block.firstAgent + receiver;
    const row = poolingRow(hearing, rule, agent, degrees);
    offsets.push(agent * messageLength, ...row.senders.map((sender) => sender * messageLength));
    weights.push(row.own, ...row.weights);
    ends[receiver] = offsets.length;
  }
  const rows = Int32Array.from(offsets);
  const shares = Float64Array.from(weights);
  const sums = new Float64Array(messageLength);
  return (messages, fused) => {
    let term = 0;
    for (let receiver = 0; receiver < ends.length; receiver += 1) {
      const into = fused[receiver];
      if (into === undefined) break;
      sums.fill(0);
      for (const end = ends[receiver] ?? 0; term < end; term += 1) {
        addShare(sums, messages, rows[term] ?? 0, shares[term] ?? 0);
      }
      exponentiate(sums, into);
    }
    return term - ends.length;
  };
}

/**
 * @returns a reader that fuses one round: log qᵢ ← Σⱼ wᵢⱼ · log qⱼ, normalised. It takes one row of logarithms per agent of the trial, and writes
 * the fused probabilities of each agent of the block. It allocates nothing in a round.
 */
export function poolingReader(pooling: Pooling): RoundReader {
  return pooling.hearing.kind === "all-to-all" ? everybodyReader(pooling) : listedReader(pooling);
}
