// The bytes that are said before anything is allocated are those that the kernel then lays out.
import { expect, test } from "vitest";
import { layoutOf } from "../../inference/kernel/layout.ts";
import { FORMATS } from "../../inference/kernel/precision.ts";
import { explorerBytes } from "./agents-most.ts";

test.each([
  [5, "f64", 432],
  [5, "f32", 232],
  [10, "f64", 1_632],
  [10, "f32", 832],
] as const)("an explorer of %i×%i in %s takes %i bytes, as the kernel lays it out", (gridSize, precision, bytes) => {
  const { bytes: block, agents } = layoutOf(gridSize * gridSize, 4, FORMATS[precision]);
  expect(block / agents).toBe(bytes);
  expect(explorerBytes({ gridSize, precision, topology: "none" })).toBe(bytes);
});

test("where agents hear each other there are three rows of 64 bits more for each", () => {
  expect(explorerBytes({ gridSize: 5, precision: "f32", topology: "ring" })).toBe(232 + 3 * 25 * 8);
});
