// An alert rule on one metric: its threshold, and where it was published.

export type Severity = "info" | "warning" | "critical";

/** On which side of its threshold a rule fires. At the threshold it does not. */
export type FiringSide = "above" | "below";

/** Where a rule was published: in the alert file, in the prose, or the same in both. */
export type PublishedIn = "alert file" | "prose" | "both";

export interface ThresholdRule {
  /** An alert name of Prometheus: letters and digits. */
  readonly name: string;
  /** The Prometheus name of a gauge. */
  readonly metric: string;
  readonly firesWhen: FiringSide;
  /** In `unit`. */
  readonly threshold: number;
  readonly unit: string;
  readonly severity: Severity;
  readonly publishedIn: PublishedIn;
  /** What else was published that contradicts this rule; null where nothing does. */
  readonly contradiction: string | null;
}
