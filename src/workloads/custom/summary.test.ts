// A summary has the sizes of the model, and a try ends by its clock, whatever an op takes.
import { expect, test } from "vitest";
import { exampleModel } from "./examples.ts";
import { tryModel } from "./summary.ts";

/** A clock that goes on by so much at each look. */
function ticking(byMs: number): () => number {
  let now = 0;
  return () => {
    now += byMs;
    return now;
  };
}

test("the T-maze is described as it is", () => {
  const { summary } = tryModel(exampleModel("a_tmaze_pl2"), ticking(1), 20);
  expect(summary).toMatchObject({
    factors: [
      { states: 4, controls: 4 },
      { states: 2, controls: 1 },
    ],
    modalities: [4, 3, 2],
    jointStates: 8,
    policies: 16,
    policyLength: 2,
    nonZeros: { A: 8 + 12 + 14, B: 16 + 2, of: 32 + 24 + 16 + 64 + 4 },
    learned: [],
    episodeSteps: 10,
    action: "deterministic, per factor",
  });
  expect(summary.bytes.shared).toBeGreaterThan(summary.bytes.perAgent);
});

test("an op is its share of the time after the warm-up", () => {
  const { tried } = tryModel(exampleModel("b_grid5_pl1_det"), ticking(0.5), 40);
  expect(tried.ops).toBeGreaterThan(1);
  // 24 ms remain for the counted steps, and each look at the clock ends one batch.
  expect((tried.usPerOp * tried.ops) / 1_000).toBeGreaterThan(20);
  expect((tried.usPerOp * tried.ops) / 1_000).toBeLessThan(30);
});

test("an op that takes the whole time is tried once", () => {
  expect(tryModel(exampleModel("b_grid5_pl1_det"), ticking(100), 50).tried).toEqual({ usPerOp: 100_000, ops: 1 });
});
