// What is said of a small curve: its ends with a unit that suits them, once where both have the same.
import { expect, test } from "vitest";
import type { FoundCurve } from "../../../results/findings.ts";
import { curveText, endsText } from "./curve-text.ts";

function curve(values: readonly number[], unit: string | null, over: FoundCurve["over"] = "points"): FoundCurve {
  return { label: "Throughput", unit, over, at: values.map((_, n) => n + 1), values };
}

test("both ends stand below a curve, and a unit that they share is said once", () => {
  expect(endsText(curve([16_800, 30_000, 34_200], "op/s"))).toBe("16,800 → 34,200 op/s");
  expect(endsText(curve([0.9, 0.2], "s"))).toBe("900 → 200 ms");
  expect(endsText(curve([1, 3.4], null))).toBe("1 → 3.4");
  expect(endsText(curve([0.0215, 20.7], "%"))).toBe("< 0.1% → 21%");
});

test("ends of different sizes keep their units", () => {
  expect(endsText(curve([0.002, 3], "s"))).toBe("2 ms → 3 s");
  expect(endsText(curve([0, 4_740_000], "B"))).toBe("0 B → 4.74 MB");
});

test("a curve over values of what is counted has no ends to tell", () => {
  expect(endsText(curve([3, 9], "µs", "values"))).toBeNull();
});

test("a curve of bytes is told in words with the unit that suits", () => {
  expect(curveText(curve([4_700_000, 4_740_000], "B"), "memory-stress")).toMatch(
    /^Throughput: 4\.7 MB at .*, 4\.74 MB at /,
  );
});
