// Agents with a model from a file do what the built-in agents with the same model do, and what pymdp's recordings say.
import { describe, expect, test } from "vitest";
import { act, forceAction } from "../../inference/act.ts";
import { createBelief, resetBelief } from "../../inference/belief.ts";
import { evaluatePolicies } from "../../inference/evaluate-policies.ts";
import { inferStates } from "../../inference/infer-states.ts";
import { buildModel, type Model } from "../../inference/model.ts";
import type { ModelSpec } from "../../inference/model-spec.ts";
import { parsePymdpTrace, specOfTrace } from "../../inference/oracle/pymdp-trace.ts";
import { createWorkspace } from "../../inference/workspace.ts";
import { seededRandom } from "../chance.ts";
import { describeExplorer } from "../explorer.ts";
import { loneAgent } from "../fixtures/lone-agent.ts";
import { destinations } from "../grid.ts";
import { buildTMaze, describeTMaze, T_MAZE_EPISODE_STEPS } from "../t-maze.ts";
import type { Workload } from "../workload.ts";
import { buildCustom } from "./custom.ts";
import { exampleText } from "./examples.ts";
import { readModel } from "./read-model.ts";
import { writeModel } from "./write-model.ts";

const traces = import.meta.glob<unknown>("../../inference/fixtures/pymdp-traces/*.json", {
  eager: true,
  import: "default",
});

/** The same description after it went through a file. */
function throughFile(spec: ModelSpec): ModelSpec {
  const read = readModel(JSON.parse(writeModel({ spec, episodeSteps: null })));
  return read.state === "read" ? read.model.spec : expect.fail(read.problems.join(" "));
}

function compiled(spec: ModelSpec): Model {
  const build = buildModel(spec);
  return build.state === "valid" ? build.model : expect.fail(build.problems.join(" "));
}

/** What an agent believed at each of so many steps. */
function trail(workload: Workload, seed: number, steps: number): number[][] {
  const participant = workload.createParticipant(loneAgent(seed));
  return Array.from({ length: steps }, () => {
    participant.step();
    return Array.from(participant.posterior);
  });
}

test("a T-maze from a file steps exactly as the built-in one, chances and all", () => {
  const text = writeModel({ spec: describeTMaze(), episodeSteps: T_MAZE_EPISODE_STEPS });
  for (const seed of [1, 2, 3]) expect(trail(buildCustom(text), seed, 200)).toEqual(trail(buildTMaze(), seed, 200));
});

test.each([
  [5, 1],
  [5, 3],
  [10, 2],
] as const)(
  "an explorer of %i×%i from a file, length %i, believes and does what the built-in one does",
  (side, length) => {
    const spec = describeExplorer(side, length, destinations(side));
    const models = [compiled(spec), compiled(throughFile(spec))].map((model) => ({
      model,
      workspace: createWorkspace(model),
      belief: createBelief(model),
      random: seededRandom(5),
    }));
    const seen = seededRandom(9);
    for (let t = 0; t < 60; t += 1) {
      const observation = Int32Array.of(Math.floor(seen() * 5));
      for (const { model, workspace, belief, random } of models) {
        inferStates(model, workspace, belief, observation);
        evaluatePolicies(model, workspace, belief);
        act(model, workspace, belief, random);
      }
      expect(models[1]?.belief.posterior).toEqual(models[0]?.belief.posterior);
      expect(models[1]?.belief.action).toEqual(models[0]?.belief.action);
    }
  },
);

describe.each(Object.entries(traces))("the recording %s", (_, file) => {
  const trace = parsePymdpTrace(file);

  test("goes through a file unchanged", () => {
    expect(compiled(throughFile(specOfTrace(trace)))).toEqual(compiled(specOfTrace(trace)));
  });

  test("is believed within 1e-10 by an agent whose model came from a file", () => {
    const isLearning = trace.steps.some(({ pA }) => pA !== undefined);
    const model = compiled(throughFile(specOfTrace(trace)));
    const workspace = createWorkspace(model);
    const belief = createBelief(model);
    // A learning agent's model is another one after the first step.
    for (const { obs, reset, qs, action } of isLearning ? trace.steps.slice(0, 1) : trace.steps) {
      if (reset === true) resetBelief(model, belief);
      inferStates(model, workspace, belief, Int32Array.from(obs));
      const furthest = Math.max(...qs.flat().map((q, i) => Math.abs(q - (belief.posterior[i] ?? Number.NaN))));
      expect(furthest).toBeLessThan(1e-10);
      forceAction(model, belief, action);
    }
  });
});

test("states and outcomes follow B and A: cells are visited as the model says", () => {
  // Two states that stay with 0.9 whatever is done, seen without error.
  const text = JSON.stringify({
    schema: "headroom-model/1",
    A: [
      [
        [1, 0],
        [0, 1],
      ],
    ],
    B: [
      [
        [[0.9], [0.1]],
        [[0.1], [0.9]],
      ],
    ],
    D: [[1, 0]],
  });
  const beliefs = trail(buildCustom(text), 4, 20_000).map(([first = 0]) => (first > 0.5 ? 0 : 1));
  expect(beliefs[0]).toBe(0);
  const moves = beliefs.slice(1).filter((state, n) => state !== beliefs[n]).length;
  // 2,000 expected, standard deviation 42.
  expect(Math.abs(moves - 2_000)).toBeLessThan(210);
});

test("a model with counts is learned by each agent for itself, and its bytes count", () => {
  const learning = Object.entries(traces).find(([name]) => name.includes("e_learn"))?.[1];
  const spec = specOfTrace(parsePymdpTrace(learning));
  const workload = buildCustom(writeModel({ spec, episodeSteps: 10 }));
  const { pA: _, pB: __, pD: ___, ...plain } = spec;
  const still = buildCustom(writeModel({ spec: plain, episodeSteps: 10 }));
  const first = workload.createParticipant(loneAgent(1));
  const second = workload.createParticipant(loneAgent(2));
  const alone = trail(buildCustom(writeModel({ spec, episodeSteps: 10 })), 2, 100);
  for (let t = 0; t < 100; t += 1) {
    first.step();
    second.step();
    expect(Array.from(second.posterior)).toEqual(alone[t]);
  }
  expect(first.bytes).toBeGreaterThan(still.createParticipant(loneAgent(1)).bytes);
  expect(trail(still, 2, 100)).not.toEqual(alone);
});

test("text that is no model is told at once", () => {
  expect(() => buildCustom(exampleText("b_grid5_pl1_det").replace("headroom-model/1", "headroom-model/9"))).toThrow(
    /newer Headroom/,
  );
});
