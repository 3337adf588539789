// Curves in addresses: what is written is read back, at six digits.
import fc from "fast-check";
import { expect, test } from "vitest";
import { curveRows } from "../../laws/curve.ts";
import { curveFromText, curveToText } from "./curve-text.ts";

const figures = fc.array(
  fc.record({
    agents: fc.integer({ min: 1, max: 150 }),
    opsPerSecond: fc.double({ min: 1e-3, max: 1e9, noNaN: true }),
  }),
  { minLength: 1, maxLength: 60 },
);

test("rows and repeats are read back at six significant digits, and writing them again changes nothing", () => {
  fc.assert(
    fc.property(figures, (some) => {
      const rows = curveRows(some);
      const text = curveToText(rows);
      expect(text).not.toBeNull();
      const read = curveFromText(text!);
      expect(read.state).toBe("read");
      if (read.state !== "read") return;
      expect(read.value.map(({ agents }) => agents)).toEqual(rows.map(({ agents }) => agents));
      for (const [at, row] of read.value.entries()) {
        for (const [n, trial] of row.trials.entries()) {
          expect(Math.abs(trial / rows[at]!.trials[n]! - 1)).toBeLessThanOrEqual(5e-6);
        }
      }
      expect(curveToText(read.value)).toBe(text);
    }),
  );
});

test("a curve too large for an address is not written, rather than cut", () => {
  const many = Array.from({ length: 201 }, (_, n) => ({ agents: n + 1, opsPerSecond: 1 }));
  expect(curveToText(curveRows(many))).toBeNull();
  const long = Array.from({ length: 4_000 }, (_, n) => ({ agents: 1 + (n % 100), opsPerSecond: 123_456 + n }));
  expect(curveToText(curveRows(long))).toBeNull();
});
