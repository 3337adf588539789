// Times in the unit that suits their size.
import { expect, test } from "vitest";
import { formatTime } from "./time-text.ts";

test.each([
  [0.000_052_3, "s", "52.3 µs"],
  [0.225, "s", "225 ms"],
  [1.5, "s", "1.5 s"],
  [0.999_96, "ms", "1 ms"],
  [70, "µs", "70 µs"],
  [5_500, "µs", "5.5 ms"],
  [2e-9, "s", "2 ns"],
  [3e-11, "s", "0.03 ns"],
  [0, "s", "0 s"],
  [12, "min", "12 min"],
])("%d %s is %s", (value, unit, text) => expect(formatTime(value, unit)).toBe(text));
