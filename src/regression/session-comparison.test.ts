// Verdicts against several sessions of one baseline: their spread is the noise that a new session is held against.
import { expect, test } from "vitest";
import { compareResults } from "./comparison.ts";
import { around, cell, result } from "./fixtures/cells.ts";
import type { Metric } from "./metric.ts";

/** A text of that form, whose type is known. */
const matching = (form: RegExp): unknown => expect.stringMatching(form);

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
  expect(outcome).toMatchObject({
    verdict: "within-noise",
    reason: matching(/^worse by \d+\.\d%, could be this session's noise: by the /),
  });
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
  expect(compareResults([zero, zero], zero).cells[0]!.outcome.verdict).toBe("no-change");
});

test("sessions of 0: nothing after nothing is no change, something is a regression where lower is better", () => {
  const failed: Metric = { id: "failed", label: "failed requests", unit: null, better: "lower" };
  const sessionOf = (hits: number) =>
    result([cell({ kind: "single", value: hits / 3_000, counts: { hits, total: 3_000 } }, failed)]);
  const sessions = [0, 0, 0, 0, 0].map(sessionOf);
  const verdict = (hits: number) => compareResults(sessions, sessionOf(hits)).cells[0]!.outcome;
  expect(verdict(0)).toMatchObject({ verdict: "no-change", figures: { change: 0 } });
  expect(verdict(1_500)).toMatchObject({ verdict: "critical", figures: { change: Number.POSITIVE_INFINITY } });
  // One failure of 3,000 after none of 15,000 is chance.
  expect(verdict(1).verdict).toBe("inconclusive");
  // A few failures in one session widen what is expected of the next.
  const noisy = [0, 3, 0, 5, 1].map(sessionOf);
  expect(compareResults(noisy, sessionOf(6)).cells[0]!.outcome.verdict).toBe("inconclusive");
  expect(compareResults(noisy, sessionOf(1_500)).cells[0]!.outcome.verdict).toBe("critical");
});

test("a throughput that falls to 0 is critical, not left out", () => {
  const sessions = [100, 101, 99].map((value) => result([cell({ kind: "single", value })]));
  expect(compareResults(sessions, result([cell({ kind: "single", value: 0 })])).cells[0]!.outcome).toMatchObject({
    verdict: "critical",
    figures: { change: -1 },
  });
});
