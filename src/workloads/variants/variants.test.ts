// Requirement C4: agents with a cache do exactly what agents without one do, and what a model has learned since is never found.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { act } from "../../inference/act.ts";
import { createBelief } from "../../inference/belief.ts";
import { createLearner, learnA } from "../../inference/learning.ts";
import { createWorkspace } from "../../inference/workspace.ts";
import { ArenaCache } from "../../caches/arena-cache.ts";
import { POLICIES, type PolicyKind } from "../../caches/policies/policy-names.ts";
import { buildWorkload } from "../built/registry.ts";
import { seededRandom } from "../chance.ts";
import { configOf } from "../fixtures/config-of.ts";
import { loneAgent } from "../fixtures/lone-agent.ts";
import { compiled, PlainMind } from "../shared-model.ts";
import { describeTMaze } from "../t-maze.ts";
import { WORKLOADS } from "../workload.ts";
import { BeliefKey, CachedMind } from "./cached-mind.ts";
import { CachedModels } from "./cached-models.ts";
import { ResultCheck } from "./result-check.ts";
import type { CacheVariation } from "./variation.ts";

function variation(policy: PolicyKind, slots: number, more: Partial<CacheVariation> = {}): CacheVariation {
  return { kind: "cache", policy, slots, scope: "worker", roundedTo: null, ...more };
}

/** A clock that goes on by a millisecond whenever it is asked. */
function ticking(): () => number {
  let now = 0;
  return () => (now += 1);
}

function cached(own: CacheVariation): CachedModels {
  return new CachedModels(own, { nowMs: ticking(), hashSeed: 11, notedMost: 10_000 });
}

const size = { gridSize: 5, policyLength: 2 } as const;

describe.each(WORKLOADS)("agents of %s", (kind) => {
  const config = configOf(kind, size);

  test.each(POLICIES)("C4: with %s they act and believe bit for bit as without", (policy) => {
    for (const scope of ["worker", "agent"] as const) {
      const models = cached(variation(policy, 40, { scope }));
      const [plain, other] = [buildWorkload(config), buildWorkload(config, models.source)];
      const pairs = [1, 2, 3].map(
        (seed) => [plain.createParticipant(loneAgent(seed)), other.createParticipant(loneAgent(seed))] as const,
      );
      for (let step = 0; step < 300; step += 1) {
        for (const [without, withCache] of pairs) {
          without.step();
          withCache.step();
          expect(withCache.posterior).toEqual(without.posterior);
        }
      }
    }
  });
});

test("what is found is what the engine gives, to the last bit", () => {
  const models = cached(variation("lru", 500));
  const agent = buildWorkload(configOf("t-maze", size), models.source).createParticipant(loneAgent(1));
  models.isChecked = true;
  for (let step = 0; step < 2_000; step += 1) agent.step();
  expect(models.check.compared).toBeGreaterThan(1_000);
  expect(models.check).toMatchObject({ largestError: 0, meanKl: 0, changedShare: 0 });
});

test("keys of rounded beliefs find more, and what that costs is measured", () => {
  const found = [null, 1].map((roundedTo) => {
    const models = cached(variation("lru", 2_000, { roundedTo }));
    const agent = buildWorkload(configOf("explorer", size), models.source).createParticipant(loneAgent(1));
    models.isChecked = true;
    for (let step = 0; step < 3_000; step += 1) agent.step();
    return { hits: models.logs[0]?.hits ?? 0, error: models.check.largestError };
  });
  expect(found[0]?.error).toBe(0);
  expect(found[1]?.hits).toBeGreaterThan((found[0]?.hits ?? 0) * 1.5);
  expect(found[1]?.error).toBeGreaterThan(0);
});

test("C7: one cache for all finds what others of the worker found, and is counted once", () => {
  const run = (scope: "worker" | "agent") => {
    const models = cached(variation("lru", 200, { scope }));
    const workload = buildWorkload(configOf("t-maze", size), models.source);
    const agents = Array.from({ length: 5 }, (_, seed) => workload.createParticipant(loneAgent(seed)));
    for (let step = 0; step < 200; step += 1) for (const agent of agents) agent.step();
    const hits = models.logs.reduce((sum, log) => sum + log.hits, 0);
    return { hits, bytes: models.bytes, caches: models.logs.length, own: agents[0]?.bytes ?? 0 };
  };
  const [shared, own] = [run("worker"), run("agent")];
  expect(shared.hits).toBeGreaterThan(own.hits);
  expect(own).toMatchObject({ caches: 5, bytes: shared.bytes * 5, own: shared.own + shared.bytes });
});

test("C4: a cache in front of a model that learns gives the run without it, as the version is part of every key", () => {
  const spec = { ...describeTMaze(), policyLength: 1 };
  const counts = spec.A.map(({ shape, data }) => ({ shape, data: Float64Array.from(data, (value) => value * 4) }));
  const model = compiled({ ...spec, pA: counts });
  const run = (slots: number, forgets: boolean) => {
    const learner = createLearner(model);
    const workspace = createWorkspace(model);
    const plain = new PlainMind(learner.model, workspace);
    const key = new BeliefKey(learner.model, null);
    const valueLength = model.marginalLength + model.policies;
    const cache = new ArenaCache("lru", { slots, keyWords: key.words.length, valueLength }, 1);
    const own = { plain, key, log: null, check: new ResultCheck(), nowMs: ticking() };
    const mind = new CachedMind(own, cache, false, 0);
    const belief = createBelief(model);
    const random = seededRandom(5);
    const posteriors: number[] = [];
    for (let step = 0; step < 200; step += 1) {
      belief.prior.set(model.initialPrior);
      const observation = Int32Array.of(0, 0, Math.floor(random() * 2));
      mind.think(belief, observation);
      posteriors.push(...belief.posterior, ...workspace.policyProbability);
      act(learner.model, workspace, belief, random);
      if (step % 7 === 6) {
        learnA(learner, belief, observation);
        if (forgets) mind.modelVersion += 1;
      }
    }
    return posteriors;
  };
  const without = run(0, true);
  expect(run(100, true)).toEqual(without);
  // Without the version what was learned would not be seen: this is what the test above rests on.
  expect(run(100, false)).not.toEqual(without);
});

test("keys differ wherever prior, observation or version do, in any bit", () => {
  const model = compiled(describeTMaze());
  const probability = fc.double({ min: 0, max: 1, noNaN: true });
  const parts = fc.tuple(
    fc.array(probability, { minLength: model.marginalLength, maxLength: model.marginalLength }),
    fc.array(fc.nat(3), { minLength: 3, maxLength: 3 }),
    fc.nat(3),
  );
  fc.assert(
    fc.property(parts, parts, (a, b) => {
      const words = [a, b].map(([prior, observation, version]) => {
        const key = new BeliefKey(model, null);
        const belief = createBelief(model);
        belief.prior.set(prior);
        key.write(belief, Int32Array.from(observation), version);
        return [...key.words].join();
      });
      expect(words[0] === words[1]).toBe(JSON.stringify(a) === JSON.stringify(b));
    }),
  );
});
