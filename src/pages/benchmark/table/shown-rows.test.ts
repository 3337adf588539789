import fc from "fast-check";
import { expect, test } from "vitest";
import { shownRows } from "./shown-rows.ts";

function rowsOf(count: number): { at: number }[] {
  return Array.from({ length: count }, (_, n) => ({ at: 5 * (n + 1) }));
}

test("a table of thirty rows is shown whole", () => {
  expect(shownRows(rowsOf(30), null)).toEqual({ rows: rowsOf(30), cutFrom: null });
});

test("a longer one begins at its top, and says how long it is", () => {
  expect(shownRows(rowsOf(60), null)).toEqual({ rows: rowsOf(12), cutFrom: 60 });
});

test("while it is measured, the row of now is in sight with those before it and two to come", () => {
  const { rows } = shownRows(rowsOf(60), 200);
  expect(rows.map(({ at }) => at)).toEqual([155, 160, 165, 170, 175, 180, 185, 190, 195, 200, 205, 210]);
});

test("the row of now is always among twelve shown rows", () => {
  fc.assert(
    fc.property(fc.integer({ min: 31, max: 200 }), fc.nat(), (count, chosen) => {
      const all = rowsOf(count);
      const now = all[chosen % count];
      const { rows } = shownRows(all, now?.at ?? null);
      expect(rows).toHaveLength(12);
      expect(rows).toContainEqual(now);
    }),
  );
});
