// Levels are found where they change and nowhere else, whatever a single value does.
import fc from "fast-check";
import { expect, test } from "vitest";
import { changePoints } from "./change-points.ts";

const quiet = [0.1, -0.2, 0.3, 0, -0.1, 0.2, -0.3, 0.1, 0, 0.2, -0.1, -0.2];

test("a quiet series has one level", () => {
  expect(changePoints(quiet, 1)).toEqual([]);
});

test("a step is found at its first value, and so is the way back", () => {
  const step = quiet.map((value, n) => (n >= 4 && n < 9 ? value + 6 : value));
  expect(changePoints(step, 1)).toEqual([4, 9]);
});

test("a single value that strays makes no change, wherever it is and however far it strays", () => {
  fc.assert(
    fc.property(fc.nat(quiet.length - 1), fc.double({ min: -1e6, max: 1e6, noNaN: true }), (at, far) => {
      expect(changePoints(quiet.with(at, far), 1)).toEqual([]);
    }),
  );
});

test("two that stray alike in a row do, also as the latest ones", () => {
  expect(changePoints([...quiet, 8, 8.1], 1)).toEqual([12]);
});

const series = fc.array(fc.double({ min: -50, max: 50, noNaN: true }), { maxLength: 16 });

test("changes are places inside the series, ascending", () => {
  fc.assert(
    fc.property(series, (values) => {
      const found = changePoints(values, 1);
      expect(found).toEqual([...new Set(found)].sort((a, b) => a - b));
      for (const at of found) expect(at > 0 && at < values.length).toBe(true);
    }),
  );
});

test("neither the unit nor the zero of the values matters", () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: -40, max: 40 }), { maxLength: 16 }), (values) => {
      const found = changePoints(values, 1);
      expect(
        changePoints(
          values.map((value) => 4 * value),
          4,
        ),
      ).toEqual(found);
      expect(
        changePoints(
          values.map((value) => value + 64),
          1,
        ),
      ).toEqual(found);
    }),
  );
});

test("of two cuts that cost the same the last bits of the values do not choose", () => {
  const values = [-13, -12, 14, -12, 14, 15];
  expect(changePoints(values, 1)).toHaveLength(1);
  expect(
    changePoints(
      values.map((value) => value + 64),
      1,
    ),
  ).toEqual(changePoints(values, 1));
});

test("backwards the same levels are found", () => {
  const values = quiet.map((value, n) => (n >= 5 ? value + 7 : value));
  expect(changePoints(values.toReversed(), 1)).toEqual([values.length - 5]);
});
