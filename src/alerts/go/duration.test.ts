// Durations of Prometheus: units in their order, and what is refused with a way out.
import fc from "fast-check";
import { expect, test } from "vitest";
import { durationText, readDuration } from "./duration.ts";

test("units add up, and 0 needs none", () => {
  const cases: readonly (readonly [string, number])[] = [
    ["1h30m", 5_400_000],
    ["0", 0],
    ["500ms", 500],
    ["1y1w1d1h1m1s1ms", 31_536_000_000 + 604_800_000 + 86_400_000 + 3_661_001],
  ];
  for (const [text, ms] of cases) expect(readDuration(text)).toEqual({ state: "read", ms });
});

test("a number without unit, a wrong order and a fraction are refused", () => {
  const messageOf = (text: string) => {
    const read = readDuration(text);
    return read.state === "refused" ? read.message : "";
  };
  expect(messageOf("5")).toContain("5 without a unit. Write 5s, 5m");
  expect(messageOf("30m1h")).toContain("the longest first");
  expect(messageOf("1.5h")).toContain("whole numbers");
  expect(messageOf("")).toContain("empty");
  expect(messageOf("-5m")).toContain("no duration");
  expect(messageOf("300y")).toContain("292 years");
});

test("any duration is read back from its text", () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 9e12 }), (ms) => {
      expect(readDuration(durationText(ms))).toEqual({ state: "read", ms });
    }),
  );
  expect(durationText(864_000_000)).toBe("10d");
  expect(durationText(604_800_000)).toBe("1w");
});
