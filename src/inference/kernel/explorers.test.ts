// A batch does what the agents of the engine do: the same states and actions from the same seeds, and the same beliefs and plans.
import { describe, expect, test } from "vitest";
import { steppedRandom } from "../../workloads/chance.ts";
import { buildOwnModel } from "../../workloads/custom/custom.ts";
import { exampleModel } from "../../workloads/custom/examples.ts";
import { buildExplorer } from "../../workloads/explorer.ts";
import type { Workload } from "../../workloads/workload.ts";
import type { BatchKernel } from "./batch-kernel.ts";
import { differenceOf, explorerBatch, modelOf, ownBatch, seedsOf } from "./fixtures/batches.ts";
import { loadKernel } from "./loading/load-kernel.ts";

const AGENTS = 21;

/** Steps both, and compares every posterior within 1e-12 after every step. Another action would soon show in what is seen. */
function compareRun(kernel: BatchKernel, workload: Workload, seeds: readonly number[], steps: number): void {
  const { messageLength } = workload;
  const engine = seeds.map((seed, agent) =>
    workload.createParticipant({
      seed,
      teamSeed: 0,
      agent,
      agents: seeds.length,
      posterior: new Float64Array(messageLength),
    }),
  );
  const posterior = new Float64Array(messageLength);
  for (let t = 0; t < steps; t += 1) {
    kernel.step(0, seeds.length);
    for (const [agent, participant] of engine.entries()) {
      participant.step();
      kernel.readPosterior(agent, posterior);
      const difference = differenceOf(posterior, participant.posterior, 1e-12);
      if (difference !== null) expect.fail(`step ${t}, agent ${agent}: q${difference}`);
    }
  }
}

describe("a batch in f64 steps as the engine does", () => {
  test.each([
    [5, 1, 1000],
    [10, 1, 400],
    [5, 2, 200],
    [5, 3, 120],
    [10, 2, 120],
    [10, 3, 20],
  ] as const)(
    "explorers in the same cells all the way: grid side %i, policies of %i, %i steps",
    async (size, length, steps) => {
      const seeds = seedsOf(AGENTS);
      const kernel = explorerBatch(await loadKernel("f64", "plain"), [size, length], seeds);
      const workload = buildExplorer(size, length);
      const engine = seeds.map((seed, agent) =>
        workload.createParticipant({
          seed,
          teamSeed: 0,
          agent,
          agents: AGENTS,
          posterior: new Float64Array(size * size),
        }),
      );
      const posterior = new Float64Array(size * size);
      for (let t = 0; t < steps; t += 1) {
        kernel.step(0, seeds.length);
        for (const [agent, participant] of engine.entries()) {
          participant.step();
          expect(kernel.stateOf(agent), `step ${t}, agent ${agent}`).toBe(participant.cell);
          kernel.readPosterior(agent, posterior);
          expect(differenceOf(posterior, participant.posterior, 1e-12), `step ${t}, agent ${agent}`).toBeNull();
        }
      }
    },
  );

  test.each([
    ["b_grid5_pl1_det", 300],
    ["b_grid5_pl1_noisy", 300],
    ["b_grid5_pl3_det", 60],
    ["b_grid5_pl3_noisy", 60],
    ["c_grid10_pl2_det", 40],
    ["c_grid10_pl2_noisy", 40],
  ] as const)("pymdp's %s in the world of its own model, over %i steps", async (name, steps) => {
    const own = exampleModel(name);
    const seeds = seedsOf(AGENTS);
    const kernel = ownBatch(await loadKernel("f64", "plain"), modelOf(own.spec), own.episodeSteps, seeds);
    compareRun(kernel, buildOwnModel(own), seeds, steps);
  });

  test("whatever number of vectors makes a block", async () => {
    for (const vectors of [1, 2, 4] as const) {
      const seeds = seedsOf(11);
      compareRun(
        explorerBatch(await loadKernel("f64", "plain"), [5, 2], seeds, vectors),
        buildExplorer(5, 2),
        seeds,
        60,
      );
    }
  });
});

test("generators stand where those of the workload stand, word for word", async () => {
  const seeds = seedsOf(9);
  const steps = 500;
  const kernel = explorerBatch(await loadKernel("f64", "plain"), [5, 1], seeds);
  for (let t = 0; t < steps; t += 1) kernel.step(0, seeds.length);
  for (const [agent, seed] of seeds.entries()) {
    const { random, words } = steppedRandom(seed);
    random();
    // The first episode has what was drawn for it, each later one forty steps and one more number.
    const first = 1 + Math.floor(random() * 40);
    const draws = 3 * steps + Math.ceil((steps - first) / 40);
    for (let i = 0; i < draws; i += 1) random();
    expect(kernel.generatorOf(agent)).toEqual(Array.from(words(), (word) => word | 0));
  }
});
