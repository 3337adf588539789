// What talking costs a team that searches is told with the figure that the table has, also where noise could explain it.
import { expect, test } from "vitest";
import type { Estimate } from "../../statistics/summary.ts";
import { exact, type Row, type RowFigure } from "../contract/rows.ts";
import { searchDefaults } from "./fields.ts";
import { searchSentence } from "./sentence.ts";

function estimated(median: number, interval: Estimate["interval"]): RowFigure {
  return { state: "known", estimate: { median, interval }, values: [median], yardstickDeviation: 0 };
}

function said(loss: RowFigure): string {
  const figures: Row["figures"] = {
    steps: exact(10),
    "steps-alone": exact(20),
    sooner: estimated(0.5, { kind: "confidence", low: 0.4, high: 0.6 }),
    loss,
  };
  return searchSentence(searchDefaults, [{ at: 6, samples: 6, figures, status: null }]) ?? "";
}

test("a cost that noise could explain has its figure and its interval beside it", () => {
  expect(said(estimated(0.46, { kind: "confidence", low: -0.03, high: 0.71 }))).toContain(
    " It costs 46% of their throughput (−3.0% to 71%), which noise alone could explain.",
  );
});

test("a cost of too few trials has its figure, and says that they are few", () => {
  expect(said(estimated(0.46, { kind: "range", low: 0.4, high: 0.5 }))).toContain(
    " In these trials it cost 46% of their throughput; they are too few to tell that from noise.",
  );
});

test("a cost that is certain says what is left of the gain, or that nothing is", () => {
  const some = said(estimated(0.2, { kind: "confidence", low: 0.1, high: 0.3 }));
  expect(some).toContain("50% of the rounds to a target (40% to 60%), and 38% of the time.");
  expect(some).toContain(" It costs 20% of their throughput (10% to 30%).");
  const none = said(estimated(0.6, { kind: "confidence", low: 0.5, high: 0.7 }));
  expect(none).toContain("50% of the rounds to a target (40% to 60%), but takes 25% more time.");
});
