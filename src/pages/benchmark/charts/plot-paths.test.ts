// Dots and lines as the text of one path.
import { expect, test } from "vitest";
import { crossesPath, dotsPath, linePath } from "./plot-paths.ts";

const nowhere = { x: 5, y: Number.POSITIVE_INFINITY };

test("each dot is a circle of its own, and what lies nowhere is none", () => {
  expect(dotsPath([{ x: 10, y: 20 }])).toBe("M8 20a2 2 0 1 0 4 0a2 2 0 1 0 -4 0z");
  expect(dotsPath([{ x: 10, y: 20 }, nowhere, { x: 1.23, y: 4.56 }]).match(/M/g)).toHaveLength(2);
  expect(dotsPath([nowhere])).toBe("");
});

test("a line goes through all that lie somewhere, and through one alone there is none", () => {
  expect(linePath([{ x: 0, y: 1 }, nowhere, { x: 2.04, y: 3 }])).toBe("M0 1L2 3");
  expect(linePath([{ x: 0, y: 1 }])).toBe("");
  expect(linePath([])).toBe("");
});

test("a cross stands above each point that lies somewhere", () => {
  expect(crossesPath([{ x: 10, y: 20 }, nowhere])).toBe("M6 8l8 8m0-8l-8 8");
  expect(crossesPath([])).toBe("");
});
