// What makes a trial hold, and the reason where it does not.
import { expect, test } from "vitest";
import { failureOf } from "./pass.ts";

const good = { ops: 10_000, offered: 10_000, over: 400, lagMs: 3 };

test("F1 a trial holds where all was done, nothing began a period late, and surely fewer than 5 % were over the limit", () => {
  expect(failureOf(good, 10, 50)).toBeNull();
});

test.each([
  ["too few ops were done", { ...good, ops: 9_800, over: 0 }, "98% of the offered ops were done, and 99% must be"],
  [
    "an op began a period late",
    { ...good, lagMs: 61 },
    "an op began 61 ms after it was due, more than the 50 ms between two ops of an agent",
  ],
  [
    "5 % over is not surely under 5 %",
    { ...good, over: 500 },
    "500 of 10,000 ops took over 10 ms, and at most 449 may",
  ],
  ["too few to tell", { ...good, ops: 80, offered: 80, over: 0 }, "80 ops are too few to tell"],
])("F1 %s", (_, trial, reason) => {
  expect(failureOf(trial, 10, 50)).toBe(reason);
});

test("F1 the bound is that of the facts: of 2,394 ops 4 % over certify, of 2,393 they do not", () => {
  expect(failureOf({ ...good, ops: 2_394, offered: 2_394, over: 95 }, 10, 50)).toBeNull();
  expect(failureOf({ ...good, ops: 1_200, offered: 1_200, over: 48 }, 10, 50)).toContain("at most");
});
