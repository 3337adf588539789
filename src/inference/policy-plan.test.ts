// Equal prefixes of policies are planned once, and nothing that an agent believes, values or does changes by it.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { seededRandom } from "../workloads/chance.ts";
import { exampleModel } from "../workloads/custom/examples.ts";
import { World } from "../workloads/custom/world.ts";
import { describeExplorer } from "../workloads/explorer.ts";
import { destinations } from "../workloads/grid.ts";
import { describeTMaze } from "../workloads/t-maze.ts";
import { act } from "./act.ts";
import { createBelief, resetBelief } from "./belief.ts";
import { evaluatePolicies } from "./evaluate-policies.ts";
import { inferStates } from "./infer-states.ts";
import { createLearner } from "./learning.ts";
import { buildModel } from "./model.ts";
import type { Model } from "./model.ts";
import type { ModelSpec } from "./model-spec.ts";
import { randomSpec } from "./oracle/random-spec.ts";
import { createWorkspace } from "./workspace.ts";

function modelOf(spec: ModelSpec): Model {
  const build = buildModel(spec);
  if (build.state === "invalid") throw new Error(build.problems.join("; "));
  return build.model;
}

const explorer = (gridSize: 5 | 10, policyLength: 1 | 2 | 3): ModelSpec =>
  describeExplorer(gridSize, policyLength, destinations(gridSize));

/** The same model where the first control of every factor stays. */
function withStaying(spec: ModelSpec): ModelSpec {
  const B = spec.B.map(({ shape, data }) => {
    const [states = 0, , controls = 0] = shape;
    const cells = Array.from(data, (value, i) => {
      if (i % controls !== 0) return value;
      const from = Math.floor(i / controls) % states;
      return Math.floor(i / controls / states) === from ? 1 : 0;
    });
    return { shape, data: cells };
  });
  return { ...spec, B };
}

/** Distinct nodes, out of the nodes of the whole tree. */
function nodesOf(spec: ModelSpec): readonly [number, number] | null {
  const { plan } = modelOf(spec);
  return plan === null ? null : [plan.nodes, plan.treeNode.length];
}

interface Agent {
  readonly step: () => void;
  readonly model: Model;
  readonly numbers: () => readonly (readonly [string, Float64Array])[];
  readonly action: Int32Array;
}

/** An agent in the world of its own model, which begins anew every ten steps. */
function agentOf(model: Model, seed: number): Agent {
  const workspace = createWorkspace(model);
  const belief = createBelief(model);
  const random = seededRandom(seed);
  const world = new World(model, random);
  const observation = new Int32Array(model.likelihoods.length);
  let t = 0;
  return {
    model,
    action: belief.action,
    numbers: () => [
      ["posterior", belief.posterior],
      ["G", workspace.policyValue],
      ["q_pi", workspace.policyProbability],
    ],
    step: () => {
      if (t % 10 === 0) {
        world.begin();
        resetBelief(model, belief);
      }
      t += 1;
      world.observe(observation);
      inferStates(model, workspace, belief, observation);
      evaluatePolicies(model, workspace, belief);
      act(model, workspace, belief, random);
      world.move(belief.action);
    },
  };
}

/** Steps the same agent with and without merging; every number agrees within 1e-12, every action is the same. */
function compareWithWalk(spec: ModelSpec, steps: number): void {
  const merged = agentOf(modelOf(spec), 7);
  const walked = agentOf({ ...merged.model, plan: null }, 7);
  for (let t = 0; t < steps; t += 1) {
    merged.step();
    walked.step();
    const wanted = new Map(walked.numbers());
    for (const [quantity, found] of merged.numbers()) {
      const scale = (x: number): number => 1e-12 * Math.max(1, Math.abs(x));
      for (const [i, value] of (wanted.get(quantity) ?? []).entries()) {
        const difference = Math.abs((found[i] ?? Number.NaN) - value);
        if (!(difference <= scale(value))) expect.fail(`step ${t}: ${quantity}[${i}] is ${found[i]}, not ${value}`);
      }
    }
    expect(Array.from(merged.action), `action of step ${t}`).toEqual(Array.from(walked.action));
  }
}

describe("prefixes of policies that lead to equal predictions", () => {
  test("are 49 of 155 on a grid with three steps: moves on different axes commute, and staying changes nothing", () => {
    expect(nodesOf(explorer(5, 3))).toEqual([49, 155]);
    expect(nodesOf(explorer(10, 3))).toEqual([49, 155]);
    expect(nodesOf(explorer(10, 2))).toEqual([17, 30]);
  });

  test("are those with the same last move in a T-maze, where each move leads to one place", () => {
    expect(nodesOf(describeTMaze())).toEqual([4, 20]);
  });

  test("are merged within a step alone where preferences change in time", () => {
    const base = explorer(5, 3);
    const columns = Array.from(base.C[0]?.data ?? [0]);
    const C = [{ shape: [5, 3], data: columns.flatMap((c) => [c, c / 2, 0]) }];
    // Products of exactly 1, 2 and 3 moves; with staying these are all products of up to as many.
    expect(nodesOf({ ...base, C })).toEqual([5 + 17 + 49, 155]);
    expect(nodesOf({ ...base, C, useUtility: false })).toEqual([49, 155]);
    compareWithWalk({ ...base, C }, 60);
  });

  test("are not looked for where transitions are learned, or where none are equal", () => {
    expect(nodesOf(explorer(5, 1))).toBeNull();
    const maze = describeTMaze();
    expect(nodesOf({ ...maze, pB: maze.B })).toBeNull();
    const learner = createLearner(modelOf({ ...maze, pA: maze.A }));
    expect(learner.model.plan?.nodes).toBe(4);
  });

  test("are given up where looking would take too long", () => {
    const states = 300;
    const random = seededRandom(3);
    const data = Float64Array.from({ length: states * states * 3 }, () => random());
    for (let column = 0; column < states * 3; column += 1) {
      let sum = 0;
      for (let to = 0; to < states; to += 1) sum += data[to * states * 3 + column] ?? 0;
      for (let to = 0; to < states; to += 1)
        data[to * states * 3 + column] = (data[to * states * 3 + column] ?? 0) / sum;
    }
    const spec: ModelSpec = {
      A: [{ shape: [1, states], data: new Float64Array(states).fill(1) }],
      B: [{ shape: [states, states, 3], data }],
      C: [{ shape: [1], data: [0] }],
      D: [{ shape: [states], data: new Float64Array(states).fill(1 / states) }],
      policyLength: 3,
    };
    expect(nodesOf(spec)).toBeNull();
  });
});

describe("merging changes no posterior, G, q_π or action", () => {
  test.each([
    ["5×5, length 3", explorer(5, 3), 400],
    ["10×10, length 2", explorer(10, 2), 200],
    ["the T-maze", describeTMaze(), 400],
    ["100×4, length 2", exampleModel("d_grid10x4_pl2").spec, 30],
    ["noisy 5×5, length 3", exampleModel("b_grid5_pl3_noisy").spec, 60],
  ] as const)("of %s", (_, spec, steps) => {
    compareWithWalk(spec, steps);
  });

  test("of random models in which one control stays", () => {
    let merged = 0;
    fc.assert(
      fc.property(randomSpec(false), (spec) => {
        const staying = withStaying(spec);
        if (nodesOf(staying) === null) return;
        merged += 1;
        compareWithWalk(staying, 12);
      }),
      { numRuns: 300 },
    );
    expect(merged).toBeGreaterThan(10);
  });
});
