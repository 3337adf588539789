// Goes through one unit test evaluation by evaluation: samples up to its time, then all rules in order, each with the alerts it writes.
import { RuleEvaluation } from "../evaluation/rule-evaluation.ts";
import { type Lookback, SampleStore, type SeriesId } from "../evaluation/sample-store.ts";
import { Selections } from "../evaluation/select.ts";
import { durationText } from "../go/duration.ts";
import type { ReadRules } from "../rule-file/read-rules.ts";
import { RecordedAlerts } from "./recorded-alerts.ts";
import { ValueCursor } from "./series-values.ts";
import type { UnitTest, UnitTestFile } from "./unit-test-file.ts";

export interface Setting {
  readonly file: UnitTestFile;
  readonly test: UnitTest;
  /** The rule files that the test file names. */
  readonly rules: readonly ReadRules[];
  readonly lookback: Lookback;
}

/** What there is right after an evaluation. */
export interface Moment {
  readonly atMs: number;
  readonly store: SampleStore;
  readonly feed: Feed;
  readonly evaluations: readonly RuleEvaluation[];
  /** Why a rule could not be evaluated, which ends the test; null where all could. */
  readonly error: string | null;
}

interface FedSeries {
  readonly id: SeriesId;
  readonly cursor: ValueCursor;
  next: number;
}

/** Puts the samples up to a time into the store. */
class Feed {
  readonly #store: SampleStore;
  readonly #intervalMs: number;
  readonly #series: readonly FedSeries[];

  constructor({ series, intervalMs }: UnitTest, store: SampleStore) {
    this.#store = store;
    this.#intervalMs = intervalMs;
    // A series that is given twice counts as it was given last, as in promtool.
    const last = new Map(series.map((one) => [store.series(one.labels), one.values] as const));
    this.#series = [...last].flatMap(([id, values]) =>
      id === null ? [] : [{ id, cursor: new ValueCursor(values), next: 0 }],
    );
  }

  until(atMs: number): void {
    for (const one of this.#series) {
      for (; one.next * this.#intervalMs <= atMs; one.next += 1) {
        const sample = one.cursor.next();
        if (sample === null) {
          one.next = Infinity;
          break;
        }
        if (sample === "stale") this.#store.end(one.id);
        else if (sample !== "missing") this.#store.put(one.id, one.next * this.#intervalMs, sample);
      }
    }
  }
}

function groupsInOrder({ file, test, rules }: Setting, store: SampleStore): readonly RuleEvaluation[] {
  const selections = new Selections(store);
  const place = (name: string) => Math.max(0, file.groupOrder.indexOf(name));
  return rules
    .flatMap(({ groups }) => groups)
    .sort((a, b) => place(a.name) - place(b.name))
    .flatMap((group) => group.rules.map((rule) => new RuleEvaluation(rule, group.limit, selections, test)));
}

/** The last time at which rules are evaluated. @param lastMs the last time that a case asks for */
export function lastEvaluationMs({ evaluationIntervalMs }: UnitTestFile, lastMs: number): number {
  return Math.floor(lastMs / evaluationIntervalMs) * evaluationIntervalMs;
}

/** Evaluates all groups at one interval from time 0, as promtool does. An error is the last moment. */
export function* replay(setting: Setting, lastMs: number): Generator<Moment> {
  const { file, test, lookback } = setting;
  const store = new SampleStore(lookback);
  const feed = new Feed(test, store);
  const evaluations = groupsInOrder(setting, store);
  const recorded = new RecordedAlerts(store);
  for (let atMs = 0; atMs <= lastMs; atMs += file.evaluationIntervalMs) {
    feed.until(atMs);
    for (const evaluation of evaluations) {
      const outcome = evaluation.evaluate(atMs);
      if (outcome.state === "error") {
        const error = `${evaluation.rule.name} at ${durationText(atMs)}: ${outcome.message}`;
        yield { atMs, store, feed, evaluations, error };
        return;
      }
      if (!recorded.record(evaluation, atMs)) {
        const error = `${evaluation.rule.name} at ${durationText(atMs)}: another rule has an alert of the same labels that began at another time. Rename one, or add a label.`;
        yield { atMs, store, feed, evaluations, error };
        return;
      }
    }
    yield { atMs, store, feed, evaluations, error: null };
  }
}
