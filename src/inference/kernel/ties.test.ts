// H7: where actions are as probable as each other, or nearly, the kernel takes the one that the engine takes.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { act } from "../act.ts";
import { createBelief } from "../belief.ts";
import { evaluatePolicies } from "../evaluate-policies.ts";
import { inferStates } from "../infer-states.ts";
import type { Model } from "../model.ts";
import type { ModelSpec } from "../model-spec.ts";
import { createWorkspace } from "../workspace.ts";
import { modelOf, ownBatch } from "./fixtures/batches.ts";
import { loadKernel } from "./loading/load-kernel.ts";

const loaded = loadKernel("f64", "plain");
const STATES = 3;

/** Controls that each lead to one state for certain, so that habits alone tell policies apart. */
function specOf(habits: readonly number[], selection: "deterministic" | "stochastic"): ModelSpec {
  const controls = habits.length;
  const B = new Float64Array(STATES * STATES * controls);
  for (let from = 0; from < STATES; from += 1) {
    for (let u = 0; u < controls; u += 1) B[((u % STATES) * STATES + from) * controls + u] = 1;
  }
  return {
    A: [{ shape: [2, STATES], data: [0.5, 0.5, 0.5, 0.5, 0.5, 0.5] }],
    B: [{ shape: [STATES, STATES, controls], data: B }],
    C: [{ shape: [2], data: [0, 0] }],
    D: [{ shape: [STATES], data: [0.5, 0.25, 0.25] }],
    E: habits,
    policyLength: 1,
    alpha: 4,
    actionSelection: selection,
  };
}

function engineAction(model: Model, uniform: number): number {
  const workspace = createWorkspace(model);
  const belief = createBelief(model);
  inferStates(model, workspace, belief, Int32Array.of(0));
  evaluatePolicies(model, workspace, belief);
  act(model, workspace, belief, () => uniform);
  return belief.action[0] ?? -1;
}

async function kernelAction(model: Model): Promise<number> {
  const kernel = ownBatch(await loaded, model, null, [1, 2, 3]);
  for (const agent of [0, 1, 2]) kernel.giveObservation(agent, 0);
  kernel.think(0);
  kernel.choose(0);
  expect([kernel.actionOf(1), kernel.actionOf(2)]).toEqual([kernel.actionOf(0), kernel.actionOf(0)]);
  return kernel.actionOf(0);
}

/** Weights that sum to 1, of which some differ by just under, just over or none of a tie's width. */
const planted = fc
  .array(fc.constantFrom(0, 1e-8 * (1 - 1e-3), 1e-8 * (1 + 1e-3), 5e-9, 1e-6, 0.01), { minLength: 2, maxLength: 6 })
  .map((drops) => {
    const base = (1 + drops.reduce((sum, drop) => sum + drop, 0)) / drops.length;
    return drops.map((drop) => base - drop);
  });

describe("H7: ties", () => {
  test("the first of the most probable actions is taken, within 1e-8 as without", async () => {
    expect(await kernelAction(modelOf(specOf([0.25, 0.25, 0.25, 0.25], "deterministic")))).toBe(0);
    expect(await kernelAction(modelOf(specOf([0.2, 0.4, 0.4], "deterministic")))).toBe(1);
    expect(await kernelAction(modelOf(specOf([0.5 - 0.4e-8, 0.5 + 0.4e-8], "deterministic")))).toBe(0);
    expect(await kernelAction(modelOf(specOf([0.5 - 0.6e-8, 0.5 + 0.6e-8], "deterministic")))).toBe(1);
  });

  test("planted ties and near ties give the engine's action", async () => {
    await fc.assert(
      fc.asyncProperty(planted, async (habits) => {
        const model = modelOf(specOf(habits, "deterministic"));
        expect(await kernelAction(model)).toBe(engineAction(model, 0.5));
      }),
      { numRuns: 300 },
    );
  });

  test("a control whose probability is 0 is never drawn", async () => {
    const model = modelOf(specOf([1e-30, 1, 1e-30], "stochastic"));
    const kernel = ownBatch(
      await loaded,
      model,
      null,
      Array.from({ length: 40 }, (_, i) => i),
    );
    for (let t = 0; t < 50; t += 1) {
      kernel.step(0, 40);
      for (let agent = 0; agent < 40; agent += 1) expect(kernel.actionOf(agent)).toBe(1);
    }
  });
});
