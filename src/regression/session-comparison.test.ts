// Verdicts against several sessions of one baseline: their spread is the noise that a new session is held against.
import { expect, test } from "vitest";
import { compareResults } from "./comparison.ts";
import { around, cell, result } from "./fixtures/cells.ts";

test("several sessions: outside the prediction interval is judged, inside it is not", () => {
  const sessions = [1_000, 1_010, 990, 1_005, 995, 1_002].map((middle) => result([cell(around(middle))]));
  const verdict = (middle: number) => compareResults(sessions, result([cell(around(middle))])).cells[0]!.outcome;
  expect(verdict(850).verdict).toBe("warning");
  expect(verdict(1_000).verdict).toBe("no-change");
  expect(verdict(1_150).verdict).toBe("improved");
  // By hand: s of the log medians is 0.00711, t(0.975, 5) = 2.571, √(1 + 1/6) = 1.080: ± 1.99 %.
  expect(verdict(1_000).figures.interval!.high).toBeCloseTo(0.0199, 3);
  const wide = [1_000, 1_300, 800].map((middle) => result([cell(around(middle))]));
  expect(compareResults(wide, result([cell(around(850))])).cells[0]!.outcome.verdict).toBe("inconclusive");
});

test("several sessions: a current session that is itself disturbed raises no band", () => {
  const sessions = [1_000, 1_010, 990, 1_005, 995, 1_002].map((middle) => result([cell(around(middle))]));
  const values = [1_000, 990, 700, 820, 1_010, 760, 800, 995, 780, 805];
  const disturbed = result([cell({ kind: "trials", values, yardstickDeviation: 0 })]);
  const { outcome } = compareResults(sessions, disturbed).cells[0]!;
  expect(outcome.figures.adjustedP).toBeLessThan(0.05);
  expect(outcome.verdict).toBe("inconclusive");
});

test("sessions of single figures can be compared, sparse current results cannot", () => {
  const sessions = [100, 101, 99, 100].map((value) => result([cell({ kind: "single", value })]));
  expect(compareResults(sessions, result([cell({ kind: "single", value: 60 })])).cells[0]!.outcome.verdict).toBe(
    "critical",
  );
  const full = [100, 101, 99].map((middle) => result([cell(around(middle))]));
  expect(compareResults(full, result([cell(around(60, 3))])).cells[0]!.outcome).toMatchObject({
    verdict: "inconclusive",
    reason: "3 valid repeats beside sessions of 10",
  });
  const equal = [100, 100, 100].map((value) => result([cell({ kind: "single", value })]));
  expect(compareResults(equal, equal[0]!).cells[0]!.outcome.verdict).toBe("no-change");
  const zero = result([cell({ kind: "single", value: 0 })]);
  expect(compareResults([zero, zero], zero).cells[0]!.outcome.verdict).toBe("inconclusive");
});
