// H5, H8, H10: what an agent does depends on its seed alone, whatever batch it is in, beside whom, and wherever the memory has grown to.
import { describe, expect, test } from "vitest";
import { differenceOf, explorerBatch, hashOf, posteriorsOf, seedsOf } from "./fixtures/batches.ts";
import { HASHED_AGENTS, HASHED_STEPS, POSTERIOR_HASHES } from "./fixtures/posterior-hashes.ts";
import { loadKernel } from "./loading/load-kernel.ts";

const SIZES = [1, 2, 3, 4, 5, 6, 7, 8, 9, 255, 256, 257] as const;
const STATES = 25;
const NOTHING_KNOWN = new Float64Array(STATES).fill(Number.NaN);

/** Posteriors of the first agents after so many steps of all. */
async function runOf(agents: number, steps: number, poison = false): Promise<Float64Array> {
  const kernel = explorerBatch(await loadKernel("f64", "plain"), [5, 1], seedsOf(agents));
  const padded = Math.ceil(agents / kernel.layout.agents) * kernel.layout.agents;
  for (let t = 0; t < steps; t += 1) {
    if (poison) for (let agent = agents; agent < padded; agent += 1) kernel.givePrior(agent, NOTHING_KNOWN);
    kernel.step(0, agents);
  }
  return posteriorsOf(kernel, STATES);
}

describe("H8: tails", () => {
  test.each(SIZES)("a batch of %i is the beginning of a larger one, bit for bit", async (agents) => {
    const larger = await runOf(264, 90);
    expect(Array.from(await runOf(agents, 90))).toEqual(Array.from(larger.subarray(0, agents * STATES)));
  });

  test.each([1, 3, 9, 257])("what fills up the last block of %i agents has no influence, be it NaN", async (agents) => {
    expect(Array.from(await runOf(agents, 60, true))).toEqual(Array.from(await runOf(agents, 60)));
  });

  test("an agent whose belief is NaN disturbs no other of its block", async () => {
    const steps = 30;
    const sound = explorerBatch(await loadKernel("f64", "plain"), [5, 3], seedsOf(8));
    const broken = explorerBatch(await loadKernel("f64", "plain"), [5, 3], seedsOf(8));
    for (let t = 0; t < steps; t += 1) {
      for (const agent of [2, 5]) broken.givePrior(agent, NOTHING_KNOWN);
      sound.step(0, 8);
      broken.step(0, 8);
    }
    const [wanted, found] = [posteriorsOf(sound, STATES), posteriorsOf(broken, STATES)];
    for (const agent of [0, 1, 3, 4, 6, 7]) {
      const row = [agent * STATES, (agent + 1) * STATES] as const;
      expect(Array.from(found.subarray(...row))).toEqual(Array.from(wanted.subarray(...row)));
    }
    expect(found[2 * STATES]).toBeNaN();
  });

  test("stepping in parts, within blocks too, is stepping all", async () => {
    const whole = explorerBatch(await loadKernel("f64", "plain"), [5, 1], seedsOf(50));
    const parts = explorerBatch(await loadKernel("f64", "plain"), [5, 1], seedsOf(50));
    for (let t = 0; t < 50; t += 1) {
      whole.step(0, 50);
      for (const [from, to] of [
        [3, 21],
        [0, 3],
        [21, 22],
        [22, 22],
        [22, 50],
      ] as const)
        parts.step(from, to);
    }
    expect(Array.from(posteriorsOf(parts, STATES))).toEqual(Array.from(posteriorsOf(whole, STATES)));
  });

  test("agents that are not stepped stay as they are", async () => {
    const kernel = explorerBatch(await loadKernel("f64", "plain"), [5, 1], seedsOf(8));
    kernel.step(0, 8);
    const before = posteriorsOf(kernel, STATES);
    const generator = kernel.generatorOf(5);
    kernel.step(0, 5);
    const after = posteriorsOf(kernel, STATES);
    expect(Array.from(after.subarray(5 * STATES))).toEqual(Array.from(before.subarray(5 * STATES)));
    expect(kernel.generatorOf(5)).toEqual(generator);
    expect(differenceOf(after.subarray(0, STATES), before.subarray(0, STATES), 1e-6)).not.toBeNull();
  });
});

describe("H5: the same bits everywhere", () => {
  test.each(POSTERIOR_HASHES)(
    "explorers of $size, length $length, have the posteriors of the committed hash",
    async ({ size, length, hash }) => {
      const kernel = explorerBatch(await loadKernel("f64", "plain"), [size, length], seedsOf(HASHED_AGENTS));
      for (let t = 0; t < HASHED_STEPS; t += 1) kernel.step(0, HASHED_AGENTS);
      expect(hashOf(posteriorsOf(kernel, size * size))).toBe(hash);
    },
  );

  test("the width of a block changes no bit", async () => {
    const runs = [];
    for (const vectors of [1, 2, 4] as const) {
      const kernel = explorerBatch(await loadKernel("f64", "plain"), [10, 2], seedsOf(13), vectors);
      for (let t = 0; t < 60; t += 1) kernel.step(0, 13);
      runs.push(hashOf(posteriorsOf(kernel, 100)));
    }
    expect(new Set(runs).size).toBe(1);
  });
});

test("rows of many agents are those of each, in both precisions, and rows of the others stay", async () => {
  for (const precision of ["f64", "f32"] as const) {
    const loaded = await loadKernel(precision, "plain");
    const kernel = explorerBatch(loaded, [5, 1], seedsOf(21));
    kernel.step(0, 21);
    // The memory grows in between, so that a view of before would be empty.
    explorerBatch(loaded, [10, 1], seedsOf(100));
    const wanted = posteriorsOf(kernel, STATES);
    const found = new Float64Array(21 * STATES).fill(-1);
    kernel.readPosteriors(found, 3, 19);
    expect(Array.from(found.subarray(3 * STATES, 19 * STATES))).toEqual(
      Array.from(wanted.subarray(3 * STATES, 19 * STATES)),
    );
    expect(found.subarray(0, 3 * STATES).every((x) => x === -1)).toBe(true);
    expect(found.subarray(19 * STATES).every((x) => x === -1)).toBe(true);
  }
});

describe("H10: memory", () => {
  test("an agent of 5×5 has 432 bytes in f64 and 232 in f32, and blocks hold nothing else", async () => {
    for (const [precision, bytes] of [
      ["f64", 432],
      ["f32", 232],
    ] as const) {
      const loaded = await loadKernel(precision, "plain");
      const kernel = explorerBatch(loaded, [5, 1], seedsOf(100));
      expect(kernel.perAgentBytes).toBe(bytes);
      expect(loaded.arena.bytes).toBe(kernel.sharedBytes + 100 * bytes + kernel.paddingBytes);
    }
  });

  test("a batch that is placed later makes the memory grow, and the earlier one goes on", async () => {
    const loaded = await loadKernel("f64", "plain");
    const first = explorerBatch(loaded, [5, 1], seedsOf(5));
    const alone = explorerBatch(await loadKernel("f64", "plain"), [5, 1], seedsOf(5));
    first.step(0, 5);
    alone.step(0, 5);
    const before = loaded.arena.memory.buffer;
    const second = explorerBatch(loaded, [10, 2], seedsOf(200));
    expect(before.byteLength).toBe(0);
    expect(loaded.arena.memory.buffer.byteLength).toBeGreaterThan(300_000);
    for (let t = 0; t < 20; t += 1) {
      first.step(0, 5);
      second.step(0, 200);
      alone.step(0, 5);
    }
    expect(Array.from(posteriorsOf(first, STATES))).toEqual(Array.from(posteriorsOf(alone, STATES)));
  });
});
