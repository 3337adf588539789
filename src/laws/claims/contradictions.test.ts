// Rows left out of a fit: predictions, their intervals, and which rows contradict the law.
import { expect, test } from "vitest";
import { contradictions } from "./contradictions.ts";
import { fitLaw } from "../fit/fit.ts";
import { apart, fiveRows, seed, sevenRows } from "../oracle/usl-cases.ts";

const beyond = sevenRows.slice(5);

test("the rows at 30 and 50 agents contradict the law of the rows up to 20", () => {
  const verdict = contradictions(fitLaw("usl", fiveRows), beyond);
  if (verdict.state !== "judged") throw new Error(verdict.state);
  const [thirty, fifty] = verdict.points;
  expect(apart(thirty?.predicted, seed.usl_rows_1_to_20.predict_30)).toBeLessThan(1e-6);
  expect(apart(fifty?.predicted, seed.usl_rows_1_to_20.predict_50)).toBeLessThan(1e-6);
  expect(thirty).toMatchObject({ agents: 30, opsPerSecond: 210, outside: true });
  expect(fifty).toMatchObject({ agents: 50, opsPerSecond: 284, outside: true });
});

test("a row on the law does not contradict it, and intervals widen with the distance from the fitted rows", () => {
  const fit = fitLaw("usl", fiveRows);
  const verdict = contradictions(fit, [
    { agents: 12, opsPerSecond: 150 },
    { agents: 100, opsPerSecond: 100 },
  ]);
  if (verdict.state !== "judged") throw new Error(verdict.state);
  const [near, far] = verdict.points.map(({ interval }) => interval.high - interval.low);
  expect(verdict.points[0]?.outside).toBe(false);
  expect(far).toBeGreaterThan(near ?? Infinity);
});

test("with a parameter at its bound the interval is that of the simpler law", () => {
  const usl = contradictions(fitLaw("usl", sevenRows), [{ agents: 80, opsPerSecond: 300 }]);
  const amdahl = contradictions(fitLaw("amdahl", sevenRows), [{ agents: 80, opsPerSecond: 300 }]);
  if (usl.state !== "judged" || amdahl.state !== "judged") throw new Error(usl.state);
  expect(apart(usl.points[0]?.interval.high, amdahl.points[0]?.interval.high ?? 0)).toBeLessThan(1e-9);
});

test("three rows give predictions but no intervals", () => {
  const verdict = contradictions(fitLaw("usl", sevenRows.slice(0, 3)), beyond);
  expect(verdict.state).toBe("no interval");
  expect(verdict.points).toHaveLength(2);
});

test("without left-out rows there is nothing to judge", () => {
  expect(contradictions(fitLaw("usl", sevenRows), [])).toEqual({ state: "judged", points: [] });
});
