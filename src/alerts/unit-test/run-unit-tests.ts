// Runs unit tests of rules as promtool does: all groups at one interval from time 0, and each case against what fires at its time.
import { isFiring } from "../evaluation/active-alert.ts";
import type { RuleEvaluation } from "../evaluation/rule-evaluation.ts";
import type { Lookback, SampleStore } from "../evaluation/sample-store.ts";
import type { Position } from "../fault.ts";
import { durationText } from "../go/duration.ts";
import { parseExpression } from "../grammar/parse-condition.ts";
import type { ReadRules } from "../rule-file/read-rules.ts";
import { judgeAlerts, judgeSamples, type Verdict } from "./judge-case.ts";
import { query } from "./query.ts";
import { lastEvaluationMs, replay, type Setting } from "./replay.ts";
import type { AlertCase, ExpressionCase, UnitTestFile } from "./unit-test-file.ts";
import { whyUnknown } from "./why-unknown.ts";

export interface CaseResult {
  readonly test: string;
  readonly at: Position;
  /** What was asked, in one line. */
  readonly what: string;
  readonly verdict: Verdict;
}

const SAMPLES_MOST = 5_000_000;
const EVALUATIONS_MOST = 2_000_000;

function whatOf(one: AlertCase | ExpressionCase): string {
  const at = durationText(one.evalMs);
  return "alertname" in one ? `alertname ${one.alertname} at ${at}` : `expr ${one.expr.trim()} at ${at}`;
}

/** Why nothing of the test can be judged; null where it can. */
function whyNotRun({ file, test }: Setting, lastMs: number): string | null {
  const intervals = Math.floor(lastMs / test.intervalMs) + 1;
  const samples = test.series.reduce((sum, { values }) => sum + Math.min(values.count, intervals), 0);
  if (samples > SAMPLES_MOST)
    return `It has ${samples} samples; at most ${SAMPLES_MOST} are read. Take a longer interval.`;
  const evaluations = lastMs / file.evaluationIntervalMs;
  return evaluations > EVALUATIONS_MOST
    ? `It takes ${Math.floor(evaluations)} evaluations; at most ${EVALUATIONS_MOST} are done.`
    : null;
}

function expressionVerdict(setting: Setting, one: ExpressionCase, store: SampleStore): Verdict {
  const read = parseExpression(one.expr);
  if (read.state === "refused") return { state: "not judged", why: read.message };
  const why = read.expression.kind === "number" ? null : whyUnknown(read.expression.selector, setting);
  if (why !== null) return { state: "not judged", why };
  return judgeSamples(one, query(read.expression, store, one.evalMs), setting.file.fuzzyCompare);
}

function alertVerdict(setting: Setting, one: AlertCase, evaluations: readonly RuleEvaluation[]): Verdict {
  const { rules } = setting;
  if (rules.some(({ refusedAlerts }) => refusedAlerts.has(one.alertname))) {
    return { state: "not judged", why: `A rule called ${one.alertname} was refused.` };
  }
  const named = evaluations.filter(({ rule }) => rule.name === one.alertname);
  const why = named.map(({ rule }) => whyUnknown(rule.condition.selector, setting)).find((reason) => reason !== null);
  if (why !== undefined && why !== null) return { state: "not judged", why };
  const got = named.flatMap((evaluation) =>
    [...evaluation.alerts]
      .filter(isFiring)
      .map((alert) => ({ labels: alert.labels, annotations: evaluation.annotations(alert) })),
  );
  return judgeAlerts(one, got);
}

function runTest(setting: Setting): readonly CaseResult[] {
  const { file, test } = setting;
  const resultOf = (one: AlertCase | ExpressionCase, verdict: Verdict): CaseResult => ({
    test: test.name,
    at: one.at,
    what: whatOf(one),
    verdict,
  });
  const all = [...test.alertCases, ...test.expressionCases].sort((a, b) => a.evalMs - b.evalMs);
  const lastMs = all.at(-1)?.evalMs ?? 0;
  const why = whyNotRun(setting, lastMs);
  if (why !== null) return all.map((one) => resultOf(one, { state: "not judged", why }));
  const lastEvaluation = lastEvaluationMs(file, lastMs);
  const waiting = [...all];
  const results: CaseResult[] = [];
  for (const { atMs, store, feed, evaluations, error } of replay(setting, lastMs)) {
    if (error !== null) {
      // promtool ends a test here, and so none of its cases passes.
      return all.map((one) => resultOf(one, { state: "failed", expected: [], got: [error] }));
    }
    const [next] = waiting;
    for (let one = next; one !== undefined && one.evalMs < atMs + file.evaluationIntervalMs; one = waiting[0]) {
      waiting.shift();
      if ("alertname" in one) results.push(resultOf(one, alertVerdict(setting, one, evaluations)));
      else {
        feed.until(Math.min(one.evalMs, lastEvaluation));
        results.push(resultOf(one, expressionVerdict(setting, one, store)));
      }
    }
  }
  return results;
}

/** Runs all tests of a file. @param rules the rule files that it names @param lookback which Prometheus is imitated */
export function runUnitTests(
  file: UnitTestFile,
  rules: readonly ReadRules[],
  lookback: Lookback,
): readonly CaseResult[] {
  return file.tests.flatMap((test) => runTest({ file, test, rules, lookback }));
}
