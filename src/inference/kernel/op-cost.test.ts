// H1: arithmetic and bytes of an op are counted from the model's non-zeros, and are those of what the kernel reads.
import { expect, test } from "vitest";
import { exampleModel } from "../../workloads/custom/examples.ts";
import { describeExplorer } from "../../workloads/explorer.ts";
import { destinations } from "../../workloads/grid.ts";
import { explorerWorld, ownWorld } from "../../workloads/kernel-worlds.ts";
import { buildModel, type Model } from "../model.ts";
import type { ModelSpec } from "../model-spec.ts";
import { BatchKernel } from "./batch-kernel.ts";
import * as at from "./fields.ts";
import { kernelSupport } from "./kernel-support.ts";
import type { KernelWorld } from "./kernel-world.ts";
import { loadKernel } from "./loading/load-kernel.ts";
import { opCost } from "./op-cost.ts";

function compiled(spec: ModelSpec): Model {
  const build = buildModel(spec);
  return build.state === "valid" ? build.model : expect.fail(build.problems.join());
}

function explorer(gridSize: 5 | 10, policyLength: 1 | 2 | 3): Model {
  return compiled(describeExplorer(gridSize, policyLength, destinations(gridSize)));
}

function supportOf(model: Model) {
  const support = kernelSupport(model);
  return support.state === "supported" ? support : expect.fail(support.reason);
}

/** Arithmetic of predicting and valuing, by a walk over the tables that the kernel reads, as it reads them. */
async function walked(model: Model, world: KernelWorld): Promise<number> {
  const { exports, arena } = await loadKernel("f64", "plain");
  const support = supportOf(model);
  const kernel = new BatchKernel({ exports, arena, precision: "f64", model, support, world, seeds: [1] });
  const view = new DataView(arena.memory.buffer);
  const word = (address: number): number => view.getUint32(address, true);
  const field = (offset: number): number => word(kernel.addresses.model + offset);
  const [states, classes] = [field(at.STATES), field(at.CLASSES)];
  const areSingles = states === classes;
  const ofSums = areSingles ? 0 : 2;

  function rowsFlops(from: number): number {
    let address = from;
    let flops = 0;
    for (let list = 0; list < (areSingles ? 1 : classes); list += 1) {
      const [ones, twos, more] = [word(address), word(address + 4), word(address + 8)];
      flops += ones * (1 + ofSums) + twos * (2 + ofSums);
      address += 12 + 8 * ones + 12 * twos;
      for (let row = 0; row < more; row += 1) {
        const entries = word(address + 4);
        flops += entries + 1 + ofSums;
        address += 8 + 4 * entries;
      }
    }
    return flops;
  }

  function gainFlops(): number {
    let flops = 3 * classes;
    let address = field(at.AT_OUTCOME_ROWS);
    for (let outcome = 0; outcome < field(at.OUTCOMES); outcome += 1) {
      flops += 1 + 2 * word(address) + 3 + 24;
      address += 16 * (1 + word(address));
    }
    return flops;
  }

  let flops = 0;
  let record = field(at.AT_PREDICTIONS);
  for (let prediction = 0; prediction < field(at.PREDICTIONS); prediction += 1) {
    if (word(record) !== 0) flops += field(at.COPIES) * states;
    const nodes = word(record + 12);
    flops += rowsFlops(word(record + 8)) + gainFlops() + 2 * classes * nodes;
    record += 16 + 8 * nodes;
  }
  return flops;
}

/** What is left of an explorer's count: inference, the weights of policies and the choice, by hand from assembly/. */
function around(model: Model, nodes: number): number {
  const { jointStates: states, policies, policyLength, alpha } = model;
  const copies = 2 * states;
  const exponentials = nodes - 1 + nodes * 30;
  // Sums over five controls: the last step adds, the steps before multiply-add, and the first one multiplies.
  const sums = { 1: 0, 2: 25 + 5, 3: 125 + 2 * 25 + 5 }[policyLength] ?? expect.fail("another length");
  const power = { 8: 6, 12: 7, 16: 8 }[alpha] ?? expect.fail("another alpha");
  expect(policies).toBe(5 ** policyLength);
  return 4 * states + 1 + copies + exponentials + sums + 15 + 4 + 5 * (7 + power);
}

test.each([
  [5, 1],
  [10, 1],
  [5, 3],
  [10, 2],
] as const)(
  "H1: flops of explorer %i, length %i, are those of the tables that the kernel walks",
  async (grid, length) => {
    const model = explorer(grid, length);
    const { plan } = supportOf(model);
    const { flops, bytes } = opCost(model, plan, "f64");
    expect(flops).toBe((await walked(model, explorerWorld(grid))) + around(model, plan.nodes));
    expect(bytes).toBe(3 * 8 * grid * grid + 64);
  },
);

test("H1: where every class is one state no sums are gathered, and the count says so", async () => {
  const { spec, episodeSteps } = exampleModel("b_grid5_pl1_noisy");
  const model = compiled(spec);
  const { plan } = supportOf(model);
  const counted = opCost(model, plan, "f64").flops;
  const rest = counted - (await walked(model, ownWorld(model, episodeSteps)));
  expect(rest).toBeGreaterThan(4 * model.jointStates);
  expect(rest).toBeLessThan(counted / 4);
});

test("H1: 32 bits take fewer terms for a logarithm and a power of e, and half the bytes of beliefs", () => {
  const model = explorer(5, 1);
  const { plan } = supportOf(model);
  const [wide, narrow] = [opCost(model, plan, "f64"), opCost(model, plan, "f32")];
  // In 32 bits the values of these policies may lie too far apart for products of weights, so that each policy has its own power of e.
  const [byNodes, byPolicies] = [4 + 5 * (2 + 28), 5 + 5 * (5 + 20) - 1];
  expect(wide.flops - narrow.flops).toBe(5 * 5 * (24 - 18) + byNodes - byPolicies);
  expect([wide.bytes, narrow.bytes]).toEqual([664, 364]);
});
