// A small curve fills its frame, begins at 0, and spaces points that lie far apart by their logarithm.
import { expect, test } from "vitest";
import { placeOnLine, pointsText, sparklinePlaces } from "./sparkline-places.ts";

const frame = { width: 110, height: 30, edge: 5 };

test("the first point is at the left, the largest value at the top, 0 at the foot", () => {
  expect(sparklinePlaces({ at: [1, 2, 3], values: [0, 10, 5] }, frame)).toEqual([
    [5, 25],
    [55, 5],
    [105, 15],
  ]);
});

test("points over more than a factor of ten are spaced by their logarithm", () => {
  expect(sparklinePlaces({ at: [1, 10, 100], values: [1, 1, 1] }, frame).map(([x]) => Math.round(x))).toEqual([
    5, 55, 105,
  ]);
});

test("nothing but zeros lies at the foot", () => {
  expect(pointsText(sparklinePlaces({ at: [1, 2], values: [0, 0] }, frame))).toBe("5.0,25.0 105.0,25.0");
});

test("a place between two points lies on the line between them, and none beyond the ends", () => {
  const curve = { at: [10, 100, 1_000], values: [0, 50, 100] };
  const frame = { width: 210, height: 110, edge: 5 };
  const [, middle] = sparklinePlaces(curve, frame);
  expect(placeOnLine(curve, frame, 100)).toEqual(middle);
  const [x = 0, y = 0] = placeOnLine(curve, frame, Math.sqrt(10 * 100)) ?? [];
  expect([x, y]).toEqual([expect.closeTo(55, 6), expect.closeTo(80, 6)]);
  expect(placeOnLine(curve, frame, 10)).toEqual(sparklinePlaces(curve, frame)[0]);
  expect([placeOnLine(curve, frame, 9), placeOnLine(curve, frame, 1_001)]).toEqual([null, null]);
});
