// Whatever is done to a model file, reading it ends in a model that runs, or in problems; it never throws.
import fc from "fast-check";
import { expect, test } from "vitest";
import { buildModel } from "../../inference/model.ts";
import { findProblems } from "../../inference/validate-spec.ts";
import { randomSpec } from "../../inference/oracle/random-spec.ts";
import { seededRandom } from "../chance.ts";
import { loneAgent } from "../fixtures/lone-agent.ts";
import { buildCustom } from "./custom.ts";
import { exampleText } from "./examples.ts";
import { mutatedFile } from "./fixtures/mutations.ts";
import { MODEL_LIMITS } from "./limits.ts";
import { readModel } from "./read-model.ts";
import { writeModel } from "./write-model.ts";

test.each([false, true])(
  "any sound description comes back from its file, learning %j, and reading it twice changes nothing",
  (learning) => {
    fc.assert(
      fc.property(randomSpec(learning), fc.option(fc.integer({ min: 1, max: 50 })), (spec, episodeSteps) => {
        const text = writeModel({ spec, episodeSteps });
        const read = readModel(JSON.parse(text));
        if (read.state === "refused") return expect.fail(read.problems.join(" "));
        expect(findProblems(read.model.spec)).toEqual([]);
        const again = writeModel(read.model);
        expect(readModel(JSON.parse(again))).toEqual({ ...read, remarks: [] });
        const { E: _, ...own } = spec;
        const { E: __, ...back } = read.model.spec;
        expect(buildModel(back)).toEqual(buildModel(own));
      }),
      { numRuns: 200 },
    );
  },
);

test("300 mutated files each give a model that steps, or problems with words", () => {
  const random = seededRandom(12);
  let refused = 0;
  for (let n = 0; n < 300; n += 1) {
    const base = n % 3 === 0 ? "d_grid10x4_pl1" : n % 3 === 1 ? "a_tmaze_pl2" : "b_grid5_pl1_noisy";
    const file = mutatedFile(JSON.parse(exampleText(base)), random);
    const read = readModel(file);
    if (read.state === "refused") {
      refused += 1;
      expect(read.problems.length).toBeGreaterThan(0);
      expect(read.problems.length).toBeLessThanOrEqual(MODEL_LIMITS.problemsMost + 1);
      for (const problem of read.problems) expect(problem).toMatch(/^.{10,600}[.…]$/s);
    } else {
      const agent = buildCustom(writeModel(read.model)).createParticipant(loneAgent(n));
      for (let t = 0; t < 3; t += 1) agent.step();
      expect(agent.posterior.every(Number.isFinite)).toBe(true);
    }
  }
  // Most changes break a model, and some do not.
  expect(refused).toBeGreaterThan(100);
  expect(refused).toBeLessThan(300);
});

test("any JSON at all is read or refused", () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      const file = { schema: "headroom-model/1", A: value, B: value, C: value, D: value, E: value, policy_len: value };
      for (const json of [value, file, { ...file, A_dependencies: value, pA: value, name: value }]) {
        const read = readModel(json);
        expect(read.state === "read" || read.problems.length > 0).toBe(true);
      }
    }),
    { numRuns: 300 },
  );
});
