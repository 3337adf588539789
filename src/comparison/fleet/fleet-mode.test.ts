// Dealing the rows of a run over machines.
import fc from "fast-check";
import { expect, test } from "vitest";
import { fleetModeOf, pointsOfMachine } from "./fleet-mode.ts";

const points = fc.uniqueArray(fc.integer({ min: 1, max: 1_000_000 }), { minLength: 1, maxLength: 32 });

function dealt(mode: "split" | "replicate", all: readonly number[], machines: number): (readonly number[])[] {
  return Array.from({ length: machines }, (_, index) => pointsOfMachine(mode, all, { index, machines }));
}

test("I2: split: every row is on exactly one machine, and the numbers of rows differ by one at most", () => {
  fc.assert(
    fc.property(points, fc.integer({ min: 1, max: 40 }), (all, machines) => {
      const parts = dealt("split", all, machines);
      expect(parts.flat().sort((a, b) => a - b)).toEqual(all.toSorted((a, b) => a - b));
      const counts = parts.map(({ length }) => length);
      expect(Math.max(...counts) - Math.min(...counts)).toBeLessThanOrEqual(1);
      for (const part of parts) expect(part).toEqual(part.toSorted((a, b) => a - b));
    }),
  );
});

test("I2: split deals to and fro, so that no machine gets all of the large rows", () => {
  expect(dealt("split", [1, 5, 10, 15, 20, 30, 50], 3)).toEqual([
    [1, 5, 50],
    [10, 30],
    [15, 20],
  ]);
});

test("I2: replicate: every machine has every row", () => {
  expect(dealt("replicate", [50, 1, 5], 2)).toEqual([
    [1, 5, 50],
    [1, 5, 50],
  ]);
});

test("a mode by its name, and nothing else", () => {
  expect(["split", "replicate", "Split", "", "__proto__"].map(fleetModeOf)).toEqual([
    "split",
    "replicate",
    null,
    null,
    null,
  ]);
});
