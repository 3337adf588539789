// The three scaling laws: throughput as a function of the number of agents, and its slope.

export type LawKind = "usl" | "amdahl" | "linear";

/**
 * X(N) = λN / (1 + σ(N − 1) + κN(N − 1)), with κ = 0 in Amdahl's law and σ = κ = 0 in the linear one.
 * Source: Gunther, Guerrilla Capacity Planning, 2007, chapters 4 to 6.
 */
export interface Law {
  readonly kind: LawKind;
  /** λ, op/s of one agent, above 0. */
  readonly lambda: number;
  /** σ, the share of work that agents do one at a time (contention), 0 to 1. */
  readonly sigma: number;
  /** κ, the cost of each pair of agents keeping in step (coherency), 0 to 1. */
  readonly kappa: number;
}

/** How many times longer an op takes with N agents than with one: 1 + σ(N − 1) + κN(N − 1), the divisor of λN. */
function stretchAt({ sigma, kappa }: Law, agents: number): number {
  return 1 + (agents - 1) * (sigma + kappa * agents);
}

/** X(N) in op/s. @param agents N, any real number ≥ 0; no agents give 0 */
export function throughputAt(law: Law, agents: number): number {
  return agents === 0 ? 0 : (law.lambda * agents) / stretchAt(law, agents);
}

/** dX/dN in op/s per added agent; negative beyond the peak. @param agents N, any real number ≥ 1 */
export function marginalGain(law: Law, agents: number): number {
  const { lambda, sigma, kappa } = law;
  const stretch = stretchAt(law, agents);
  return (lambda * (1 - sigma - kappa * agents * agents)) / (stretch * stretch);
}
