// In f32 an agent rounds sooner: hardly any action is another, and as long as none is, beliefs stay near.
import { describe, expect, test } from "vitest";
import { explorerBatch, seedsOf } from "./fixtures/batches.ts";
import { loadKernel } from "./loading/load-kernel.ts";

const AGENTS = 257;

describe("a batch in f32", () => {
  test.each([
    [5, 1, 800],
    [10, 1, 400],
    [5, 3, 120],
    [10, 2, 120],
  ] as const)(
    "acts as in f64 but for one op in 100,000: explorer %i, length %i, %i steps",
    async (size, length, steps) => {
      const seeds = seedsOf(AGENTS);
      const wide = explorerBatch(await loadKernel("f64", "plain"), [size, length], seeds);
      const narrow = explorerBatch(await loadKernel("f32", "plain"), [size, length], seeds);
      const cells = size * size;
      const [wanted, found] = [new Float64Array(cells), new Float64Array(cells)];
      // An agent that has acted otherwise is in another place from then on, so it is left out.
      const apart = new Set<number>();
      let ops = 0;
      for (let t = 0; t < steps; t += 1) {
        wide.step(0, AGENTS);
        narrow.step(0, AGENTS);
        for (let agent = 0; agent < AGENTS; agent += 1) {
          if (apart.has(agent)) continue;
          ops += 1;
          wide.readPosterior(agent, wanted);
          narrow.readPosterior(agent, found);
          for (const [s, q] of wanted.entries()) {
            if (!(Math.abs((found[s] ?? Number.NaN) - q) < 1e-4))
              expect.fail(`step ${t}, agent ${agent}: ${found[s]}, not ${q}`);
          }
          if (wide.actionOf(agent) !== narrow.actionOf(agent)) apart.add(agent);
        }
      }
      process.stdout.write(`f32, explorer ${size}, length ${length}: ${apart.size} other actions in ${ops} ops\n`);
      expect(apart.size).toBeLessThanOrEqual(Math.ceil(ops / 100_000));
    },
  );
});
