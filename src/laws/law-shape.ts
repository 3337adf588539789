// What follows from a law as a whole: its peak, its limit and its knee.
import { type Law, throughputAt } from "./laws.ts";

export type Peak =
  /** N* = √((1 − σ)/κ), and X(N*) in op/s. A law that falls from the start peaks at one agent. */
  | { readonly state: "peak"; readonly agents: number; readonly opsPerSecond: number }
  /** κ = 0: throughput never falls, and approaches the limit λ/σ in op/s; null where σ = 0 too. */
  | { readonly state: "none"; readonly limitOpsPerSecond: number | null };

/** λ/σ in op/s: what contention alone would allow, whatever κ is; null where σ = 0. */
export function limitOf({ lambda, sigma }: Law): number | null {
  return sigma > 0 ? lambda / sigma : null;
}

/** Where adding agents begins to cost throughput. Source: Gunther 2007, section 6.3. */
export function peakOf(law: Law): Peak {
  if (!(law.kappa > 0)) return { state: "none", limitOpsPerSecond: limitOf(law) };
  const agents = Math.max(1, Math.sqrt((1 - law.sigma) / law.kappa));
  return { state: "peak", agents, opsPerSecond: throughputAt(law, agents) };
}

/**
 * The knee: N = 1/σ, where the linear rise and the limit λ/σ cross, and X(N) there in op/s; null where σ = 0.
 * The R package usl calls it the optimal point.
 */
export function kneeOf(law: Law): { readonly agents: number; readonly opsPerSecond: number } | null {
  if (!(law.sigma > 0)) return null;
  const agents = 1 / law.sigma;
  return { agents, opsPerSecond: throughputAt(law, agents) };
}
