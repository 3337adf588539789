// Labels of lines that end close to each other.
import fc from "fast-check";
import { expect, test } from "vitest";
import { spreadLabels } from "./spread-labels.ts";

test("labels far apart stay where they are, and close ones part", () => {
  expect(spreadLabels([10, 50, 90], 14, 0, 100)).toEqual([10, 50, 90]);
  expect(spreadLabels([50, 51], 14, 0, 100)).toEqual([50, 64]);
  expect(spreadLabels([95, 97], 14, 0, 100)).toEqual([86, 100]);
  expect(spreadLabels([], 14, 0, 100)).toEqual([]);
});

test("labels that do not fit have no places", () => {
  expect(spreadLabels([1, 2, 3], 14, 0, 27)).toBeNull();
});

test("places keep the order, the distance and the ends", () => {
  fc.assert(
    fc.property(fc.array(fc.double({ min: -50, max: 350, noNaN: true }), { maxLength: 8 }), (some) => {
      const wanted = some.toSorted((a, b) => a - b);
      const places = spreadLabels(wanted, 14, 0, 200);
      if (places === null) return;
      expect(places).toHaveLength(wanted.length);
      for (const [at, place] of places.entries()) {
        expect(place).toBeGreaterThanOrEqual(-1e-9);
        expect(place).toBeLessThanOrEqual(200 + 1e-9);
        if (at > 0) expect(place - (places[at - 1] ?? 0)).toBeGreaterThanOrEqual(14 - 1e-9);
      }
    }),
  );
});
