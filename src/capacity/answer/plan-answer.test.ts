// The whole answer to the planner's settings, from their texts.
import { expect, test } from "vitest";
import { answerOf, requestFrom } from "./plan-answer.ts";
import { sizesOf } from "../plan/plan.ts";
import { defaultTexts, earlierTexts, type PlannerTexts, settingsOf } from "../asked/planner-settings.ts";
import { planningCurve, reachOf } from "../asked/planning-curve.ts";

const today = 20_779;

function answer(changes: Partial<PlannerTexts> = {}) {
  return answerOf({ ...earlierTexts, ...changes }, today);
}

function sizes(changes: Partial<PlannerTexts>) {
  const { outcome } = answer(changes);
  return outcome.state === "planned" ? sizesOf(outcome.plan.groups) : outcome.why;
}

/** Ten repeats of each row. */
const repeated = {
  curve: "rows",
  rows: [
    [1, 20, 1],
    [5, 85, 5],
    [10, 140, 10],
    [20, 180, 18],
    [30, 210, 20],
  ]
    .map(([agents = 0, ops = 0, noise = 0]) => {
      const repeats = [-1, -0.8, -0.5, -0.3, -0.1, 0.1, 0.3, 0.5, 0.8, 1].map((share) => ops + share * noise);
      return `${agents}:${repeats.join("/")}`;
    })
    .join(","),
} as const;

test("a new plan keeps a quarter of headroom and survives the loss of any machine", () => {
  const { outcome } = answerOf(defaultTexts, today);
  if (outcome.state === "infeasible") throw new Error(outcome.why.reason);
  const { machines, survivingOpsPerSecond, lost } = outcome.plan;
  expect(machines?.count).toBeGreaterThan(1);
  expect(lost).toBeGreaterThan(0);
  expect(survivingOpsPerSecond).toBeGreaterThanOrEqual(500 * 1.25);
});

test("without headroom and redundancy the published example is planned", () => {
  const { outcome, details, growth, whatIfs } = answer();
  expect(outcome.state === "planned" ? outcome.plan.memoryMB : 0).toBeCloseTo(5_724, 9);
  expect(details?.sureness).toEqual({ state: "not known", reason: "no repeats" });
  expect(details?.binding.binds).toMatchObject({ state: "limit", limit: "throughput" });
  expect(growth).toBeNull();
  expect(whatIfs).toEqual([]);
});

test.each([
  [{ split: "equal" }, [16, 16, 16]],
  [{ split: "mixed" }, [16, 16, 15]],
  [{ split: "equal", spare: "1" }, [9, 9, 9, 9, 9]],
  [{ split: "mixed", spare: "1" }, [9, 9, 9, 9, 8]],
] as const)("%j gives the published example's sizes", (changes, expected) => {
  expect(sizes(changes)).toEqual(expected);
});

test("repeats give a probability, the same each time, and headroom raises it", () => {
  const first = answer({ ...repeated, ops: "400" });
  expect(first.details?.sureness).toMatchObject({ state: "known", samples: 500 });
  expect(answer({ ...repeated, ops: "400" })).toEqual(first);
  const roomy = answer({ ...repeated, ops: "400", headroom: "30" });
  const shareOf = ({ details }: typeof first) => (details?.sureness.state === "known" ? details.sureness.share : -1);
  expect(shareOf(roomy)).toBeGreaterThan(shareOf(first));
  expect(shareOf(first)).toBeGreaterThanOrEqual(0);
});

test("with one row without repeats the probability is not known", () => {
  expect(answer({ ...repeated, rows: `${repeated.rows},40:220` }).details?.sureness.state).toBe("not known");
});

test("with fewer than ten repeats it is not known how sure a plan is, and how many there are is told", () => {
  const rows = "1:20/21/19,5:85/80/90,10:140/130/150,20:180/165/200,30:210/190/230/220";
  const few = answer({ curve: "rows", rows });
  expect(few.details?.sureness).toEqual({ state: "not known", reason: "few repeats", repeats: 3 });
});

test.each([
  ["paced", "paced"],
  ["unsteady", "unsteady"],
  ["paced,unsteady", "paced"],
])("of a run that was %s it is not known how sure a plan is, with any number of repeats", (run, reason) => {
  expect(answer({ ...repeated, run }).details?.sureness).toEqual({ state: "not known", reason });
  expect(answer({ run }).details?.sureness).toEqual({ state: "not known", reason: "no repeats" });
});

test("rows that are left out are not used", () => {
  const settings = settingsOf({ ...defaultTexts, exclude: "30,50" });
  const curve = planningCurve(settings);
  expect(curve.excluded).toEqual([30, 50]);
  expect(reachOf(curve, settings)).toBe(20);
  expect(requestFrom(settings).throughput).toHaveLength(21);
});

test("straight lines have nothing before the first row or beyond the last; a law goes beyond", () => {
  const rows = { curve: "rows", rows: "4:60,10:140,20:180", perProcess: "40" } as const;
  const between = requestFrom(settingsOf({ ...defaultTexts, ...rows })).throughput;
  expect(between[3]).toBeNull();
  expect(between[7]).toBeCloseTo(100, 9);
  expect(between).toHaveLength(21);
  const fitted = requestFrom(settingsOf({ ...defaultTexts, ...rows, model: "usl" })).throughput;
  expect(fitted).toHaveLength(41);
  expect(fitted[1]).toBeGreaterThan(0);
});

test("with too few rows for a law the rows themselves are used", () => {
  const two = { curve: "rows", rows: "1:20,10:140", model: "usl" } as const;
  expect(requestFrom(settingsOf({ ...defaultTexts, ...two })).throughput[10]).toBe(140);
});

test("the tornado moves every assumption, and σ only where the law has one", () => {
  const moved = answer().details?.sensitivities ?? [];
  expect(moved.map(({ assumption }) => assumption)).toContain("contention (σ)");
  const base = moved.find(({ assumption }) => assumption === "base memory");
  // 3×16 needs 540 MB of base per process with cache and buffer: 10 % of 3 × 900 MB either way.
  expect(base?.lower).toBeCloseTo(5_724 - 270, 9);
  const linear = { curve: "rows", rows: "1:20,10:200,20:400" } as const;
  expect(answer(linear).details?.sensitivities.map(({ assumption }) => assumption)).not.toContain("contention (σ)");
});

test("what-ifs are planned at both ends of their claims", () => {
  const { whatIfs } = answer({ whatIfs: "belief:30-40:component;belief:30-40:whole" });
  const figures = whatIfs.map(({ low, high }) =>
    [low, high].map((end) => (end.state === "planned" ? end.plan.memoryMB : 0)),
  );
  expect(figures[0]?.[0]).toBeCloseTo(3 * (500 + 16 * (35 - 3.6)) * 1.8, 6);
  expect(figures[0]?.[1]).toBeCloseTo(3 * (500 + 16 * (35 - 4.8)) * 1.8, 6);
  expect(figures[1]?.[1]).toBeLessThan(figures[0]?.[1] ?? 0);
});

test("growth starts today unless a first day is given", () => {
  const grown = { growth: "linear", perMonth: "10", months: "3" } as const;
  expect(answer(grown).growth?.steps[0]?.day).toBe(today);
  expect(answer({ ...grown, from: "2027-01-01" }).growth?.steps[0]?.day).toBe(20_819);
});

test("a scale multiplies every throughput, and the same scale of the demand gives the same plan", () => {
  const plain = requestFrom(settingsOf(defaultTexts)).throughput;
  const doubled = requestFrom(settingsOf({ ...defaultTexts, scale: "2" })).throughput;
  for (const [n, rate] of plain.entries()) expect(doubled[n] ?? null).toBe(rate === null ? null : rate * 2);
  expect(sizes({ scale: "2", ops: "1000" })).toEqual(sizes({}));
});
