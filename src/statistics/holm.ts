// Holm's correction: adjusts the p values of many tests, so that the chance of any false alarm stays below the level.

/**
 * Adjusted p values, in the order given. A test is significant where its adjusted p is below the level.
 * Source: Holm, A simple sequentially rejective multiple test procedure, 1979.
 */
export function holmAdjusted(ps: readonly number[]): number[] {
  const order = [...ps.keys()].sort((a, b) => (ps[a] ?? 1) - (ps[b] ?? 1));
  const adjusted: number[] = Array.from({ length: ps.length }, () => 1);
  let least = 0;
  for (const [rank, at] of order.entries()) {
    least = Math.max(least, Math.min(1, (ps[at] ?? 1) * (ps.length - rank)));
    adjusted[at] = least;
  }
  return adjusted;
}
