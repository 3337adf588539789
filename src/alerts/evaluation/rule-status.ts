// The state of a rule and its alerts as a page or a report shows them.
import type { Labels } from "../grammar/labels.ts";
import type { AlertRule } from "../rule.ts";
import type { ActiveAlert, AlertState } from "./active-alert.ts";
import type { RuleEvaluation } from "./rule-evaluation.ts";

/** `unknown`: not evaluated yet. `error`: its metric cannot be measured here, or its alerts cannot be told apart. */
type RuleState = "unknown" | "inactive" | "pending" | "firing" | "recovering" | "no data" | "error";

interface AlertStatus {
  readonly state: AlertState;
  /** Since when it is held as it is, because its series has no data; null while it has. */
  readonly heldSinceMs: number | null;
  readonly labels: Labels;
  readonly annotations: ReadonlyMap<string, string>;
  readonly value: number;
  readonly activeAtMs: number;
  readonly firedAtMs: number | null;
  readonly resolvedAtMs: number | null;
}

export interface RuleStatus {
  readonly group: string;
  readonly rule: AlertRule;
  readonly state: RuleState;
  /** Why it is in error; null where it is not. */
  readonly error: string | null;
  /** Since when no series has a value; null while one has. */
  readonly noDataSinceMs: number | null;
  /** Whether its metric ever had a value. */
  readonly hadData: boolean;
  readonly alerts: readonly AlertStatus[];
}

const WORST_FIRST: readonly AlertState[] = ["firing", "recovering", "pending"];

function stateOf({ outcome, rule, noDataSinceMs }: RuleEvaluation, alerts: readonly ActiveAlert[]): RuleState {
  if (outcome === null) return "unknown";
  if (outcome.state === "error") return "error";
  const judged = alerts.filter(({ heldSinceMs }) => heldSinceMs === null);
  const worst = WORST_FIRST.find((state) => judged.some((alert) => alert.state === state));
  if (worst !== undefined) return worst;
  const isHeld = alerts.length > judged.length;
  return isHeld || (noDataSinceMs !== null && rule.condition.kind === "comparison") ? "no data" : "inactive";
}

export function statusOf(group: string, evaluation: RuleEvaluation): RuleStatus {
  const { alerts, rule, outcome, noDataSinceMs, hadData } = evaluation;
  return {
    group,
    rule,
    state: stateOf(evaluation, alerts),
    error: outcome?.state === "error" ? outcome.message : null,
    noDataSinceMs,
    hadData,
    alerts: alerts.map((alert) => {
      const { state, heldSinceMs, labels, value, activeAtMs, firedAtMs, resolvedAtMs } = alert;
      const annotations = evaluation.annotations(alert);
      return { state, heldSinceMs, labels, annotations, value, activeAtMs, firedAtMs, resolvedAtMs };
    }),
  };
}
