// When a peak is claimed, and each reason to refuse it.
import { expect, test } from "vitest";
import { fitLaw, type Point } from "../fit/fit.ts";
import { rowsOn } from "../oracle/random-laws.ts";
import { apart, fiveRows, published, rowsOf, seed, sevenRows } from "../oracle/usl-cases.ts";
import { claimPeak, type PeakDoubt } from "./peak-claim.ts";

function doubts(rows: readonly Point[]): PeakDoubt["kind"][] {
  const claim = claimPeak(fitLaw("usl", rows));
  return claim.state === "refused" ? claim.doubts.map(({ kind }) => kind) : [];
}

/** Rows on a curve with a ripple of a few percent, so that no law meets them exactly. */
function rippled(kappa: number, counts: readonly number[], ripple: number): Point[] {
  return rowsOn({ kind: "usl", lambda: 20, sigma: 0.03, kappa }, counts).map(({ agents, opsPerSecond }, i) => ({
    agents,
    opsPerSecond: opsPerSecond * (1 + (i % 2 === 0 ? ripple : -ripple)),
  }));
}

test("retrograde rows: the peak is claimed, with its interval", () => {
  const { data, expected } = published[1]!;
  const claim = claimPeak(fitLaw("usl", rowsOf(data)));
  if (claim.state !== "claimed") throw new Error(claim.state);
  expect(apart(claim.agents, expected.peak.N ?? 0)).toBeLessThan(1e-6);
  expect(apart(claim.opsPerSecond, expected.peak.X ?? 0)).toBeLessThan(1e-6);
  expect(claim.interval?.low).toBeLessThan(claim.agents);
  expect(claim.interval?.high).toBeGreaterThan(claim.agents);
});

test("the raytracer and the seven published rows have a limit but no peak", () => {
  for (const rows of [rowsOf(published[0]!.data), sevenRows]) {
    const claim = claimPeak(fitLaw("usl", rows));
    expect(claim).toMatchObject({ state: "refused", doubts: [{ kind: "no peak" }], pointEstimate: null });
  }
});

test("the rows up to 20 agents put a peak at 25.2, but five rows are too few to claim it", () => {
  const claim = claimPeak(fitLaw("usl", fiveRows));
  if (claim.state !== "refused") throw new Error(claim.state);
  expect(claim.doubts[0]).toEqual({ kind: "too few rows", rows: 5, needed: 6 });
  expect(apart(claim.pointEstimate?.agents, seed.usl_rows_1_to_20.peak_N)).toBeLessThan(1e-6);
  expect(apart(claim.pointEstimate?.opsPerSecond, seed.usl_rows_1_to_20.X_max)).toBeLessThan(1e-6);
});

test("the peak is refused where κ may be 0", () => {
  expect(doubts(rippled(0.0001, [1, 2, 4, 8, 16, 32, 48, 64], 0.06))).toContain("kappa may be zero");
});

test("a peak beyond twice the largest count is refused, however well the rows fit", () => {
  expect(doubts(rowsOn({ kind: "usl", lambda: 20, sigma: 0, kappa: 1 / 100 ** 2 }, [1, 2, 4, 8, 16, 32, 49]))).toEqual([
    "beyond twice the largest",
  ]);
  expect(doubts(rowsOn({ kind: "usl", lambda: 20, sigma: 0, kappa: 1 / 100 ** 2 }, [1, 2, 4, 8, 16, 32, 51]))).toEqual(
    [],
  );
});

test("the straight line and Amdahl's law never peak", () => {
  expect(claimPeak(fitLaw("amdahl", rowsOf(published[1]!.data)))).toMatchObject({ state: "refused" });
  expect(claimPeak(fitLaw("linear", rowsOf(published[1]!.data)))).toMatchObject({
    doubts: [{ kind: "no peak", limitOpsPerSecond: null }],
  });
});

test("with three rows the only doubt is that they are too few, and nothing is said about κ", () => {
  expect(doubts(rowsOn({ kind: "usl", lambda: 20, sigma: 0.05, kappa: 0.01 }, [1, 5, 20]))).toEqual(["too few rows"]);
});
