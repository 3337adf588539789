// Alert rules over the intervals of a soak. Live and in a replay the same intervals give the same alerts.
import { EvaluationClock } from "../../alerts/evaluation/evaluation-clock.ts";
import { type AlertChange, Evaluator } from "../../alerts/evaluation/evaluator.ts";
import { SampleStore, type SeriesId } from "../../alerts/evaluation/sample-store.ts";
import type { AlertRule } from "../../alerts/rule.ts";
import { type MetricValues, SELDOM_READ } from "../metrics.ts";
import type { Slot } from "../slot.ts";
import { ALERT_METRICS, unmeasurableIn } from "./alert-metrics.ts";
import { readRulesText } from "./rules-text.ts";

/** Alerts that a timeline keeps at least. */
const TIMELINE_MOST = 500;

export class SoakAlerts {
  readonly #store = new SampleStore("exclusive");
  readonly #clock = new EvaluationClock();
  readonly #series: readonly (SeriesId | null)[] = ALERT_METRICS.map(({ name }) =>
    this.#store.series(new Map([["__name__", name]])),
  );
  readonly #evaluator: Evaluator;
  #rules: readonly AlertRule[] = [];
  #lastMs = -1;

  /** @param text rules in either form; what of it cannot be read is left out */
  constructor(text: string) {
    const { groups } = readRulesText(text);
    this.#rules = groups.flatMap(({ rules }) => rules);
    this.#evaluator = new Evaluator(groups, this.#store, {
      externalLabels: new Map(),
      externalUrl: "",
      timelineMost: TIMELINE_MOST,
    });
  }

  get rules(): readonly AlertRule[] {
    return this.#rules;
  }

  get status(): ReturnType<Evaluator["status"]> {
    return this.#evaluator.status();
  }

  get timeline(): Evaluator["timeline"] {
    return this.#evaluator.timeline;
  }

  /** The newest value of what a rule judges; null where there is none. */
  valueOf({ condition }: AlertRule): number | null {
    const at = ALERT_METRICS.findIndex(({ name }) => name === condition.selector.metric);
    const series = this.#series[at] ?? null;
    return series === null || !this.#store.has(series, this.#lastMs) ? null : this.#store.value(series);
  }

  /** Takes edited rules; alerts of those that are still there go on. */
  replace(text: string): void {
    const { groups } = readRulesText(text);
    this.#rules = groups.flatMap(({ rules }) => rules);
    this.#evaluator.replaceRules(groups);
  }

  pause(atMs: number): void {
    this.#clock.pause(atMs);
  }

  resume(atMs: number): void {
    this.#clock.resume(atMs);
  }

  /** Evaluates at the end of an interval. Times of a paused load do not count. */
  take(slot: Slot, values: MetricValues): readonly AlertChange[] {
    const atMs = Math.max(this.#lastMs + 1, this.#clock.at(slot.atMs + slot.durationMs));
    this.#lastMs = atMs;
    for (const [at, { id, scale }] of ALERT_METRICS.entries()) {
      const series = this.#series[at] ?? null;
      const value = values[id];
      // What is read once a minute counts until it is read again, as Prometheus looks back too.
      if (series === null || (value === null && SELDOM_READ.includes(id))) continue;
      if (value === null) this.#store.end(series);
      else this.#store.put(series, atMs, value * scale);
    }
    return this.#evaluator.evaluate(atMs, unmeasurableIn(slot));
  }
}
