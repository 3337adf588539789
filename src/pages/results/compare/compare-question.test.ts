// Which result is judged against which, as the address says it, and what cannot be meant.
import { describe, expect, test } from "vitest";
import { realisticResult } from "../../../results/fixtures/realistic-result.ts";
import { judgedOf, mistakeOf } from "./compare-question.ts";
import type { Named } from "../../../comparison/compared.ts";

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

describe("what cannot be meant", () => {
  test("a result beside itself is refused", () => {
    expect(mistakeOf({ baselines: [first], current: first, isSessions: false }, all)?.refuses).toBe(true);
    expect(mistakeOf({ baselines: [first, first], current: second, isSessions: true }, all)?.refuses).toBe(true);
  });

  test("a baseline that is younger is mentioned and judged all the same", () => {
    const mistake = mistakeOf({ baselines: [second], current: first, isSessions: false }, [second, first]);
    expect(mistake).toEqual({
      refuses: false,
      text: "Result 1, the baseline, was measured after result 2, which is judged.",
    });
    expect(mistakeOf({ baselines: [first], current: second, isSessions: false }, all)).toBeNull();
  });
});
