// The kernel agrees with recordings of pymdp and with the plain formulas: prior, posterior, G, q_π and action, on given observations.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { ModelSpec } from "../model-spec.ts";
import {
  inferDense,
  marginalsDense,
  policiesDense,
  policyPosterior,
  predictDense,
  valueDense,
} from "../oracle/dense-agent.ts";
import { parsePymdpTrace, specOfTrace } from "../oracle/pymdp-trace.ts";
import { randomSpec } from "../oracle/random-spec.ts";
import { differenceOf, modelOf, ownBatch, seedsOf } from "./fixtures/batches.ts";
import { kernelSupport } from "./kernel-support.ts";
import { loadKernel } from "./loading/load-kernel.ts";

const TOLERANCE = 1e-10;
const files = import.meta.glob<unknown>("../fixtures/pymdp-traces/*.json", { eager: true, import: "default" });
const loaded = loadKernel("f64", "plain");

/** Joins the outcomes of all modalities to one number, as the kernel counts them. */
function joined(observation: readonly number[], spec: ModelSpec): number {
  return observation.reduce((outcome, o, m) => outcome * (spec.A[m]?.shape[0] ?? 1) + o, 0);
}

function expectClose(
  quantity: string,
  found: ArrayLike<number>,
  wanted: ArrayLike<number>,
  tolerance = TOLERANCE,
): void {
  const difference = differenceOf(found, wanted, tolerance);
  if (difference !== null) expect.fail(`${quantity}${difference}`);
}

describe("recordings of pymdp", () => {
  test.each(Object.entries(files))("%s is replayed within 1e-10, or the reason is said", async (file, recorded) => {
    const trace = parsePymdpTrace(recorded);
    const spec = specOfTrace(trace);
    const model = modelOf(spec);
    const support = kernelSupport(model);
    if (support.state === "unsupported") {
      expect(file).toMatch(/tmaze|grid10x4/);
      expect(support.reason).toMatch(/hidden factors|learns/);
      return;
    }
    const kernel = ownBatch(await loaded, model, null, seedsOf(3));
    const states = new Float64Array(model.jointStates);
    const policies = new Float64Array(model.policies);
    for (const [t, step] of trace.steps.entries()) {
      // Agent 1 sits between two others that see something else.
      for (const agent of [0, 1, 2]) {
        if (step.reset === true || t === 0) kernel.givePrior(agent, model.initialPrior);
        kernel.giveObservation(agent, agent === 1 ? joined(step.obs, spec) : (t + agent) % (trace.num_obs[0] ?? 1));
      }
      kernel.readPrior(1, states);
      if (step.prior !== undefined) expectClose(`step ${t}: prior`, states, step.prior.flat());
      kernel.think(1);
      kernel.readPosterior(1, states);
      expectClose(`step ${t}: q`, states, step.qs.flat());
      kernel.readPolicyValues(1, policies);
      expectClose(`step ${t}: G`, policies, step.G);
      kernel.readPolicyProbabilities(1, policies);
      expectClose(`step ${t}: q_pi`, policies, step.q_pi);
      kernel.choose(1);
      if (trace.action_selection === "deterministic") {
        expect(step.action_tie_sets?.[0] ?? step.action).toContain(kernel.actionOf(1));
      }
      kernel.giveAction(1, step.action[0] ?? 0);
      kernel.take(1);
    }
  });
});

/** Steps agent 1 of five through given observations and actions, beside the plain formulas. */
async function compareWithFormulas(spec: ModelSpec, picks: readonly number[]): Promise<void> {
  const model = modelOf(spec);
  const kernel = ownBatch(await loaded, model, null, seedsOf(5));
  const states = new Float64Array(model.jointStates);
  const values = new Float64Array(model.policies);
  const policies = policiesDense(spec);
  const initial = spec.D.map(({ data }) => Array.from(data));
  const state = { A: spec.A, B: spec.B, pA: undefined, pB: undefined };
  let prior: readonly (readonly number[])[] = initial;
  let cursor = 0;
  const pick = (count: number): number => (picks[(cursor += 1) % picks.length] ?? 0) % count;
  for (let t = 0; t < 4; t += 1) {
    const observation = spec.A.map(({ shape }) => pick(shape[0] ?? 1));
    const outcomes = spec.A.reduce((total, { shape }) => total * (shape[0] ?? 1), 1);
    for (let agent = 0; agent < 5; agent += 1) {
      kernel.giveObservation(agent, agent === 1 ? joined(observation, spec) : pick(outcomes));
    }
    kernel.readPrior(1, states);
    expectClose("prior", states, prior.flat());
    const { qs } = inferDense(spec, spec.A, prior, observation);
    kernel.think(1);
    kernel.readPosterior(1, states);
    expectClose("q", states, qs.flat());
    const wanted = policies.map((policy) => valueDense(spec, state, qs, policy));
    kernel.readPolicyValues(1, values);
    expectClose("G", values, wanted);
    kernel.readPolicyProbabilities(1, values);
    const q = policyPosterior(spec, wanted);
    expectClose("q_pi", values, q);
    kernel.choose(1);
    const marginal = marginalsDense(spec, policies, q)[0] ?? [];
    const most = Math.max(...marginal);
    // Within the rounding of a tie's width either answer is right.
    const first = (width: number): number => marginal.findIndex((p) => most - p <= width);
    expect([first(1e-8 - 1e-12), first(1e-8 + 1e-12)]).toContain(kernel.actionOf(1));
    const action = pick(spec.B[0]?.shape[2] ?? 1);
    kernel.giveAction(1, action);
    kernel.take(1);
    prior = qs.map((each) => predictDense(spec.B[0] ?? { shape: [], data: [] }, each, action));
  }
}

describe("random models with one hidden factor", () => {
  const single = randomSpec(false).filter(({ B, pA, pB }) => B.length === 1 && pA === undefined && pB === undefined);

  test("500 of them agree with the plain formulas within 1e-10", async () => {
    const picks = fc.array(fc.nat(1000), { minLength: 30, maxLength: 40 });
    let models = 0;
    await fc.assert(
      fc.asyncProperty(single, picks, async (spec, each) => {
        models += 1;
        await compareWithFormulas(spec, each);
      }),
      { numRuns: 500 },
    );
    expect(models).toBeGreaterThanOrEqual(500);
  });
});
