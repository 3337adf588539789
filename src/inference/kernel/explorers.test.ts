// A batch of explorers does what the explorers of the engine do: the same cells and actions from the same seeds, and the same beliefs.
import { describe, expect, test } from "vitest";
import { buildExplorer, describeExplorer } from "../../workloads/explorer.ts";
import { destinations } from "../../workloads/grid.ts";
import { explorerWorld } from "../../workloads/kernel-worlds.ts";
import { buildModel } from "../model.ts";
import type { Model } from "../model.ts";
import { BatchKernel } from "./batch-kernel.ts";
import { kernelSupport } from "./kernel-support.ts";
import type { Vectors } from "./layout.ts";
import { kindHere, loadKernel } from "./loading/load-kernel.ts";
import type { LoadedKernel } from "./loading/load-kernel.ts";

function explorerModel(gridSize: 5 | 10, policyLength: 1 | 2 | 3): Model {
  const build = buildModel(describeExplorer(gridSize, policyLength, destinations(gridSize)));
  if (build.state === "invalid") throw new Error(build.problems.join("; "));
  return build.model;
}

function batchOf(
  { exports, arena, precision }: LoadedKernel,
  gridSize: 5 | 10,
  policyLength: 1 | 2 | 3,
  seeds: readonly number[],
  vectors?: Vectors,
): BatchKernel {
  const model = explorerModel(gridSize, policyLength);
  const support = kernelSupport(model);
  if (support.state !== "supported") throw new Error(support.reason);
  const world = explorerWorld(gridSize);
  const setup = { exports, arena, precision, model, support, world, seeds };
  return new BatchKernel(vectors === undefined ? setup : { ...setup, vectors });
}

const settings = [
  [5, 1, 600],
  [10, 1, 300],
  [5, 2, 200],
  [5, 3, 80],
  [10, 2, 80],
] as const;

describe.each(["plain", "relaxed"] as const)("a batch of the %s kernel in f64", (kind) => {
  test.each(settings)(
    "steps explorers of %i×%i, length %i, as the engine does",
    async (gridSize, policyLength, steps) => {
      if (kind === "relaxed" && kindHere() === "plain") return;
      const seeds = Array.from({ length: 21 }, (_, i) => 1000 + 77 * i);
      const kernel = batchOf(await loadKernel("f64", kind), gridSize, policyLength, seeds);
      const workload = buildExplorer(gridSize, policyLength);
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
          if (kernel.stateOf(agent) !== participant.cell) {
            expect.fail(`step ${t}: agent ${agent} is in cell ${kernel.stateOf(agent)}, not in ${participant.cell}`);
          }
          kernel.readPosterior(agent, posterior);
          for (const [s, q] of participant.posterior.entries()) {
            if (!(Math.abs((posterior[s] ?? Number.NaN) - q) <= 1e-12)) {
              expect.fail(`step ${t}: agent ${agent} holds state ${s} for ${posterior[s]}, not ${q}`);
            }
          }
        }
      }
    },
  );
});
