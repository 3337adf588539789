// A mistyped name is taken for the nearest known one, and a strange one for none.
import { expect, test } from "vitest";
import { nearestOf } from "./nearest.ts";

const known = ["agents", "repeats", "window", "workload", "workers"];

test.each([
  ["agnets", "agents"],
  ["agent", "agents"],
  ["repeat", "repeats"],
  ["wrokers", "workers"],
  ["windows", "window"],
])("%s means %s", (name, meant) => {
  expect(nearestOf(name, known)).toBe(meant);
});

test.each(["colour", "xyz", "", "a".repeat(10_000)])("%j means none of them", (name) => {
  expect(nearestOf(name, known)).toBeNull();
});

test("where nothing is known nothing is near", () => {
  expect(nearestOf("agents", [])).toBeNull();
});
