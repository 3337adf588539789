// Owns the questions asked backwards: how many agents for a throughput, a latency, an efficiency.
import { peakOf } from "./law-shape.ts";
import { type Law, throughputAt } from "./laws.ts";

export type AgentsForThroughput =
  /** The smallest real N with X(N) as asked; under 1 where one agent gives more. Round up for whole agents. */
  | { readonly state: "reached"; readonly agents: number }
  /** No N gives as much. The most is X(N*), or the limit λ/σ that is never quite reached. */
  | { readonly state: "infeasible"; readonly mostOpsPerSecond: number };

export type MostAgents =
  /** The largest real N, at least 1, that keeps what was asked. Round down for whole agents. */
  | { readonly state: "reached"; readonly agents: number }
  /** Every N keeps it. */
  | { readonly state: "unlimited" }
  /** One agent alone does not keep it; `atOneAgent` is what it gives, in the unit of the question. */
  | { readonly state: "infeasible"; readonly atOneAgent: number };

/** Rounding alone must not make the throughput of the peak itself infeasible. */
const ROUNDING = 1e-12;

function mostOf(law: Law): number {
  const peak = peakOf(law);
  return peak.state === "peak" ? peak.opsPerSecond : (peak.limitOpsPerSecond ?? Number.POSITIVE_INFINITY);
}

/**
 * The inverse N(X): fewest agents for a throughput.
 * Solves Xκ·N² + (X(σ − κ) − λ)·N + X(1 − σ) = 0 for its smaller root, in the form that does not cancel.
 * @param opsPerSecond X, above 0
 */
export function agentsForThroughput(law: Law, opsPerSecond: number): AgentsForThroughput {
  const { lambda, sigma, kappa } = law;
  const mostOpsPerSecond = mostOf(law);
  if (!(opsPerSecond <= mostOpsPerSecond * (1 + ROUNDING))) return { state: "infeasible", mostOpsPerSecond };
  // At σ = 1 a second agent adds nothing: one gives the most there is.
  if (sigma >= 1) return { state: "reached", agents: 1 };
  const share = opsPerSecond / lambda;
  // The curve peaks before the first whole agent, so that its rising branch would round up to too little.
  if (kappa > 1 - sigma && share >= 1) return { state: "reached", agents: 1 };
  const b = 1 - share * (sigma - kappa);
  const c = share * (1 - sigma);
  if (kappa > 0)
    return { state: "reached", agents: (2 * c) / (b + Math.sqrt(Math.max(0, b * b - 4 * share * kappa * c))) };
  return opsPerSecond < mostOpsPerSecond && b > 0
    ? { state: "reached", agents: c / b }
    : { state: "infeasible", mostOpsPerSecond };
}

/** The N ≥ 1 at which 1 + σ(N − 1) + κN(N − 1) has grown to a given stretch; null where it never does. */
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

/** R(N) = N / X(N) in ms, by Little's law: how long one op takes where N agents each do one at a time. */
export function latencyAt(law: Law, agents: number): number {
  return (1_000 * agents) / throughputAt(law, agents);
}

/**
 * The inverse N(R): most agents whose ops take at most so long.
 * @param ms R in milliseconds
 * @returns `atOneAgent` in milliseconds where even one agent takes longer
 */
export function agentsForLatency(law: Law, ms: number): MostAgents {
  return mostAgents(law, (law.lambda * ms) / 1_000, 1_000 / law.lambda);
}

/**
 * Most agents at which X(N) / (N·λ) is at least a share.
 * @param share of the law's own X(1) = λ per agent; 0.8 is 80 %
 */
export function agentsForEfficiency(law: Law, share: number): MostAgents {
  return share <= 0 ? { state: "unlimited" } : mostAgents(law, 1 / share, 1);
}
