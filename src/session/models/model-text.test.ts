// Text of any origin is read as a model, or refused in words, before it can cost more than its limit.
import { expect, test } from "vitest";
import { exampleText } from "../../workloads/custom/examples.ts";
import { readModelText } from "./model-text.ts";

function problemsOf(text: string): string {
  const read = readModelText(text);
  return read.state === "refused" ? read.problems.join(" ") : expect.fail("it was read");
}

test("what Python writes is read, and its NaN is named by array and index", () => {
  expect(readModelText(exampleText("a_tmaze_pl2")).state).toBe("read");
  const text =
    '{"schema": "headroom-model/1", "A": [[[NaN, 0.1], [0.1, 0.9]]], "B": [[[[1], [0]], [[0], [-Infinity]]]]}';
  expect(problemsOf(text)).toBe(
    "A[0][0, 0] is NaN, not a finite number. B[0][1, 1, 0] is -Infinity; a probability or a count cannot be below 0.",
  );
});

test("damaged, deep and long texts are refused with the way out", () => {
  expect(problemsOf("{")).toContain("it may be cut short");
  expect(problemsOf("")).toContain("It cannot be read");
  expect(problemsOf("[".repeat(1_000_000))).toContain("nests deeper than 16 levels");
  expect(problemsOf(" ".repeat(5_000_001))).toContain("5,000,000");
  expect(problemsOf(`[${"0,".repeat(2_400_000)}0]`)).toContain("this is a list");
});
