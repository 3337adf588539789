// H5, H6: in a browser the kernel gives the bits that it gives in Node, and the module with relaxed SIMD stays within rounding of them.
import { describe, expect, test } from "vitest";
import { differenceOf, explorerBatch, hashOf, posteriorsOf, seedsOf } from "./fixtures/batches.ts";
import { HASHED_AGENTS, HASHED_STEPS, POSTERIOR_HASHES } from "./fixtures/posterior-hashes.ts";
import { kindHere, loadKernel } from "./loading/load-kernel.ts";

describe("H5, H6: in a browser", () => {
  test.each(POSTERIOR_HASHES)(
    "explorers of $size, length $length, have the posteriors of the committed hash",
    async ({ size, length, hash }) => {
      const kernel = explorerBatch(await loadKernel("f64", "plain"), [size, length], seedsOf(HASHED_AGENTS));
      for (let t = 0; t < HASHED_STEPS; t += 1) kernel.step(0, HASHED_AGENTS);
      expect(hashOf(posteriorsOf(kernel, size * size))).toBe(hash);
    },
  );

  test("the module that this engine takes acts as the plain one does", async () => {
    const agents = 64;
    const plain = explorerBatch(await loadKernel("f64", "plain"), [5, 3], seedsOf(agents));
    const here = explorerBatch(await loadKernel("f64"), [5, 3], seedsOf(agents));
    expect(kindHere()).toBe("relaxed");
    for (let t = 0; t < 200; t += 1) {
      plain.step(0, agents);
      here.step(0, agents);
    }
    expect(differenceOf(posteriorsOf(here, 25), posteriorsOf(plain, 25), 1e-12)).toBeNull();
    for (let agent = 0; agent < agents; agent += 1) expect(here.stateOf(agent)).toBe(plain.stateOf(agent));
  });
});
