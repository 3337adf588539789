// One rule over time: which alerts it has after each evaluation. The semantics are Prometheus', and Headroom's verdict on missing data.
import { type Matcher, matcherText, type Selector } from "../grammar/condition.ts";
import { labelsOf } from "../grammar/labels.ts";
import type { AlertRule } from "../rule.ts";
import { type ActiveAlert, missed, seen } from "./active-alert.ts";
import { AlertIdentity } from "./alert-identity.ts";
import { RuleResult, type Element } from "./rule-result.ts";
import type { SampleStore } from "./sample-store.ts";
import { absentLabels, type Selections } from "./select.ts";
import type { TemplateContext } from "./template-context.ts";

/** How long Prometheus remembers a resolved alert. */
const RESOLVED_KEPT_MS = 900_000;

const RESOLVED_MOST = 1000;

/** What one evaluation of a rule answers. */
export type RuleOutcome = { readonly state: "evaluated" } | { readonly state: "error"; readonly message: string };

/** Prometheus rewrites a rule's expression before it asks it, with matchers in the order of their texts. absent(…) depends on that. */
function inOrder({ metric, matchers }: Selector): Selector {
  const textOf = new Map(matchers.map((matcher) => [matcher, matcherText(matcher)]));
  const order = (a: Matcher, b: Matcher) => ((textOf.get(a) ?? "") < (textOf.get(b) ?? "") ? -1 : 1);
  return { metric, matchers: [...matchers].sort(order) };
}

export class RuleEvaluation {
  readonly rule: AlertRule;
  readonly limit: number;
  readonly #store: SampleStore;
  readonly #identity: AlertIdentity;
  readonly #result: RuleResult;
  /** Pending, firing and recovering ones, by their key. */
  #active = new Map<string, ActiveAlert>();
  /** Those that ended, the first of them first: nothing is done with them until they are forgotten. */
  #resolved = new Map<string, ActiveAlert>();
  #endedNow: ActiveAlert[] = [];
  /** Of the last evaluation; null before the first. */
  outcome: RuleOutcome | null = null;
  /** Since which evaluation no series has a value; null while one has. */
  noDataSinceMs: number | null = null;
  /** Whether any series ever had a value. */
  hadData = false;

  constructor(rule: AlertRule, limit: number, selections: Selections, context: TemplateContext) {
    this.rule = rule;
    this.limit = limit;
    this.#store = selections.store;
    this.#identity = new AlertIdentity(rule, context);
    const absent = labelsOf(absentLabels(inOrder(rule.condition.selector)));
    this.#result = new RuleResult(rule.condition, absent, selections, this.#identity);
  }

  /** Takes over the alerts of the rule before it was edited, as Prometheus does after a reload. */
  continueFrom(other: RuleEvaluation): void {
    this.#active = other.#active;
    this.#resolved = other.#resolved;
    this.noDataSinceMs = other.noDataSinceMs;
    this.hadData = other.hadData;
    this.outcome = other.outcome;
  }

  /** Pending, firing and recovering ones, and those that ended in the last 15 minutes. */
  get alerts(): readonly ActiveAlert[] {
    return [...this.#active.values(), ...this.#resolved.values()];
  }

  /** Calls back with each alert that the last evaluation may have moved: those that last, and those that it ended. */
  eachMoved(callback: (alert: ActiveAlert) => void): void {
    for (const alert of this.#active.values()) callback(alert);
    for (const alert of this.#endedNow) callback(alert);
  }

  /** Whether an alert is still one of this rule's. */
  holds(alert: ActiveAlert): boolean {
    return this.#active.get(alert.key) === alert || this.#resolved.get(alert.key) === alert;
  }

  #failed(message: string): RuleOutcome {
    this.outcome = { state: "error", message };
    return this.outcome;
  }

  #isHeld({ series }: ActiveAlert, atMs: number): boolean {
    return this.rule.onNoData === "keep" && series !== null && !this.#store.has(series, atMs);
  }

  #begin(element: Element, atMs: number): ActiveAlert {
    const { identity, seriesLabels, series, value } = element;
    const { key, labels } = identity;
    // Without a spread: objects made by one are slow to read, and there may be very many.
    const alert: ActiveAlert = {
      key,
      labels,
      seriesLabels,
      series,
      value,
      state: "pending",
      seenAtMs: atMs,
      activeAtMs: atMs,
      firedAtMs: null,
      resolvedAtMs: null,
      keepFiringSinceMs: null,
      heldSinceMs: null,
      heldMs: 0,
      told: "inactive",
    };
    this.#active.set(key, alert);
    this.#resolved.delete(key);
    return alert;
  }

  /** They are in the order in which they ended, so that the first that stays ends the search. */
  #forgetResolved(atMs: number): void {
    for (const { key, resolvedAtMs } of this.#resolved.values()) {
      if (atMs - (resolvedAtMs ?? atMs) <= RESOLVED_KEPT_MS && this.#resolved.size <= RESOLVED_MOST) return;
      this.#resolved.delete(key);
    }
  }

  /** Moves the alerts that the result does not have. */
  #missing(atMs: number): void {
    const { forMs, keepFiringForMs } = this.rule;
    for (const alert of this.#active.values()) {
      const { key } = alert;
      if (alert.seenAtMs === atMs) continue;
      if (this.#isHeld(alert, atMs)) {
        alert.heldSinceMs ??= atMs;
        continue;
      }
      const isLeft = missed(alert, atMs, forMs, keepFiringForMs);
      if (isLeft && alert.state !== "inactive") continue;
      this.#active.delete(key);
      if (!isLeft) continue;
      this.#resolved.set(key, alert);
      this.#endedNow.push(alert);
    }
  }

  /** Cannot be evaluated now, because its metric is not measured here: alerts stay as they are, as after a failed query. */
  fail(message: string): RuleOutcome {
    this.#endedNow = [];
    return this.#failed(message);
  }

  /** Evaluates once. Times rise from evaluation to evaluation. After an error all alerts are as they were. */
  evaluate(atMs: number): RuleOutcome {
    this.#endedNow = [];
    const { state, elements } = this.#result.at(atMs);
    this.hadData ||= state !== "no data";
    this.noDataSinceMs = state === "no data" ? (this.noDataSinceMs ?? atMs) : null;
    if (elements === null) {
      return this.#failed(
        `Two series give alerts with the same labels, which Prometheus refuses too. Leave a label that tells them apart.`,
      );
    }
    for (const element of elements) {
      const alert = this.#active.get(element.identity.key) ?? this.#begin(element, atMs);
      alert.value = element.value;
      alert.seriesLabels = element.seriesLabels;
      alert.series = element.series;
      seen(alert, atMs, this.rule.forMs);
    }
    if (this.#active.size > elements.length) this.#missing(atMs);
    if (this.limit > 0 && this.#active.size > this.limit) {
      const message = `The rule has ${this.#active.size} alerts, and its group allows ${this.limit}.`;
      this.#active.clear();
      this.#resolved.clear();
      this.#endedNow = [];
      return this.#failed(message);
    }
    this.#forgetResolved(atMs);
    this.outcome = { state: "evaluated" };
    return this.outcome;
  }

  /** Annotations of an alert, with the value of the last evaluation that had it. */
  annotations(alert: ActiveAlert): ReadonlyMap<string, string> {
    return this.#identity.annotations(alert.seriesLabels, alert.value);
  }
}
