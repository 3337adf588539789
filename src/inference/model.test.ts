// Model descriptions: what is refused, with the array and the place named, and what is accepted.
import { describe, expect, test } from "vitest";
import { typedArrayBytes } from "./byte-length.ts";
import { buildModel } from "./model.ts";
import type { ModelSpec } from "./model-spec.ts";
import { createWorkspace } from "./workspace.ts";

/** Two factors (2 states with 2 controls, 1 state), one modality of 2 outcomes. */
const sound: ModelSpec = {
  A: [{ shape: [2, 2, 1], data: [0.9, 0.2, 0.1, 0.8] }],
  B: [
    { shape: [2, 2, 2], data: [1, 0, 1, 0, 0, 1, 0, 1] },
    { shape: [1, 1, 1], data: [1] },
  ],
  C: [{ shape: [2], data: [0, 1] }],
  D: [
    { shape: [2], data: [0.5, 0.5] },
    { shape: [1], data: [1] },
  ],
  policyLength: 2,
};

function problemsOf(change: Partial<ModelSpec>): readonly string[] {
  const build = buildModel({ ...sound, ...change });
  return build.state === "invalid" ? build.problems : [];
}

describe("a model description", () => {
  test("that is sound is compiled", () => {
    expect(buildModel(sound).state).toBe("valid");
  });

  test("with a column that does not sum to 1 names the array, the column and the sum", () => {
    const B = [{ shape: [2, 2, 2], data: [1, 0, 1, 0, 0, 1, 0, 0.97] }, ...sound.B.slice(1)];
    expect(problemsOf({ B })).toEqual(["B[0][·,1,1] sums to 0.97, not 1"]);
    expect(problemsOf({ A: [{ shape: [2, 2, 1], data: [0.9, 0.2, 0.1, 0.7] }] })).toEqual([
      "A[0][·,1,0] sums to 0.9, not 1",
    ]);
    expect(problemsOf({ D: [{ shape: [2], data: [0.5, 0.4] }, ...sound.D.slice(1)] })).toEqual([
      "D[0] sums to 0.9, not 1",
    ]);
  });

  test("within 1e-6 of a sum of 1 is accepted", () => {
    expect(problemsOf({ D: [{ shape: [2], data: [0.5, 0.5 + 9e-7] }, ...sound.D.slice(1)] })).toEqual([]);
  });

  test("with a wrong shape or length names both shapes", () => {
    expect(problemsOf({ A: [{ shape: [2, 2], data: [0.9, 0.2, 0.1, 0.8] }] })).toEqual([
      "A[0] has shape [2, 2], not [2, 2, 1]",
    ]);
    expect(problemsOf({ C: [{ shape: [2], data: [1] }] })).toEqual(["C[0] has 1 values, its shape [2] needs 2"]);
    expect(problemsOf({ D: sound.D.slice(1) })).toContain("D has 1 arrays, not 2 (one per factor)");
  });

  test("with a negative or infinite value names its index", () => {
    expect(problemsOf({ A: [{ shape: [2, 2, 1], data: [1.1, 0.2, -0.1, 0.8] }] })).toEqual([
      "A[0][1,0,0] is -0.1, below 0",
    ]);
    expect(problemsOf({ C: [{ shape: [2], data: [-Infinity, 0] }] })).toEqual([
      "C[0][0] is -Infinity, not a finite number",
    ]);
  });

  test("with preferences over time needs a column per policy step", () => {
    expect(problemsOf({ C: [{ shape: [2, 2], data: [0, 1, 2, 3] }] })).toEqual([]);
    expect(problemsOf({ C: [{ shape: [2, 1], data: [0, 1] }] })).toEqual([
      "C[0] has 1 columns, fewer than the 2 steps of a policy",
    ]);
  });

  test("with habits needs one weight per policy", () => {
    expect(problemsOf({ E: [1, 1, 1, 1] })).toEqual([]);
    expect(problemsOf({ E: [1, 1] })).toEqual(["E has shape [2], not [4]"]);
  });

  test("with empty counts in a column is refused", () => {
    expect(problemsOf({ pA: [{ shape: [2, 2, 1], data: [0, 1, 0, 1] }] })).toEqual([
      "pA[0][·,0,0] has no positive count",
    ]);
  });

  test("with impossible settings is refused", () => {
    expect(problemsOf({ policyLength: 0 })).toEqual(["policyLength is 0, not a whole number of at least 1"]);
    expect(problemsOf({ gamma: Number.NaN })).toEqual(["gamma is NaN, not a finite number of at least 0"]);
    expect(problemsOf({ maxIterations: 1.5 })).toEqual(["maxIterations is 1.5, not a whole number of at least 1"]);
    expect(problemsOf({ policyLength: 40 })).toEqual(["B gives 1099511627776 policies, more than 1000000"]);
  });

  test("with many problems lists twenty and counts the rest", () => {
    const data = Array.from({ length: 100 }, () => 2);
    const problems = problemsOf({ C: [{ shape: [2], data: [0, 1] }], D: [{ shape: [2], data: [-1, 2] }], E: data });
    expect(problems.length).toBeLessThanOrEqual(21);
    const wide = buildModel({
      A: [{ shape: [1, 50], data: Array.from({ length: 50 }, () => 0.5) }],
      B: [{ shape: [50, 50, 1], data: new Float64Array(2500).fill(1 / 50) }],
      C: [{ shape: [1], data: [0] }],
      D: [{ shape: [50], data: new Float64Array(50).fill(1 / 50) }],
      policyLength: 1,
    });
    expect(wide.state === "invalid" ? wide.problems.at(-1) : "").toBe("and 30 more");
  });

  test("is copied: changing its arrays later changes nothing", () => {
    const data = [0.9, 0.2, 0.1, 0.8];
    const build = buildModel({ ...sound, A: [{ shape: [2, 2, 1], data }] });
    data[0] = 0;
    expect(build.state === "valid" ? build.model.likelihoods[0]?.rows[0] : undefined).toBe(0.9);
  });
});

test("bytes are those of the typed arrays, each buffer counted once", () => {
  const shared = new Float64Array(4);
  expect(typedArrayBytes({ a: shared, b: [shared, new Int32Array(3)], c: { d: "text", e: 7 } })).toBe(32 + 12);
  expect(typedArrayBytes([shared, shared.subarray(1)])).toBe(32);
  const build = buildModel(sound);
  if (build.state === "invalid") throw new Error("the model is sound");
  expect(typedArrayBytes(createWorkspace(build.model))).toBeGreaterThan(0);
});
