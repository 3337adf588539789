// Model files that people write: what is taken, what is said of it, and how each mistake is named with its array and index.
import { describe, expect, test } from "vitest";
import { exampleText } from "./examples.ts";
import { MODEL_LIMITS } from "./limits.ts";
import type { ReadModel } from "./own-model.ts";
import { readModel } from "./read-model.ts";
import { writeModel } from "./write-model.ts";

/** Two factors (3 states with 2 actions, 2 states without any), two modalities. */
function small(): Record<string, unknown> {
  return {
    schema: "headroom-model/1",
    A: [
      [
        [
          [0.9, 0.1],
          [0.5, 0.5],
          [0.2, 0.8],
        ],
        [
          [0.1, 0.9],
          [0.5, 0.5],
          [0.8, 0.2],
        ],
      ],
      [
        [
          [1, 1],
          [0, 0],
          [0, 0],
        ],
        [
          [0, 0],
          [1, 1],
          [0, 0],
        ],
        [
          [0, 0],
          [0, 0],
          [1, 1],
        ],
      ],
    ],
    B: [
      [
        [
          [1, 0],
          [0, 0],
          [0, 1],
        ],
        [
          [0, 1],
          [1, 0],
          [0, 0],
        ],
        [
          [0, 0],
          [0, 1],
          [1, 0],
        ],
      ],
      [
        [[1], [0]],
        [[0], [1]],
      ],
    ],
    C: [
      [0, 1],
      [0, 0, 2],
    ],
    D: [
      [1, 0, 0],
      [0.5, 0.5],
    ],
    policy_len: 2,
  };
}

/** Puts a value at a path of a small model. */
function changed(path: readonly (string | number)[], value: unknown): Record<string, unknown> {
  const file = small();
  const last = path.at(-1) ?? "";
  const parent = path.slice(0, -1).reduce<unknown>((part, key) => Reflect.get(Object(part), key), file);
  Reflect.set(Object(parent), last, value);
  return file;
}

function problemsOf(read: ReadModel): readonly string[] {
  return read.state === "refused" ? read.problems : expect.fail("it was read");
}

function remarksOf(read: ReadModel): readonly string[] {
  return read.state === "read" ? read.remarks : expect.fail(read.problems.join(" "));
}

describe("what is taken", () => {
  test("nested lists as pymdp holds them, with its defaults", () => {
    const read = readModel(small());
    expect(read.state === "read" ? read.model.spec : null).toMatchObject({
      policyLength: 2,
      gamma: 16,
      alpha: 16,
      actionSelection: "deterministic",
      samplingMode: "marginal",
    });
    expect(remarksOf(read)).toEqual([]);
  });

  test("a single factor and modality without an outer list", () => {
    const read = readModel({
      schema: "headroom-model/1",
      A: [
        [0.9, 0.1],
        [0.1, 0.9],
      ],
      B: [
        [
          [1, 0],
          [0, 1],
        ],
        [
          [0, 1],
          [1, 0],
        ],
      ],
      C: [0, 1],
      D: [0.5, 0.5],
    });
    expect(read.state === "read" ? read.model.spec.A[0]?.shape : read.problems).toEqual([2, 2]);
  });

  test("arrays that leave out factors they do not depend on, as in pymdp 1.x", () => {
    const file = changed(
      ["A", 1],
      [
        [1, 0, 0],
        [0, 1, 0],
        [0, 0, 1],
      ],
    );
    const spread = readModel({ ...file, A_dependencies: [[0, 1], [0]], B_dependencies: [[0], [1]] });
    const whole = readModel(small());
    expect(spread).toEqual(whole);
  });

  test("C and D may be left out, and weights that are all alike change nothing", () => {
    const { C: _, D: __, ...file } = small();
    expect(remarksOf(readModel(file)).join(" ")).toMatch(/C is left out.*D is left out/s);
    const read = readModel({ ...small(), E: [0.25, 0.25, 0.25, 0.25] });
    expect(read.state === "read" ? read.model.spec.E : "refused").toBeUndefined();
  });

  test("columns that are off by rounding are divided by their sum, and that is said", () => {
    const read = readModel(changed(["D", 1], [0.5003, 0.5]));
    expect(remarksOf(read)).toEqual([
      "1 column did not sum to 1 exactly, by up to 0.001; such columns were divided by their sum.",
    ]);
    const sum = read.state === "read" ? Array.from(read.model.spec.D[1]?.data ?? []).reduce((a, b) => a + b, 0) : 0;
    expect(Math.abs(sum - 1)).toBeLessThan(1e-15);
  });

  test("fields that nothing reads are named", () => {
    expect(remarksOf(readModel({ ...small(), num_states: [3, 2], "<b>": 1 })).join(" ")).toContain(
      '"num_states", "<b>"',
    );
  });
});

describe("what is refused", () => {
  test.each([
    [["B", 0, 0, 0, 1], 0.5, "B[0][:, 0, 1] (the column for state 0, action 1) sums to 1.5, not 1."],
    [
      ["A", 0, 1, 2, 1],
      0.18,
      "A[0][:, 2, 1] (the column for state of factor 0 2, state of factor 1 1) sums to 0.98, not 1.",
    ],
    [["D", 1], [0.5, 0.4], "D[1] sums to 0.9, not 1."],
    [["A", 0, 0, 1, 1], Number.NaN, "A[0][0, 1, 1] is NaN, not a finite number."],
    [["A", 0, 0, 1, 1], null, "A[0][0, 1, 1] is null, not a finite number."],
    [["A", 0, 0, 1, 1], "0.5", 'A[0][0, 1, 1] is "0.5", not a finite number.'],
    [["A", 0, 0, 1, 1], -0.5, "A[0][0, 1, 1] is -0.5; a probability or a count cannot be below 0."],
    [["A", 0, 0, 1], [0.5], "A[0][0, 1] has 1 entry, where 2 states of factor 1 are expected."],
    [["C", 1], [0, 0], "C[1] has shape 2, not 3: there must be 3 outcomes."],
    [["C"], [[0, 0]], "C is 1 array, where 2 are expected, one for each modality."],
    [["D", 0], [[1, 0, 0]], "D[0] nests deeper than its 1 axes: states."],
    [["policy_len"], 0, "policy_len is 0; it must be a whole number from 1 to 32."],
    [["gamma"], "high", 'gamma is "high"; it must be a number from 0 to 1,000,000.'],
    [["action_selection"], "best", 'action_selection is "best"; it must be one of: deterministic, stochastic.'],
    [["inference_algo"], "MMP", 'inference_algo is "MMP"; it must be one of: VANILLA, vanilla, fpi.'],
    [["use_utility"], 1, "use_utility is 1; it must be true or false."],
    [["E"], [1, 2], "E has 2 weights, but all combinations of controls over policy_len steps are 4 policies."],
    [["B_dependencies"], [[0, 1], [1]], "B_dependencies says that a factor changes by the state of another one."],
  ] as const)("%j = %j", (path, value, message) => {
    expect(problemsOf(readModel(changed(path, value))).join("\n")).toContain(message);
  });

  test("a policy count that explodes is refused ahead, with the number and what to shorten", () => {
    expect(problemsOf(readModel(changed(["policy_len"], 20)))).toEqual([
      "There would be 1,048,576 policies: 2 combinations of actions (2 × 1) over 20 steps. At most 20,000 are planned. Set policy_len to 14 or less (16,384 policies), or give B fewer actions.",
    ]);
  });

  test("too many joint states are refused before anything is read", () => {
    const many = Array.from({ length: 70 }, (_, i) => Array.from({ length: 70 }, (__, j) => [i === j ? 1 : 0]));
    const [problem = ""] = problemsOf(readModel({ ...small(), B: [many, many] }));
    expect(problem).toContain("B gives 4,900 joint states (70 × 70); at most 4,096 are run.");
  });

  test("a shape that claims more numbers than the file has is refused before they are kept", () => {
    const long = Array.from({ length: 3_000 }, () => 0);
    const B = [[long.map(() => [1]), ...long.slice(1)]];
    expect(problemsOf(readModel({ ...small(), B })).join(" ")).toContain("9,000,000 numbers (3,000 × 3,000 × 1)");
  });

  test("joint outcomes that would fill the memory are refused, with the way out", () => {
    const even = Array.from({ length: 20 }, () => Array.from({ length: 4 }, () => 0.05));
    const A = Array.from({ length: 6 }, () => even);
    const B = [Array.from({ length: 4 }, (_, i) => Array.from({ length: 4 }, (__, j) => [i === j ? 1 : 0]))];
    const file = { schema: "headroom-model/1", A, B };
    expect(problemsOf(readModel(file)).join(" ")).toMatch(/256,000,000 joint outcomes.*use_states_info_gain to false/);
    expect(readModel({ ...file, use_states_info_gain: false }).state).toBe("read");
  });

  test("several mistakes are told at once, and their number is bounded", () => {
    const file = { ...changed(["A", 0, 0, 0, 0], Number.NaN), gamma: -1, D: [[1, 1, 1], [0.5]] };
    expect(problemsOf(readModel(file))).toHaveLength(4);
    const wrong = Array.from({ length: 40 }, () => Array.from({ length: 40 }, () => ["x"]));
    const lines = problemsOf(readModel({ ...small(), B: [wrong], A: [[Array.from({ length: 40 }, () => 1)]] }));
    expect(lines).toHaveLength(MODEL_LIMITS.problemsMost + 1);
    expect(lines.at(-1)).toBe("And 1,582 more like these.");
  });

  test.each([
    [null, "this is null"],
    [[1], "this is a list"],
    [{}, 'The field "schema" is missing.'],
    [{ schema: "headroom-model/2" }, "newer Headroom (model version 2; this one reads 1)"],
    [{ schema: "headroom-result" }, "this is another kind of file"],
    [{ schema: "headroom-model/1" }, "B is missing; it must be a list of arrays, one for each factor."],
  ])("%j is no model", (json, message) => {
    expect(problemsOf(readModel(json)).join(" ")).toContain(message);
  });
});

test("reading what was written gives the same text", () => {
  const text = exampleText("a_tmaze_pl2");
  const read = readModel(JSON.parse(text));
  expect(read.state === "read" ? writeModel(read.model) : read.problems).toBe(text);
});
