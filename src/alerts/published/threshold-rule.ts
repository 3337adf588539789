// A rule that compares one metric with a threshold: all that the published form can say.
import type { Comparator, Selector } from "../grammar/condition.ts";
import type { AlertRule, NoDataVerdict } from "../rule.ts";

export interface Threshold {
  readonly name: string;
  readonly selector: Selector;
  readonly comparator: Comparator;
  readonly threshold: number;
  /** Empty for none. */
  readonly severity: string;
  readonly forMs?: number;
  readonly keepFiringForMs?: number;
  /** Headroom's rules keep their alerts while data are missing, unless they say otherwise. */
  readonly onNoData?: NoDataVerdict;
}

export function thresholdRule(threshold: Threshold): AlertRule {
  const { name, selector, comparator, severity, forMs = 0, keepFiringForMs = 0, onNoData = "keep" } = threshold;
  return {
    name,
    condition: { kind: "comparison", selector, comparator, threshold: threshold.threshold },
    forMs,
    keepFiringForMs,
    labels: severity === "" ? new Map() : new Map([["severity", severity]]),
    annotations: new Map(),
    onNoData,
  };
}
