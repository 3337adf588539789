// The Markdown of a comparison: what somebody has to look at is in sight, everything else behind a fold, and text stays text.
import { expect, test } from "vitest";
import type { JudgedCell, JudgedComparison } from "../regression/comparison.ts";
import { METRICS } from "../regression/fixtures/metrics.ts";
import { NO_FIGURES, type Verdict } from "../regression/verdict.ts";
import { toVerdictMarkdown } from "./verdict-markdown.ts";

function changed(verdict: "minor" | "warning" | "critical" | "no-change", change: number): Verdict {
  return { verdict, figures: { ...NO_FIGURES, baseline: 100, current: 100 * (1 + change), change } };
}
const unsure: Verdict = { verdict: "inconclusive", reason: "nine rounds are not enough", figures: NO_FIGURES };
const fine = changed("no-change", 0);

function comparisonOf(cells: readonly (readonly [string, Verdict, boolean?])[]): JudgedComparison {
  return {
    cells: cells.map(([name, outcome, isDerived = false]): JudgedCell => ({
      row: { kind: "named", name },
      metric: { ...METRICS.throughput, isDerived },
      outcome,
    })),
    differences: [],
    unknown: [],
    onlyInCurrent: [],
    tests: cells.length,
    calibrationDifferences: [],
  };
}

/** The names of the rows in sight, and of those behind the fold. */
function rowsOf(markdown: string) {
  const [seen = "", folded = ""] = markdown.split("<details>");
  const names = (part: string) =>
    part
      .split("\n")
      .filter((line) => line.startsWith("| ") && !/^\| (row|---) \|/.test(line))
      .map((line) => line.split(" | ")[0]?.slice(2));
  return { seen: names(seen), folded: names(folded) };
}

test("the sentence comes first, then the five worst, gravest first; the rest is folded in its order", () => {
  const markdown = toVerdictMarkdown(
    comparisonOf([
      ["a", changed("minor", -0.06)],
      ["b", fine],
      ["c", changed("critical", -0.4)],
      ["d", changed("warning", -0.12)],
      ["e", changed("minor", -0.07)],
      ["f", { verdict: "missing", reason: "the current result does not have it", figures: NO_FIGURES }],
      ["g", changed("critical", -0.5)],
    ]),
  );
  expect(markdown).toMatch(
    /^## Headroom\n\n\*\*Slower: throughput is 6\.0% to 50% lower .*\*\*\n\n2 critical, 1 warning/,
  );
  expect(rowsOf(markdown)).toEqual({ seen: ["c", "g", "d", "a", "e"], folded: ["b", "f"] });
  expect(markdown).toContain("<details><summary>The other 2 figures</summary>\n\n| row |");
  expect(markdown).toContain("|\n\n</details>\n");
});

test("where nothing is worse all figures are folded, and where all are in sight there is no fold", () => {
  const quiet = toVerdictMarkdown(
    comparisonOf([
      ["a", fine],
      ["b", unsure],
    ]),
  );
  expect(rowsOf(quiet)).toEqual({ seen: [], folded: ["a", "b"] });
  expect(quiet).toContain("All 2 figures");
  expect(toVerdictMarkdown(comparisonOf([["a", changed("minor", -0.06)]]))).not.toContain("<details>");
  expect(rowsOf(toVerdictMarkdown(comparisonOf([])))).toEqual({ seen: [], folded: [] });
});

test("what follows from other figures is in sight only where nothing else is worse", () => {
  const derived = ["efficiency", changed("critical", -0.5), true] as const;
  expect(rowsOf(toVerdictMarkdown(comparisonOf([derived, ["a", changed("minor", -0.06)]]))).seen).toEqual(["a"]);
  expect(rowsOf(toVerdictMarkdown(comparisonOf([derived, ["a", fine]]))).seen).toEqual(["efficiency"]);
});

test("a note of several rows is said once", () => {
  const markdown = toVerdictMarkdown(
    comparisonOf([
      ["a", unsure],
      ["b", unsure],
    ]),
  );
  expect(markdown.match(/nine rounds/g)).toHaveLength(1);
  expect(markdown).toContain("\n- Note 1: nine rounds are not enough\n");
});

test("names of files stay text", () => {
  const markdown = toVerdictMarkdown(comparisonOf([["<b>|x|`", changed("minor", -0.06)]]));
  expect(markdown).toContain("| &lt;b>\\|x\\|\\` |");
  expect(markdown).toContain("lower at &lt;b>\\|x\\|\\`");
});
