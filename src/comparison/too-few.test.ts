// Where repeats are too few, the sentence of a comparison says so first, with what can be enough; constants do not count.
import { expect, test } from "vitest";
import type { JudgedCell } from "../regression/comparison.ts";
import { METRICS } from "../regression/fixtures/metrics.ts";
import { NO_FIGURES, type Verdict } from "../regression/verdict.ts";
import { comparisonSentence, needsRepeats } from "./comparison-sentence.ts";

const placement = {
  name: "placement",
  was: "pool",
  is: "single-lane",
  text: "placement: pool against single-lane",
  weight: "asked",
} as const;

/** Of three repeats each, more of which can be enough; a figure that is the same by construction; and others. */
function outcomeOf(
  kind: "few" | "constant" | "no-change" | "inconclusive" | "critical" | "within-noise",
  size: string,
): Verdict {
  switch (kind) {
    case "few":
      return {
        verdict: "inconclusive",
        reason: "a test",
        figures: NO_FIGURES,
        tooFew: { size, enough: 7, repeatWith: null },
      };
    case "constant":
      return { verdict: "no-change", figures: { ...NO_FIGURES, change: 0, smallestSeen: 0 } };
    case "inconclusive":
      return { verdict: "inconclusive", reason: "too noisy", figures: NO_FIGURES };
    case "no-change":
      return { verdict: "no-change", figures: { ...NO_FIGURES, change: 0 } };
    case "within-noise":
      return { verdict: "within-noise", reason: "could be noise", figures: { ...NO_FIGURES, change: -0.236 } };
    case "critical":
      return { verdict: "critical", figures: { ...NO_FIGURES, change: -0.5 } };
  }
}

/** A constant, so many figures with too few repeats, and others. */
function ofFewRepeats(
  open: number,
  others: readonly ("no-change" | "inconclusive" | "critical" | "within-noise")[],
  sizes: readonly string[] = ["3 repeats each"],
) {
  const kinds = ["constant" as const, ...Array.from({ length: open }, () => "few" as const), ...others];
  const cells = kinds.map((kind, n): JudgedCell => ({
    row: { kind: "point", axis: "agents", at: n + 1 },
    metric: kind === "constant" ? METRICS.memory : METRICS.throughput,
    outcome: outcomeOf(kind, sizes[n % sizes.length] ?? ""),
  }));
  return { cells, differences: [], unknown: [], onlyInCurrent: [], tests: cells.length, calibrationDifferences: [] };
}

test("too few repeats: the sentence opens with the remedy, and a constant is no figure without a difference", () => {
  const few = ofFewRepeats(41, []);
  expect(comparisonSentence(few)).toBe("It cannot be told: 3 repeats each are too few; 7 each can be enough.");
  expect(needsRepeats(few)).toBe(true);
  expect(comparisonSentence(ofFewRepeats(41, [], ["1 repeat each"]))).toContain("1 repeat each is too few;");
  expect(comparisonSentence(ofFewRepeats(4, [], ["3 repeats each", "2 and 3 repeats"]))).toContain(
    "their repeats are too few;",
  );
  expect(comparisonSentence(few, [placement])).toBe(
    "With placement single-lane instead of pool it cannot be told: 3 repeats each are too few; 7 each can be enough.",
  );
});

test("figures that more repeats could tell, beside others; and none where something changed", () => {
  expect(comparisonSentence(ofFewRepeats(3, ["no-change", "inconclusive"]))).toBe(
    "3 of 5 figures cannot be told: 3 repeats each are too few; 7 each can be enough. No difference in 1 of the other 2.",
  );
  expect(needsRepeats(ofFewRepeats(3, ["critical"]))).toBe(false);
  expect(comparisonSentence(ofFewRepeats(3, ["critical"]))).toMatch(/^Slower: /);
});

test("a change that noise can explain is told as one, and not counted among what is the same", () => {
  expect(comparisonSentence(ofFewRepeats(0, ["within-noise", "inconclusive", "no-change"]))).toBe(
    "Neither slower nor faster for certain: throughput is 24% lower at 2 agents, which noise can explain; other figures differ too much to tell.",
  );
  expect(comparisonSentence(ofFewRepeats(0, ["within-noise", "inconclusive"]), [placement])).toMatch(
    /^With placement single-lane instead of pool it is neither slower nor faster for certain: throughput is 24% lower/,
  );
});

test("a constant alone is a figure, and beside others that noise hides it is not counted", () => {
  expect(comparisonSentence(ofFewRepeats(0, []))).toBe("No difference that could be told from noise.");
  expect(comparisonSentence(ofFewRepeats(0, ["no-change", "inconclusive"]))).toContain(
    "No difference in 1 of 2 figures",
  );
});
