// Which models the kernel steps, and what is said of the others.
import { describe, expect, test } from "vitest";
import { describeExplorer } from "../../workloads/explorer.ts";
import { destinations } from "../../workloads/grid.ts";
import { describeTMaze } from "../../workloads/t-maze.ts";
import type { ModelSpec } from "../model-spec.ts";
import { modelOf } from "./fixtures/batches.ts";
import { kernelSupport } from "./kernel-support.ts";

const explorer = describeExplorer(5, 1, destinations(5));

function reasonOf(change: Partial<ModelSpec>, base: ModelSpec = explorer): string | null {
  const support = kernelSupport(modelOf({ ...base, ...change }));
  return support.state === "supported" ? null : support.reason;
}

describe("the kernel", () => {
  test("steps explorers, with or without habits, utility and information gain, drawn or most probable actions", () => {
    expect(reasonOf({})).toBeNull();
    expect(reasonOf({ E: [1, 2, 3, 4, 5], useUtility: false, actionSelection: "deterministic" })).toBeNull();
    expect(reasonOf({ useStatesInfoGain: false, policyLength: 3 })).toBeNull();
    expect(reasonOf({ alpha: 2.5, actionSelection: "deterministic" })).toBeNull();
  });

  test("leaves the others to the engine, and says why", () => {
    expect(reasonOf({}, describeTMaze())).toBe("the model has 2 hidden factors, and the kernel steps one");
    expect(reasonOf({ pA: explorer.A })).toBe("the model learns, so that each agent has a model of its own");
    expect(reasonOf({ pD: explorer.D })).toContain("learns");
    expect(reasonOf({ samplingMode: "full" })).toBe("whole policies are sampled, and the kernel samples actions");
    expect(reasonOf({ alpha: 2.5 })).toBe(
      "the precision of actions is 2.5, and the kernel takes whole numbers from 1 to 1024",
    );
    expect(reasonOf({ alpha: 0 })).toContain("is 0");
    expect(reasonOf({ policyLength: 6 })).toBe("the model has 15625 policies, more than 4096");
  });

  test("leaves models that are too large for its tables to the engine", () => {
    const states = 4097;
    const identity = new Float64Array(states * states);
    for (let s = 0; s < states; s += 1) identity[s * states + s] = 1;
    const wide: ModelSpec = {
      A: [{ shape: [1, states], data: new Float64Array(states).fill(1) }],
      B: [{ shape: [states, states, 1], data: identity }],
      C: [{ shape: [1], data: [0] }],
      D: [{ shape: [states], data: new Float64Array(states).fill(1 / states) }],
      policyLength: 1,
    };
    expect(reasonOf({}, wide)).toBe("the model has 4097 states, more than 4096");
    const even = Array.from({ length: 70 * 25 }, () => 1 / 70);
    const sights = {
      A: [even, even].map((data) => ({ shape: [70, 25], data })),
      C: [0, 1].map(() => ({ shape: [70], data: new Float64Array(70) })),
    };
    expect(reasonOf({ ...sights, useStatesInfoGain: false })).toBe("the model has 4900 joint outcomes, more than 4096");
  });
});
