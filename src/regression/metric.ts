// What a verdict is about: a figure with its unit and its direction, declared by whoever measures it and never guessed from a name.

export interface Metric {
  /** Unique among the metrics of a comparison. */
  readonly id: string;
  readonly label: string;
  /** Such as "op/s"; null for shares and counts. */
  readonly unit: string | null;
  /** Which way is better; null where nobody declared it, so that no verdict is possible. */
  readonly better: "higher" | "lower" | null;
}

/**
 * How much worse a ratio is, as a share of the baseline: 0.8 of the throughput is 0.2, 1.2 of the latency is 0.2.
 * @param ratio current over baseline, positive
 * @returns positive where worse, negative where better
 */
export function worseBy(ratio: number, better: "higher" | "lower"): number {
  return better === "higher" ? 1 - ratio : ratio - 1;
}

/** A shift in logarithms, positive where worse, as a share of the baseline: the inverse of what `worseBy` does to a ratio. */
export function shareOfShift(logs: number, better: "higher" | "lower"): number {
  return better === "higher" ? 1 - Math.exp(-logs) : Math.exp(logs) - 1;
}
