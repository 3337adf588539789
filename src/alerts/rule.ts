// An alert rule, wherever it came from: a Prometheus file, the published form, or an editor. Everything here reads this one object.
import type { Condition } from "./grammar/condition.ts";

/**
 * What a rule does while there are no data to judge. `resolve`: alerts end, as in Prometheus. `keep`: they stay as they are, and are
 * shown as without data. `alert`: they end, and an alert of its own says that data are missing.
 */
export const NO_DATA_VERDICTS = ["resolve", "keep", "alert"] as const;
export type NoDataVerdict = (typeof NO_DATA_VERDICTS)[number];

export interface AlertRule {
  /** The label `alertname` of its alerts: any text but an empty one. */
  readonly name: string;
  readonly condition: Condition;
  /** How long the condition must hold before the alert fires, in ms. */
  readonly forMs: number;
  /** How long the alert goes on firing after the condition ended, in ms. */
  readonly keepFiringForMs: number;
  /** Templates, by the label's name. */
  readonly labels: ReadonlyMap<string, string>;
  /** Templates, by the annotation's name. */
  readonly annotations: ReadonlyMap<string, string>;
  readonly onNoData: NoDataVerdict;
}

/** A rule for Prometheus alone: its condition is beyond the grammar here, so it is written and never evaluated. */
export interface PromqlRule extends Omit<AlertRule, "condition" | "onNoData"> {
  /** PromQL that has a result while the alert should fire. */
  readonly promql: string;
}

/** Rules that are evaluated one after the other at one time. */
export interface RuleGroup {
  /** Not empty, and unique in its file. */
  readonly name: string;
  /** How often the group is evaluated, in ms; null where the file leaves it to whoever runs it. */
  readonly intervalMs: number | null;
  /** A rule with more alerts than this is in error; 0 for no limit. */
  readonly limit: number;
  readonly rules: readonly AlertRule[];
}

/** A group as it is written for Prometheus, with rules that only it evaluates. */
export interface WrittenGroup extends Omit<RuleGroup, "rules"> {
  readonly rules: readonly (AlertRule | PromqlRule)[];
}
