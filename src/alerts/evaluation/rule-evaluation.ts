// One rule over time: which alerts it has after each evaluation. The semantics are Prometheus', and Headroom's verdict on missing data.
import { compares, type Matcher, matcherText, type Selector } from "../grammar/condition.ts";
import { type Labels, labelsOf, NO_LABELS } from "../grammar/labels.ts";
import type { AlertRule } from "../rule.ts";
import { type ActiveAlert, isActive, missed, seen } from "./active-alert.ts";
import { AlertIdentity } from "./alert-identity.ts";
import type { SampleStore, SeriesId } from "./sample-store.ts";
import { absentLabels, Selection } from "./select.ts";
import type { TemplateContext } from "./template-context.ts";

/** How long Prometheus remembers a resolved alert. */
const RESOLVED_KEPT_MS = 900_000;

const RESOLVED_MOST = 1000;

/** What one evaluation of a rule answers. */
export type RuleOutcome = { readonly state: "evaluated" } | { readonly state: "error"; readonly message: string };

/** One element of the condition's result. */
interface Element {
  readonly labels: Labels;
  readonly key: string;
  readonly seriesLabels: Labels;
  readonly series: SeriesId | null;
  readonly value: number;
}

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
  readonly #selection: Selection;
  readonly #identity: AlertIdentity;
  readonly #absentLabels: Labels;
  #alerts = new Map<string, ActiveAlert>();
  /** Of the last evaluation; null before the first. */
  outcome: RuleOutcome | null = null;
  /** Since which evaluation no series has a value; null while one has. */
  noDataSinceMs: number | null = null;
  /** Whether any series ever had a value. */
  hadData = false;

  constructor(rule: AlertRule, limit: number, store: SampleStore, context: TemplateContext) {
    this.rule = rule;
    this.limit = limit;
    this.#store = store;
    this.#selection = new Selection(rule.condition.selector, store);
    this.#identity = new AlertIdentity(rule, context);
    this.#absentLabels = labelsOf(absentLabels(inOrder(rule.condition.selector)));
  }

  /** Takes over the alerts of the rule before it was edited, as Prometheus does after a reload. */
  continueFrom(other: RuleEvaluation): void {
    this.#alerts = other.#alerts;
    this.noDataSinceMs = other.noDataSinceMs;
    this.hadData = other.hadData;
    this.outcome = other.outcome;
  }

  /** Pending, firing and recovering ones, and those that ended in the last 15 minutes. */
  get alerts(): Iterable<ActiveAlert> {
    return this.#alerts.values();
  }

  /** Whether an alert is still one of this rule's. */
  holds(alert: ActiveAlert): boolean {
    return this.#alerts.get(alert.key) === alert;
  }

  #failed(message: string): RuleOutcome {
    this.outcome = { state: "error", message };
    return this.outcome;
  }

  #elementOf(seriesLabels: Labels, series: SeriesId | null, value: number): Element {
    const { labels, key } = this.#identity.of(seriesLabels, series, value);
    return { labels, key, seriesLabels, series, value };
  }

  /** The elements of the result; null where two of them have the same labels. */
  #result(atMs: number): ReadonlyMap<string, Element> | null {
    const { condition } = this.rule;
    const elements = new Map<string, Element>();
    let hasData = false;
    for (const series of this.#selection.series) {
      if (!this.#store.has(series, atMs)) continue;
      hasData = true;
      if (condition.kind === "absent") break;
      const value = this.#store.value(series);
      if (!compares(value, condition.comparator, condition.threshold)) continue;
      const element = this.#elementOf(this.#store.labels(series) ?? NO_LABELS, series, value);
      if (elements.has(element.key)) return null;
      elements.set(element.key, element);
    }
    this.hadData ||= hasData;
    this.noDataSinceMs = hasData ? null : (this.noDataSinceMs ?? atMs);
    if (condition.kind === "absent" && !hasData) {
      const element = this.#elementOf(this.#absentLabels, null, 1);
      elements.set(element.key, element);
    }
    return elements;
  }

  #isHeld({ series, state }: ActiveAlert, atMs: number): boolean {
    return this.rule.onNoData === "keep" && state !== "inactive" && series !== null && !this.#store.has(series, atMs);
  }

  #begin(element: Element, atMs: number): ActiveAlert {
    const { key, labels, seriesLabels, series, value } = element;
    // Without a spread: objects made by one are slow to read, and there may be very many.
    const alert: ActiveAlert = {
      key,
      labels,
      seriesLabels,
      series,
      value,
      state: "pending",
      activeAtMs: atMs,
      firedAtMs: null,
      resolvedAtMs: null,
      keepFiringSinceMs: null,
      heldSinceMs: null,
      heldMs: 0,
      told: "inactive",
    };
    this.#alerts.set(element.key, alert);
    return alert;
  }

  #forgetResolved(atMs: number): void {
    let resolved = 0;
    for (const alert of this.#alerts.values()) if (alert.state === "inactive") resolved += 1;
    for (const alert of this.#alerts.values()) {
      if (alert.state !== "inactive") continue;
      if (atMs - (alert.resolvedAtMs ?? atMs) > RESOLVED_KEPT_MS || resolved > RESOLVED_MOST) {
        this.#alerts.delete(alert.key);
        resolved -= 1;
      }
    }
  }

  /** Cannot be evaluated now, because its metric is not measured here: alerts stay as they are, as after a failed query. */
  fail(message: string): RuleOutcome {
    return this.#failed(message);
  }

  /** Evaluates once. Times rise from evaluation to evaluation. After an error all alerts are as they were. */
  evaluate(atMs: number): RuleOutcome {
    const elements = this.#result(atMs);
    if (elements === null) {
      return this.#failed(
        `Two series give alerts with the same labels, which Prometheus refuses too. Leave a label that tells them apart.`,
      );
    }
    const { forMs, keepFiringForMs } = this.rule;
    for (const element of elements.values()) {
      const known = this.#alerts.get(element.key);
      const alert = known === undefined || known.state === "inactive" ? this.#begin(element, atMs) : known;
      alert.value = element.value;
      alert.seriesLabels = element.seriesLabels;
      alert.series = element.series;
      seen(alert, atMs, forMs);
    }
    let active = elements.size;
    for (const alert of this.#alerts.values()) {
      const { key } = alert;
      if (elements.has(key)) continue;
      if (this.#isHeld(alert, atMs)) alert.heldSinceMs ??= atMs;
      else if (!missed(alert, atMs, forMs, keepFiringForMs)) this.#alerts.delete(key);
      if (isActive(alert) && this.#alerts.has(key)) active += 1;
    }
    if (this.limit > 0 && active > this.limit) {
      this.#alerts.clear();
      return this.#failed(`The rule has ${active} alerts, and its group allows ${this.limit}.`);
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
