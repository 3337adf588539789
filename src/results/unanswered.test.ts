// A result without a sentence says what it is.
import { expect, test } from "vitest";
import type { Sample } from "../measurement/run/sample.ts";
import { experimentFrom } from "../scenarios/experiments.ts";
import { scenarios } from "../scenarios/registry.ts";
import { unansweredText } from "./unanswered.ts";

const failures = experimentFrom(scenarios.failures.standard());
const scaling = experimentFrom(scenarios.scaling.standard());

function valid(series: string, at: number, repeat: number): Sample {
  return { series, at, repeat, attempt: 0, state: "valid", figures: {} };
}

test("a run that was stopped before its first row says so, and what it holds", () => {
  const deaths = [0, 1].map((repeat) => valid("worker", 0, repeat));
  expect(unansweredText(failures, deaths)).toBe(
    "This run was stopped before its first row. It holds 2 trials of a worker that dies.",
  );
  expect(unansweredText(failures, [])).toBe("This run was stopped before its first row.");
  expect(unansweredText(scaling, [valid("solo", 1, 0), valid("control", 5, 0)])).toMatch(
    /^This run was stopped before its first row\. It holds 2 trials of what rows are held against, such as /,
  );
});

test("a run whose rows were tried and have no figure was not stopped before them", () => {
  const failed: Sample = { series: "row", at: 0, repeat: 0, attempt: 0, state: "failed", reason: "It broke." };
  expect(unansweredText(failures, [failed])).toBe("No trial has a figure.");
});
