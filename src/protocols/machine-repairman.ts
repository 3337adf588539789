// What theory says of agents that contend for resources: the machine-repairman queue.

/**
 * The share of time in which a resource is held, where each of so many agents thinks, waits and holds in turn.
 * Exponential times are not needed for thinking; for holding they are, unless there are as many resources as agents.
 * Source: the finite-source queue M/M/R//N, product form: pₙ ∝ C(N, n)·ρⁿ up to R, then times n!/(R!·Rⁿ⁻ᴿ), with ρ = hold / think.
 * @param thinkMs mean, above 0 @param holdMs mean, above 0
 */
export function heldShare(agents: number, resources: number, thinkMs: number, holdMs: number): number {
  let weight = 1;
  let total = 1;
  let busy = 0;
  for (let n = 1; n <= agents; n += 1) {
    weight *= ((agents - n + 1) / Math.min(n, resources)) * (holdMs / thinkMs);
    total += weight;
    busy += weight * Math.min(n, resources);
  }
  return busy / total / resources;
}
