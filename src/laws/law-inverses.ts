// The laws inverted: how many agents for a given throughput, latency or efficiency.
import { peakOf } from "./law-shape.ts";
import { type Law, throughputAt } from "./laws.ts";

export type AgentsForThroughput =
  /** The smallest real N with the asked X(N); below 1 where one agent gives more. Round up for whole agents. */
  | { readonly state: "reached"; readonly agents: number }
  /** No N gives that much. The most is X(N*), or the limit λ/σ, which is never quite reached. */
  | { readonly state: "infeasible"; readonly mostOpsPerSecond: number };

export type MostAgents =
  /** The largest real N, at least 1, that still meets what was asked. Round down for whole agents. */
  | { readonly state: "reached"; readonly agents: number }
  /** Every N meets it. */
  | { readonly state: "unlimited" }
  /** Even one agent does not meet it; `atOneAgent` is what one agent gives, in the unit of the question. */
  | { readonly state: "infeasible"; readonly atOneAgent: number };

/** Allowed excess as a share: rounding alone must not make the throughput of the peak itself infeasible. */
const ROUNDING = 1e-12;

function mostThroughput(law: Law): number {
  const peak = peakOf(law);
  return peak.state === "peak" ? peak.opsPerSecond : (peak.limitOpsPerSecond ?? Number.POSITIVE_INFINITY);
}

/**
 * The inverse N(X): the fewest agents for a throughput.
 * Solves Xκ·N² + (X(σ − κ) − λ)·N + X(1 − σ) = 0 for its smaller root, in the form without cancellation.
 * @param opsPerSecond X, above 0
 */
export function agentsForThroughput(law: Law, opsPerSecond: number): AgentsForThroughput {
  const { lambda, sigma, kappa } = law;
  const mostOpsPerSecond = mostThroughput(law);
  if (!(opsPerSecond <= mostOpsPerSecond * (1 + ROUNDING))) return { state: "infeasible", mostOpsPerSecond };
  // At σ = 1 a second agent adds nothing, so one agent already gives the most.
  if (sigma >= 1) return { state: "reached", agents: 1 };
  const share = opsPerSecond / lambda;
  // The curve peaks below one agent, so the smaller root is below 1 and means nothing.
  if (kappa > 1 - sigma && share >= 1) return { state: "reached", agents: 1 };
  const b = 1 - share * (sigma - kappa);
  const c = share * (1 - sigma);
  if (kappa > 0)
    return { state: "reached", agents: (2 * c) / (b + Math.sqrt(Math.max(0, b * b - 4 * share * kappa * c))) };
  return opsPerSecond < mostOpsPerSecond && b > 0
    ? { state: "reached", agents: c / b }
    : { state: "infeasible", mostOpsPerSecond };
}

/** The N ≥ 1 at which the stretch 1 + σ(N − 1) + κN(N − 1) reaches a value; null where it never does. */
function agentsAtStretch({ sigma, kappa }: Law, stretch: number): number | null {
  const b = sigma + kappa;
  const c = stretch - 1;
  if (b === 0) return null;
  return 1 + (2 * c) / (b + Math.sqrt(b * b + 4 * kappa * c));
}

function mostAgents(law: Law, stretch: number, atOneAgent: number): MostAgents {
  if (!(stretch >= 1 - ROUNDING)) return { state: "infeasible", atOneAgent };
  const agents = stretch === Number.POSITIVE_INFINITY ? null : agentsAtStretch(law, Math.max(1, stretch));
  return agents === null ? { state: "unlimited" } : { state: "reached", agents };
}

/** R(N) = N / X(N) in ms, by Little's law: the time of one op while each of N agents does one op at a time. */
export function latencyAt(law: Law, agents: number): number {
  return (1_000 * agents) / throughputAt(law, agents);
}

/**
 * The inverse N(R): the most agents whose ops take at most a given time.
 * @param ms R in milliseconds
 * @returns `atOneAgent` in milliseconds where even one agent takes longer
 */
export function agentsForLatency(law: Law, ms: number): MostAgents {
  return mostAgents(law, (law.lambda * ms) / 1_000, 1_000 / law.lambda);
}

/**
 * The most agents at which the efficiency X(N) / (N·λ) is at least a share.
 * @param share of one agent's throughput by the law, X(1) = λ; 0.8 is 80 %
 */
export function agentsForEfficiency(law: Law, share: number): MostAgents {
  return share <= 0 ? { state: "unlimited" } : mostAgents(law, 1 / share, 1);
}
