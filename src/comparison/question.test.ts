// Which result is judged against which, as the address says it, and what is left out of what was measured for it.
import { describe, expect, test } from "vitest";
import { realisticResult } from "../results/fixtures/realistic-result.ts";
import { type Named, sidesOf } from "./compared.ts";
import { answer, type CompareQuestion, judgedOf } from "./question.ts";

const result = realisticResult({ seed: 7, repeats: 1 });
const one = (id: string, createdAt: string): Named => ({
  kind: "result",
  name: id,
  result: { ...result, id, createdAt },
});
const first = one("first", "2026-01-01T00:00:00.000Z");
const second = one("second", "2026-01-02T00:00:00.000Z");
const third = one("third", "2026-01-03T00:00:00.000Z");
const all = [first, second, third];

describe("who is judged", () => {
  test("the second result by default, or the one that the address names", () => {
    expect(judgedOf(all, {})?.current).toBe(second);
    expect(judgedOf(all, { judge: "3" })).toEqual({ baselines: [first], current: third, isSessions: false });
  });

  test.each(["1", "0", "4", "-2", "2.5", "x", ""])("a place that is none, %s, is the default", (judge) => {
    expect(judgedOf(all, { judge })?.current).toBe(second);
  });

  test("all but the last are sessions of one baseline where the address says so and there are three", () => {
    expect(judgedOf(all, { baseline: "sessions", judge: "2" })).toEqual({
      baselines: [first, second],
      current: third,
      isSessions: true,
    });
    expect(judgedOf([first, second], { baseline: "sessions" })?.isSessions).toBe(false);
  });
});

const asked = (question: Partial<CompareQuestion>): CompareQuestion => ({
  results: all,
  calibration: null,
  again: null,
  problems: [],
  ...question,
});
const answered = (question: Partial<CompareQuestion>) => answer(asked(question), sidesOf(all), {});
const changed = (named: Named, settings: Readonly<Record<string, number>>): Named => ({
  ...named,
  result: { ...named.result, id: `${named.name}-changed`, settings: { ...named.result.settings, ...settings } },
});

describe("what was measured for a comparison", () => {
  test("counts where it is of the same experiment, however often it was repeated", () => {
    const again = [changed(first, { repeats: 10 }), changed(second, { repeats: 10 })] as const;
    expect(answered({ again })).toMatchObject({ problems: [], again: { differences: [] } });
    expect(answered({ again: [changed(first, { windowMs: 100 }), second] })).toMatchObject({
      again: null,
      problems: ["What was measured again is left out: it has other settings than the results compared."],
    });
  });

  test("a calibration that is judged itself is left out and said; others are used", () => {
    const hidden = answered({ calibration: [first, third] });
    expect(hidden?.calibrationText).toBeNull();
    expect(hidden?.problems[0]).toContain("which is judged itself");
    const used = answered({ calibration: [third, changed(third, {})] });
    expect(used?.problems).toEqual([]);
    expect(used?.calibrationText).toMatch(/^Calibrated: .*throughput \d/);
  });
});

describe("what of an address is not understood is said, with what is done instead", () => {
  const problemsOf = (search: Readonly<Record<string, string>>, results = all) =>
    answer(asked({ results }), sidesOf(results), search)?.problems;

  test.each([
    [{ judge: "9" }, "The address says judge=9; it must be a number from 2 to 3. Result 2 is judged."],
    [{ judge: "x".repeat(60) }, `The address says judge=${"x".repeat(40)}…; it must be a number from 2 to 3.`],
    [{ baseline: "mean" }, "The address says baseline=mean; only sessions is known there. Result 1 is the baseline."],
    [{ allow: "browser,colour" }, "The address says allow=colour; no fact that may differ is called so"],
  ])("%j", (search, problem) => {
    expect(problemsOf(search)).toEqual([expect.stringContaining(problem)]);
  });

  test("of two results there are no sessions, and only one can be judged", () => {
    expect(problemsOf({ baseline: "sessions", judge: "3" }, [first, second])).toEqual([
      "The address says judge=3; it must be 2, where there are two results. Result 2 is judged.",
      "The address says baseline=sessions; that takes three results or more. Result 1 is the baseline.",
    ]);
  });

  test("nothing is said of what is understood", () => {
    expect(problemsOf({ judge: "3", allow: "browser" })).toEqual([]);
    expect(problemsOf({ baseline: "sessions", judge: "9" })).toEqual([]);
    expect(problemsOf({})).toEqual([]);
  });
});
