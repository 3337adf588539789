// Changes as people say them: the sign of the figure itself, one decimal, and ratios above twice as much.
import { expect, test } from "vitest";
import { formatChange, formatChangeRange } from "./change-text.ts";

test.each([
  [-0.2, "−20.0%"],
  [0.43, "+43.0%"],
  [0.0004, "0.0%"],
  [-0.0004, "0.0%"],
  [-1, "−100.0%"],
  [1, "+100.0%"],
  [1.4, "2.4×"],
  [218, "219×"],
  [12_344, "12,300×"],
  [Number.POSITIVE_INFINITY, "up from 0"],
])("a change of %d reads %s", (change, text) => expect(formatChange(change)).toBe(text));

test("a range has a sign at both ends", () => expect(formatChangeRange(-0.03, 0.08)).toBe("−3.0% to +8.0%"));
