// How far one distribution is from another: what is lost by believing in the second where the first is true.

function sumOf(weights: Float64Array): number {
  return weights.reduce((sum, weight) => sum + weight, 0);
}

/**
 * KL divergence of `reference` from `found`, Σ q ln(q / p), in nats; Infinity where `found` excludes what is possible. Both are scaled to
 * sum 1, so that roundings of sums do not show. The terms are q (r − ln(1 + r)) with r = p / q − 1: none is negative, and those of near
 * distributions keep their digits.
 */
export function divergenceOf(reference: Float64Array, found: Float64Array): number {
  const [whole, foundWhole] = [sumOf(reference), sumOf(found)];
  let total = 0;
  for (let s = 0; s < reference.length; s += 1) {
    const q = (reference[s] ?? 0) / whole;
    const p = (found[s] ?? 0) / foundWhole;
    const r = (p - q) / q;
    total += q === 0 ? p : q * (r - Math.log1p(r));
  }
  return Math.max(0, total);
}
