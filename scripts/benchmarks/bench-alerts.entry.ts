// What one evaluation costs: a hundred rules over a thousand series once a second, quiet, firing and flapping.
import { Evaluator } from "../../src/alerts/evaluation/evaluator.ts";
import { SampleStore, type SeriesId } from "../../src/alerts/evaluation/sample-store.ts";
import { thresholdRule } from "../../src/alerts/published/threshold-rule.ts";
import type { AlertRule } from "../../src/alerts/rule.ts";

const SERIES = 1_000;
const RULES = 100;
const SECONDS = 400;
/** Code that runs for the first time is slow: these seconds are left out. */
const WARM_SECONDS = 100;
const MOST_MS = 5;

interface Case {
  readonly name: string;
  /** The metric of a series, and of a rule. */
  readonly metricOf: (at: number) => string;
  /** Whether a series is beyond the threshold in a second. */
  readonly isBeyond: (series: number, second: number) => boolean;
}

const one = (): string => "m";

const cases: readonly Case[] = [
  { name: "each rule reads 10 series, all flap", metricOf: (at) => `m${at % RULES}`, isBeyond: (_, s) => s % 2 === 0 },
  { name: "each rule reads all, none fires", metricOf: one, isBeyond: () => false },
  { name: "each rule reads all, the same 1% fire", metricOf: one, isBeyond: (series) => series % 100 === 0 },
  {
    name: "each rule reads all, 1% fire, others each second",
    metricOf: one,
    isBeyond: (series, second) => series % 100 === second % 100,
  },
];

function ruleOf(at: number, metric: string): AlertRule {
  return thresholdRule({
    name: `rule ${at}`,
    selector: { metric, matchers: [{ label: "job", operator: "=~", value: "agents-.*" }] },
    comparator: ">",
    threshold: 1 + at / RULES,
    severity: "warning",
    forMs: 0,
    keepFiringForMs: 0,
  });
}

function percentile(sorted: readonly number[], share: number): number {
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? NaN;
}

/** @returns ms of each evaluation, ascending, and how many alerts there were at most */
function timed({ metricOf, isBeyond }: Case): { readonly ms: readonly number[]; readonly alerts: number } {
  const store = new SampleStore("exclusive");
  const ids: (SeriesId | null)[] = [];
  for (let at = 0; at < SERIES; at += 1) {
    const labels = [
      ["__name__", metricOf(at)],
      ["agent", String(at)],
      ["job", `agents-${at % 7}`],
    ] as const;
    ids.push(store.series(new Map(labels)));
  }
  const rules = Array.from({ length: RULES }, (_, at) => ruleOf(at, metricOf(at)));
  const groups = [{ name: "g", intervalMs: 1_000, limit: 0, rules }];
  const evaluator = new Evaluator(groups, store, { externalLabels: new Map(), externalUrl: "", timelineMost: 1_000 });
  const ms: number[] = [];
  let alerts = 0;
  for (let second = 1; second <= SECONDS; second += 1) {
    for (const [at, id] of ids.entries()) if (id !== null) store.put(id, second * 1_000, isBeyond(at, second) ? 3 : 0);
    const began = performance.now();
    const changes = evaluator.evaluate(second * 1_000);
    const took = performance.now() - began;
    if (second > WARM_SECONDS) ms.push(took);
    alerts = Math.max(alerts, changes.filter(({ to }) => to === "firing").length);
  }
  return { ms: ms.toSorted((a, b) => a - b), alerts };
}

/** Prints what an evaluation costs in each case. @returns whether all are under 5 ms, by their median */
export function reportAlerts(): boolean {
  console.log(
    `${RULES} rules, ${SERIES} series, once a second: ms of one evaluation over ${SECONDS - WARM_SECONDS} s\n`,
  );
  console.log(`${"".padEnd(52)}${"median".padStart(8)}${"p95".padStart(8)}${"begun at once".padStart(15)}`);
  let isFast = true;
  for (const one of cases) {
    const { ms, alerts } = timed(one);
    const median = percentile(ms, 0.5);
    isFast &&= median < MOST_MS;
    const figures = `${median.toFixed(2).padStart(8)}${percentile(ms, 0.95).toFixed(2).padStart(8)}${String(alerts).padStart(15)}`;
    console.log(`${median < MOST_MS ? "✓" : "✗"} ${one.name.padEnd(50)}${figures}`);
  }
  console.log(`\n${isFast ? "All are" : "Not all are"} under ${MOST_MS} ms.`);
  return isFast;
}
