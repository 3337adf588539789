// The series ALERTS that Prometheus writes of its own alerts, which other rules and tests can ask for.
import type { ActiveAlert } from "../evaluation/active-alert.ts";
import { isActive, isFiring } from "../evaluation/active-alert.ts";
import type { RuleEvaluation } from "../evaluation/rule-evaluation.ts";
import type { SampleStore, SeriesId } from "../evaluation/sample-store.ts";
import { type Labels, labelsKey, labelsOf } from "../grammar/labels.ts";

/** A label of the rule that came out empty keeps its template's text here. It is so in Prometheus. */
function alertsLabels({ rule }: RuleEvaluation, alert: ActiveAlert): Labels {
  return labelsOf([
    ...rule.labels,
    ...alert.labels,
    ["__name__", "ALERTS"],
    ["alertname", rule.name],
    ["alertstate", isFiring(alert) ? "firing" : "pending"],
  ]);
}

/** The series ALERTS_FOR_STATE, which holds since when an alert is active. It is not kept: only two rules that both write it matter. */
function forStateKey(labels: Labels): string {
  return labelsKey(labelsOf([...labels, ["__name__", ""], ["alertstate", ""]]));
}

interface Written {
  readonly id: SeriesId;
  readonly forState: string;
}

export class RecordedAlerts {
  readonly #store: SampleStore;
  readonly #previous = new Map<RuleEvaluation, readonly Written[]>();
  /** What was written at this time: since when an alert is active, or null where the series was ended. The first to write wins. */
  #series = new Map<SeriesId, 1 | null>();
  #forState = new Map<string, number | null>();
  #atMs = -1;

  constructor(store: SampleStore) {
    this.#store = store;
  }

  #begin(atMs: number): void {
    if (atMs === this.#atMs) return;
    this.#atMs = atMs;
    this.#series = new Map();
    this.#forState = new Map();
  }

  #write({ id, forState }: Written, activeAtMs: number): boolean {
    if (this.#series.get(id) === null || (this.#forState.get(forState) ?? activeAtMs) !== activeAtMs) return false;
    if (this.#forState.get(forState) === null) return false;
    this.#series.set(id, 1);
    this.#forState.set(forState, activeAtMs);
    this.#store.put(id, this.#atMs, 1);
    return true;
  }

  #end({ id, forState }: Written): void {
    if (!this.#series.has(id)) {
      this.#series.set(id, null);
      this.#store.end(id);
    }
    if (!this.#forState.has(forState)) this.#forState.set(forState, null);
  }

  /**
   * Writes the alerts of one rule, right after its evaluation and before the next rule's.
   * @returns false where another rule wrote the same alert otherwise, which is an error in Prometheus
   */
  record(evaluation: RuleEvaluation, atMs: number): boolean {
    this.#begin(atMs);
    let isWritten = true;
    const now: Written[] = [];
    for (const alert of evaluation.alerts) {
      if (!isActive(alert)) continue;
      const labels = alertsLabels(evaluation, alert);
      const id = this.#store.series(labels);
      if (id === null) continue;
      const written = { id, forState: forStateKey(labels) };
      now.push(written);
      isWritten = this.#write(written, alert.activeAtMs) && isWritten;
    }
    const ids = new Set(now.map(({ id }) => id));
    const states = new Set(now.map(({ forState }) => forState));
    for (const written of this.#previous.get(evaluation) ?? []) {
      if (!ids.has(written.id) && !states.has(written.forState)) this.#end(written);
      else if (!ids.has(written.id) && !this.#series.has(written.id)) {
        this.#series.set(written.id, null);
        this.#store.end(written.id);
      }
    }
    this.#previous.set(evaluation, now);
    return isWritten;
  }
}
