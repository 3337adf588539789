// The two agents that the engine benchmark compares, engine and dense oracle, each in its own sampled environment.
import { act } from "../../src/inference/act.ts";
import { createBelief, resetBelief } from "../../src/inference/belief.ts";
import { evaluatePolicies } from "../../src/inference/evaluate-policies.ts";
import { inferStates } from "../../src/inference/infer-states.ts";
import { buildModel } from "../../src/inference/model.ts";
import type { ModelSpec, Tensor } from "../../src/inference/model-spec.ts";
import {
  inferDense,
  marginalsDense,
  policiesDense,
  policyPosterior,
  predictDense,
  valueDense,
} from "../../src/inference/oracle/dense-agent.ts";
import { createWorkspace } from "../../src/inference/workspace.ts";
import { drawOutcome, seededRandom } from "../../src/workloads/chance.ts";

/** The recordings reset every ten steps. */
const EPISODE_STEPS = 10;

export interface Runner {
  readonly policies: number;
  /** One op: environment, infer states, infer policies, sample action. */
  readonly step: () => void;
}

/** A hidden state per factor that moves by B and is seen through A. */
interface World {
  reset(): void;
  /** Draws one outcome per modality into `observation`. */
  observe(observation: Int32Array): void;
  move(action: ArrayLike<number>): void;
}

/** Where column [·, from, control] of B leads: states and their probabilities. */
function columnsOf(B: Tensor): { readonly next: Int32Array; readonly probability: Float64Array }[] {
  const [states = 0, , controls = 0] = B.shape;
  return Array.from({ length: states * controls }, (_, column) => {
    const column0 = Array.from({ length: states }, (_, next) => B.data[next * states * controls + column] ?? 0);
    const next = Int32Array.from([...column0.keys()].filter((s) => (column0[s] ?? 0) > 0));
    return { next, probability: Float64Array.from(next, (s) => column0[s] ?? 0) };
  });
}

function createWorld(spec: ModelSpec, seed: number): World {
  const build = buildModel(spec);
  if (build.state === "invalid") throw new Error(build.problems.join("; "));
  const { likelihoods } = build.model;
  const random = seededRandom(seed);
  const sizes = spec.B.map(({ shape }) => shape[0] ?? 0);
  const columns = spec.B.map(columnsOf);
  const controls = spec.B.map(({ shape }) => shape[2] ?? 1);
  const state = new Int32Array(sizes.length);
  return {
    reset: () => {
      for (let f = 0; f < state.length; f += 1) state[f] = Math.floor(random() * (sizes[f] ?? 0));
      // The T-maze starts where its prior says.
      for (const [f, { data }] of spec.D.entries()) if (data[0] === 1) state[f] = 0;
    },
    observe: (observation) => {
      let joint = 0;
      for (let f = 0; f < state.length; f += 1) joint = joint * (sizes[f] ?? 0) + (state[f] ?? 0);
      for (let m = 0; m < likelihoods.length; m += 1) {
        const likelihood = likelihoods[m];
        if (likelihood !== undefined) observation[m] = drawOutcome(likelihood, joint, random());
      }
    },
    move: (action) => {
      for (let f = 0; f < state.length; f += 1) {
        const column = columns[f]?.[(state[f] ?? 0) * (controls[f] ?? 1) + (action[f] ?? 0)];
        if (column === undefined) continue;
        const uniform = random();
        let cumulative = 0;
        for (let i = 0; i < column.next.length; i += 1) {
          state[f] = column.next[i] ?? 0;
          cumulative += column.probability[i] ?? 0;
          if (uniform < cumulative) break;
        }
      }
    },
  };
}

/** The engine. */
export function createEngineRunner(spec: ModelSpec, seed: number): Runner {
  const build = buildModel(spec);
  if (build.state === "invalid") throw new Error(build.problems.join("; "));
  const { model } = build;
  const workspace = createWorkspace(model);
  const belief = createBelief(model);
  const world = createWorld(spec, seed);
  const random = seededRandom(seed + 1);
  const observation = new Int32Array(model.likelihoods.length);
  let stepsLeft = 0;
  const step = (): void => {
    if (stepsLeft === 0) {
      stepsLeft = EPISODE_STEPS;
      world.reset();
      resetBelief(model, belief);
    }
    stepsLeft -= 1;
    world.observe(observation);
    inferStates(model, workspace, belief, observation);
    evaluatePolicies(model, workspace, belief);
    act(model, workspace, belief, random);
    world.move(belief.action);
  };
  return { policies: model.policies, step };
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
      world.reset();
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
    world.move(action);
  };
  return { policies: policies.length, step };
}
