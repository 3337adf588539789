// No sentence says of a row that it went one way where its own figure went the other.
import fc from "fast-check";
import { expect, test } from "vitest";
import type { JudgedCell, JudgedComparison } from "../regression/comparison.ts";
import { METRICS } from "../regression/fixtures/metrics.ts";
import { NO_FIGURES } from "../regression/verdict.ts";
import { publicCase } from "../results/fixtures/public-cases.ts";
import { comparisonSentence } from "./comparison-sentence.ts";
import { judge } from "./judgement.ts";
import { readSide } from "./read-side.ts";

function sideOf(name: string) {
  const read = readSide(name, publicCase(name));
  if (read.state === "refused") throw new Error(read.message);
  return read.side;
}

test.each([
  [
    "06-k6-session-1.json",
    "06-k6-current-half-failed.json",
    /^Worse: rate is up from 0 at http_req_failed and 50% lower at checks[.;]/,
  ],
  [
    "06-k6-current-half-failed.json",
    "06-k6-session-1.json",
    /^Better: rate is down to 0 at http_req_failed and 100% higher at checks[.;]/,
  ],
])("of one metric, failures and checks go opposite ways: %s against %s", (before, after, sentence) => {
  const sides = { baselines: [sideOf(before)], current: sideOf(after) };
  const { comparison } = judge({ ...sides, calibration: null, declaredFloor: null });
  expect(comparisonSentence(comparison)).toMatch(sentence);
});

const ROWS = ["r1", "r2", "r3"] as const;
const LABELS = ["alpha", "beta", "gamma"] as const;

const anyComparison = fc
  .array(
    fc.record({
      row: fc.constantFrom(...ROWS),
      label: fc.constantFrom(...LABELS),
      change: fc.oneof(fc.constantFrom(-1, -0.4, 0, 0.3, 1.5, Infinity), fc.double({ min: -1, max: 4, noNaN: true })),
      verdict: fc.constantFrom("critical" as const, "minor" as const, "improved" as const, "no-change" as const),
    }),
    { maxLength: 9 },
  )
  .map((list): JudgedComparison => {
    const once = [...new Map(list.map((one) => [`${one.row} ${one.label}`, one])).values()];
    const cells = once.map(({ row, label, change, verdict }): JudgedCell => ({
      row: { kind: "named", name: row },
      metric: { ...METRICS.efficiency, id: label, label },
      outcome: { verdict, figures: { ...NO_FIGURES, change } },
    }));
    return { cells, differences: [], unknown: [], onlyInCurrent: [], tests: 0, calibrationDifferences: [] };
  });

interface Said {
  readonly label: string;
  readonly isUp: boolean;
  readonly row: string;
}

/** What a sentence says, read word by word: figures, and behind them the rows that all of them hold in. */
function saidIn(sentence: string, all: readonly string[]): readonly Said[] {
  const said: Said[] = [];
  for (const part of sentence.split(". ")) {
    let figures: { readonly label: string; readonly isUp: boolean }[] = [];
    let label = "";
    let areRows = false;
    const told = part.split(";")[0] ?? "";
    for (const [word] of told.matchAll(/alpha|beta|gamma|up from|down to|higher|lower|as much|r\d|everywhere/g)) {
      if (/^(r\d|everywhere)$/.test(word)) {
        areRows = true;
        const rows = word === "everywhere" ? all : [word];
        said.push(...figures.flatMap((figure) => rows.map((row) => ({ ...figure, row }))));
        continue;
      }
      if (areRows) figures = [];
      areRows = false;
      if (word.endsWith("a")) label = word;
      else figures = [...figures, { label, isUp: word !== "down to" && word !== "lower" }];
    }
  }
  return said;
}

test("whatever changed, each row that is named went the way that is said", () => {
  let count = 0;
  fc.assert(
    fc.property(anyComparison, (comparison) => {
      const rows = [...new Set(comparison.cells.map(({ row }) => (row.kind === "named" ? row.name : "")))];
      for (const { label, isUp, row } of saidIn(comparisonSentence(comparison), rows)) {
        count += 1;
        const cell = comparison.cells.find(
          (one) => one.metric.id === label && one.row.kind === "named" && one.row.name === row,
        );
        const change = cell?.outcome.figures.change ?? 0;
        expect(isUp ? change > 0 : change < 0).toBe(true);
      }
    }),
    { numRuns: 500 },
  );
  expect(count).toBeGreaterThan(200);
});
