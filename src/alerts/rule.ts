// Owns the words of an alert rule: a metric, a threshold, and who says so.

export type Severity = "info" | "warning" | "critical";

/** On which side of its threshold a metric alarms; at the threshold it does not. */
export type Comparison = "above" | "below";

/** Where a published rule stands: in the alert file, in the prose beside it, or in both alike. */
export type PublishedIn = "alert file" | "prose" | "both";

export interface ThresholdRule {
  /** As an alert name of Prometheus: letters and digits. */
  readonly name: string;
  /** A gauge by its Prometheus name. */
  readonly metric: string;
  readonly comparison: Comparison;
  /** In `unit`. */
  readonly threshold: number;
  readonly unit: string;
  readonly severity: Severity;
  readonly publishedIn: PublishedIn;
  /** What else was published that does not go with this rule; null where nothing is known. */
  readonly contradiction: string | null;
}
