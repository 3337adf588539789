// A comparison in one sentence: what got worse or better, by how much, and where.
import { expect, test } from "vitest";
import type { JudgedCell, JudgedComparison } from "../regression/comparison.ts";
import { METRICS } from "../regression/fixtures/metrics.ts";
import { NO_FIGURES, type Verdict } from "../regression/verdict.ts";
import { comparisonSentence } from "./comparison-sentence.ts";

type Metric = keyof typeof METRICS;

function outcomeOf(verdict: Verdict["verdict"], change: number): Verdict {
  const figures = { ...NO_FIGURES, baseline: 100, current: 100 * (1 + change), change };
  switch (verdict) {
    case "not-comparable":
      return { verdict, differences: [], figures };
    case "missing":
    case "inconclusive":
    case "within-noise":
      return { verdict, reason: "a test", figures };
    case "no-change":
    case "improved":
    case "minor":
    case "warning":
    case "critical":
      return { verdict, figures };
  }
}

/** [agents, metric, verdict, change] */
type Judged = readonly [number, Metric, Verdict["verdict"], number];

function comparisonOf(judged: readonly Judged[], differences: readonly string[] = []): JudgedComparison {
  const cells = judged.map(([at, metric, verdict, change]): JudgedCell => ({
    row: { kind: "point", axis: "agents", at },
    metric: METRICS[metric],
    outcome: outcomeOf(verdict, change),
  }));
  return { cells, differences, unknown: [], onlyInCurrent: [], tests: cells.length, calibrationDifferences: [] };
}

test("slower from some count on, in the two figures that changed most often, and no difference below", () => {
  const judged: Judged[] = [
    [5, "throughput", "no-change", 0.01],
    [5, "p95", "within-noise", 0.02],
    [10, "throughput", "no-change", 0.01],
    [10, "p95", "no-change", 0.01],
    [20, "throughput", "warning", -0.12],
    [20, "p95", "warning", 0.14],
    [50, "throughput", "critical", -0.3],
    [50, "p95", "critical", 0.43],
  ];
  expect(comparisonSentence(comparisonOf(judged))).toBe(
    "Slower: throughput is 12% to 30% lower and p95 latency 14% to 43% higher from 20 agents on; up to 10 agents no difference.",
  );
});

test.each<readonly [string, readonly Judged[], string]>([
  ["one row", [[5, "throughput", "critical", -0.5]], "Slower: throughput is 50% lower at 5 agents."],
  [
    "rows in the middle",
    [1, 5, 10, 15, 20].map((at) =>
      at === 1 || at === 20
        ? ([at, "throughput", "no-change", 0] as const)
        : ([at, "throughput", "warning", -0.2] as const),
    ),
    "Slower: throughput is 20% lower from 5 agents to 15 agents; at 1 agent and 20 agents no difference.",
  ],
  [
    "every row",
    [
      [5, "p95", "critical", 1.4],
      [10, "p95", "critical", 2],
    ],
    "Slower: p95 latency is 2.4× to 3× as much everywhere.",
  ],
  [
    "better",
    [
      [5, "throughput", "improved", 0.2],
      [10, "throughput", "inconclusive", 0.02],
    ],
    "Faster: throughput is 20% higher at 5 agents; at 10 agents nothing is certain.",
  ],
  [
    "both ways",
    [
      [5, "throughput", "improved", 0.2],
      [10, "throughput", "minor", -0.07],
    ],
    "Slower: throughput is 7.0% lower at 10 agents. Faster: throughput is 20% higher at 5 agents.",
  ],
])("%s", (_, judged, sentence) => {
  expect(comparisonSentence(comparisonOf(judged))).toBe(sentence);
});

test("where nothing changed, nothing is certain, or nothing can be compared, that is said", () => {
  expect(comparisonSentence(comparisonOf([[5, "throughput", "no-change", 0]]))).toBe(
    "No difference that could be told from noise.",
  );
  expect(comparisonSentence(comparisonOf([[5, "throughput", "inconclusive", 0]]))).toContain("Nothing is certain");
  expect(comparisonSentence(comparisonOf([]))).toBe("There is nothing to compare.");
  expect(comparisonSentence(comparisonOf([[5, "throughput", "not-comparable", 0]], ["browser: A against B"]))).toBe(
    "These two cannot be compared.",
  );
  expect(comparisonSentence(comparisonOf([[5, "throughput", "missing", 0]]))).toContain("no figure in common");
});

test("where nothing is certain, the rate of the last row is told with what it may have changed by", () => {
  const { cells, ...rest } = comparisonOf([
    [10, "throughput", "inconclusive", -0.2],
    [50, "throughput", "inconclusive", 0],
    [50, "p95", "no-change", 0.01],
    [50, "p50", "inconclusive", 0.3],
  ]);
  const open = {
    ...rest,
    cells: cells.map(({ outcome, ...cell }): JudgedCell => ({
      ...cell,
      outcome: { ...outcome, figures: { ...outcome.figures, interval: { low: -0.058, high: 0.007 } } },
    })),
  };
  expect(comparisonSentence(open)).toBe(
    "Nothing got slower or faster for certain: throughput at 50 agents changed by 0.0% (−5.8% to +0.7%).",
  );
});

/** Of so many figures, those that single sessions leave open, and others. */
function ofSingleSessions(open: number, others: readonly Verdict["verdict"][]): JudgedComparison {
  const all = [...Array.from({ length: open }, () => "inconclusive" as const), ...others];
  const { cells, ...rest } = comparisonOf(all.map((verdict, n) => [n + 1, "throughput", verdict, 0]));
  return {
    ...rest,
    cells: cells.map((cell, n) => {
      const { outcome } = cell;
      if (n >= open || outcome.verdict !== "inconclusive") return cell;
      return { ...cell, outcome: { ...outcome, needsSessions: true } };
    }),
  };
}

test.each<readonly [number, readonly Verdict["verdict"][], string]>([
  [3, [], "One session on each side is too few to judge by: give five or more sessions as the baseline."],
  [
    8,
    ["no-change", "within-noise"],
    "One session on each side is too few to judge 8 of 10 figures: give five or more sessions as the baseline. No difference in the other 2.",
  ],
  [
    8,
    ["no-change"],
    "One session on each side is too few to judge 8 of 9 figures: give five or more sessions as the baseline. No difference in the other one.",
  ],
  [
    2,
    ["no-change", "inconclusive"],
    "One session on each side is too few to judge 2 of 4 figures: give five or more sessions as the baseline. No difference in 1 of the other 2.",
  ],
  [
    2,
    ["inconclusive"],
    "One session on each side is too few to judge 2 of 3 figures: give five or more sessions as the baseline. Of the other one nothing is certain.",
  ],
])("one session on each side: %i figures that it leaves open, beside %j", (open, others, sentence) => {
  expect(comparisonSentence(ofSingleSessions(open, others))).toBe(sentence);
});

test("what got worse is said first, also where one session on each side leaves other figures open", () => {
  expect(comparisonSentence(ofSingleSessions(2, ["critical"]))).toMatch(/^Slower: /);
});

test("what is the same at every point is no place on the axis", () => {
  const { cells, ...rest } = comparisonOf([
    [5, "throughput", "no-change", 0],
    [10, "throughput", "critical", -0.5],
    [20, "throughput", "critical", -0.5],
  ]);
  const whole: JudgedCell = {
    row: { kind: "whole", axis: "agents" },
    metric: METRICS.memory,
    outcome: outcomeOf("no-change", 0),
  };
  expect(comparisonSentence({ ...rest, cells: [...cells, whole] })).toBe(
    "Slower: throughput is 50% lower from 10 agents on; at 5 agents no difference.",
  );
  const larger = { ...whole, outcome: outcomeOf("critical", 0.5) };
  expect(comparisonSentence({ ...rest, cells: [...cells.slice(0, 1), larger] })).toBe(
    "Worse: memory per agent is 50% higher at any agent; at 5 agents no difference.",
  );
});

test("a change above twice as much is said as a ratio, beside one below it too", () => {
  const judged: Judged[] = [
    [5, "p95", "critical", 0.6],
    [10, "p95", "critical", 1.4],
  ];
  expect(comparisonSentence(comparisonOf(judged))).toContain("p95 latency is 1.6× to 2.4× as much everywhere");
});

const placement = {
  name: "placement",
  was: "pool",
  is: "single-lane",
  text: "placement: pool against single-lane",
  weight: "asked",
} as const;
const topology = { ...placement, name: "topology", was: "none", is: "ring" };

test.each<readonly [readonly Judged[], string]>([
  [
    [[5, "throughput", "critical", -0.5]],
    "With placement single-lane instead of pool it is slower: throughput is 50% lower at 5 agents.",
  ],
  [
    [[5, "throughput", "no-change", 0]],
    "With placement single-lane instead of pool there is no difference that could be told from noise.",
  ],
  [
    [[5, "throughput", "inconclusive", 0]],
    "With placement single-lane instead of pool nothing is certain: there are too few figures, or they differ too much.",
  ],
])("a setting that differs on purpose opens the sentence", (judged, sentence) => {
  expect(comparisonSentence(comparisonOf(judged), [placement])).toBe(sentence);
});

test("two settings are named, more are counted", () => {
  const judged = comparisonOf([[5, "throughput", "no-change", 0]]);
  expect(comparisonSentence(judged, [placement, topology])).toContain(
    "With placement single-lane instead of pool and topology ring instead of none there is",
  );
  const third = { ...placement, name: "workload" };
  expect(comparisonSentence(judged, [placement, topology, third])).toContain("and 1 more setting changed there is");
});

test("figures that follow from others are named only where nothing else changed", () => {
  const both = comparisonOf([
    [5, "throughput", "critical", -0.5],
    [5, "p95", "critical", 0.6],
    [10, "p95", "critical", 0.7],
  ]);
  const cells = both.cells.map((cell) =>
    cell.metric.id === "p95" ? { ...cell, metric: { ...cell.metric, isDerived: true } } : cell,
  );
  expect(comparisonSentence({ ...both, cells })).toContain("throughput is 50% lower");
  expect(comparisonSentence({ ...both, cells })).not.toContain("p95");
  expect(comparisonSentence({ ...both, cells: cells.slice(1) })).toContain("p95 latency is 60% to 70% higher");
});
