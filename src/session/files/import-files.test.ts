// What an import says, and what a result from a file is called.
import { expect, test } from "vitest";
import { realisticResult } from "../../results/fixtures/realistic-result.ts";
import { defaultName } from "../../results/library/entry.ts";
import { nameOfFiled, takenNotices } from "./import-files.ts";

test("an import says how many came in, and how many were here already", () => {
  expect(takenNotices(2, 0)).toEqual(["2 results taken in."]);
  expect(takenNotices(0, 1)).toEqual(["0 results taken in; 1 was here already and stays as it is."]);
  expect(takenNotices(1, 3)).toEqual(["1 result taken in; 3 were here already and stay as they are."]);
  expect(takenNotices(0, 0)).toEqual([]);
});

test("a result is called as its file, unless Headroom named that", () => {
  const result = realisticResult({ seed: 1, repeats: 1 });
  expect(nameOfFiled({ fileName: "Anna's laptop.json", result })).toBe("Anna's laptop");
  expect(nameOfFiled({ fileName: "headroom-abc.json", result })).toBe(defaultName(result));
  expect(nameOfFiled({ fileName: ".json", result })).toBe(defaultName(result));
  expect(nameOfFiled({ fileName: `${"x".repeat(300)}.json`, result })).toHaveLength(120);
});
