// The two agents that the engine benchmark compares, engine and dense oracle, each in its own sampled environment.
import { act } from "../../src/inference/act.ts";
import { createBelief, resetBelief } from "../../src/inference/belief.ts";
import { evaluatePolicies } from "../../src/inference/evaluate-policies.ts";
import { inferStates } from "../../src/inference/infer-states.ts";
import { buildModel } from "../../src/inference/model.ts";
import type { ModelSpec } from "../../src/inference/model-spec.ts";
import {
  inferDense,
  marginalsDense,
  policiesDense,
  policyPosterior,
  predictDense,
  valueDense,
} from "../../src/inference/oracle/dense-agent.ts";
import { createWorkspace } from "../../src/inference/workspace.ts";
import { seededRandom } from "../../src/workloads/chance.ts";
import { World } from "../../src/workloads/custom/world.ts";

/** The recordings reset every ten steps. */
const EPISODE_STEPS = 10;

export interface Runner {
  readonly policies: number;
  /** Prefixes of policies, and how many are distinct; null where they are not merged. */
  readonly prefixes: number | null;
  readonly nodes: number | null;
  /** One op: environment, infer states, infer policies, sample action. */
  readonly step: () => void;
}

function createWorld(spec: ModelSpec, seed: number): World {
  const build = buildModel(spec);
  if (build.state === "invalid") throw new Error(build.problems.join("; "));
  return new World(build.model, seededRandom(seed));
}

/** The engine. @param merges whether equal prefixes of policies are planned once, or each prefix as before engine 2 */
export function createEngineRunner(spec: ModelSpec, seed: number, merges = true): Runner {
  const build = buildModel(spec);
  if (build.state === "invalid") throw new Error(build.problems.join("; "));
  const model = merges ? build.model : { ...build.model, plan: null };
  const workspace = createWorkspace(model);
  const belief = createBelief(model);
  const world = createWorld(spec, seed);
  const random = seededRandom(seed + 1);
  const observation = new Int32Array(model.likelihoods.length);
  let stepsLeft = 0;
  const step = (): void => {
    if (stepsLeft === 0) {
      stepsLeft = EPISODE_STEPS;
      world.begin();
      resetBelief(model, belief);
    }
    stepsLeft -= 1;
    world.observe(observation);
    inferStates(model, workspace, belief, observation);
    evaluatePolicies(model, workspace, belief);
    act(model, workspace, belief, random);
    world.move(belief.action);
  };
  return {
    policies: model.policies,
    prefixes: model.plan?.treeNode.length ?? null,
    nodes: model.plan?.nodes ?? null,
    step,
  };
}

/** The oracle on the same model and world. */
export function createDenseRunner(spec: ModelSpec, seed: number): Runner {
  const world = createWorld(spec, seed);
  const policies = policiesDense(spec);
  const state = { A: spec.A, B: spec.B, pA: spec.pA, pB: spec.pB };
  const initial = spec.D.map(({ data }) => Array.from(data));
  const observation = new Int32Array(spec.A.length);
  let prior: readonly (readonly number[])[] = initial;
  let stepsLeft = 0;
  const step = (): void => {
    if (stepsLeft === 0) {
      stepsLeft = EPISODE_STEPS;
      world.begin();
      prior = initial;
    }
    stepsLeft -= 1;
    world.observe(observation);
    const { qs } = inferDense(spec, spec.A, prior, Array.from(observation));
    const q = policyPosterior(
      spec,
      policies.map((policy) => valueDense(spec, state, qs, policy)),
    );
    const action = marginalsDense(spec, policies, q).map((p) => p.indexOf(Math.max(...p)));
    prior = qs.map((each, f) => predictDense(spec.B[f] ?? { shape: [], data: [] }, each, action[f] ?? 0));
    world.move(Int32Array.from(action));
  };
  return { policies: policies.length, prefixes: null, nodes: null, step };
}
