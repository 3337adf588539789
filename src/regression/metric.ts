// What a verdict is about: a figure with its unit and its direction, declared by whoever measures it and never guessed from a name.

export interface Metric {
  /** Unique among the metrics of a comparison. */
  readonly id: string;
  readonly label: string;
  /** Such as "op/s"; null for shares and counts. */
  readonly unit: string | null;
  /** Which way is better; null where nobody declared it, so that no verdict is possible. */
  readonly better: "higher" | "lower" | null;
  /** Whether other metrics of the row give it, as throughput gives efficiency: its verdict says little more. False where it is left out. */
  readonly isDerived?: boolean;
  /** How the tool that measured it is told to repeat more, in its own words, such as "--benchmark-min-rounds". */
  readonly repeatWith?: string;
}

const TIME_UNITS: ReadonlySet<string | null> = new Set(["ns", "µs", "ms", "s"]);

/** Whether the metric is a time: then a figure of 0 says that the clock is too coarse. */
export function isTime({ unit }: Pick<Metric, "unit">): boolean {
  return TIME_UNITS.has(unit);
}

/** Current over baseline: infinite where only the baseline is 0, 1 where both are. @returns null where a figure is below 0 */
export function ratioOf(baseline: number, current: number): number | null {
  if (baseline < 0 || current < 0) return null;
  if (baseline > 0) return current / baseline;
  return current === 0 ? 1 : Number.POSITIVE_INFINITY;
}

/** The shift of a ratio in logarithms, positive where worse. */
export function shiftOf(ratio: number, better: "higher" | "lower"): number {
  return better === "higher" ? -Math.log(ratio) : Math.log(ratio);
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
