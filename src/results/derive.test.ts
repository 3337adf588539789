// What is computed again from a result: nothing of it is kept, so it must follow from the samples alone.
import fc from "fast-check";
import { expect, test } from "vitest";
import type { Sample } from "../measurement/run/sample.ts";
import { middleOf } from "../scenarios/contract/rows.ts";
import { derive, deriveResult } from "./derive.ts";
import { experimentOf, measuredOn } from "./experiment.ts";
import { arbitraryResult, arbitraryUnknownResult } from "./fixtures/arbitrary-result.ts";
import { realisticResult, realisticSingleAgent } from "./fixtures/realistic-result.ts";

const result = realisticResult({ seed: 3, repeats: 6 });
const { samples, settings } = result;
const experiment = experimentOf(result);
const on = measuredOn(result.environment);

test("every agent count of a complete run has a row, and nothing is missing", () => {
  const derived = derive(experiment, samples, on);
  expect(derived.rows.map(({ at }) => at)).toEqual(settings["agents"]);
  expect(derived.missing).toBe(0);
  expect(derived.rejected).toEqual([]);
  expect(derived.rows.every((row) => middleOf(row, "loss") !== null && row.samples === 6)).toBe(true);
});

test("six samples give efficiencies a 95 % interval, a live run a range", () => {
  const last = (live: boolean) => {
    const figure = derive(experiment, samples, on, live).rows.at(-1)?.figures["efficiency"];
    return figure?.state === "known" ? figure.estimate.interval?.kind : null;
  };
  expect(last(false)).toBe("confidence");
  expect(last(true)).toBe("range");
});

test("attempts that do not count are listed in order and enter no figure", () => {
  const failed: Sample = { series: "row", at: 50, repeat: 0, attempt: 0, state: "failed", reason: "died" };
  const without = samples.filter(({ series, at, repeat }) => !(series === "row" && at === 50 && repeat === 0));
  const derived = derive(experiment, [failed, ...without], on);
  expect(derived.rejected).toEqual([failed]);
  expect(derived.missing).toBe(1);
  expect(derived.rows.at(-1)?.samples).toBe(5);
});

test("a run without any valid sample has no rows and is all missing", () => {
  const derived = derive(experiment, [], on);
  expect(derived.rows).toEqual([]);
  expect(derived.missing).toBe(experiment.plan.length);
  expect(derived.drift).toEqual({ state: "unknown" });
});

test("a run that was cut before half of it was measured cannot say that the machine was steady", () => {
  const part = (share: number) => derive(experiment, samples.slice(0, Math.floor(samples.length * share)), on).quality;
  expect(part(1)).toBe("steady");
  expect(part(0.6)).toBe("steady");
  expect(part(0.4)).toBe("unknown");
});

test("another scenario has its own rows, and its drift", () => {
  const single = realisticSingleAgent({ seed: 3 });
  const derived = deriveResult(single);
  expect(derived.rows.map(({ at }) => at)).toEqual([0, 20]);
  expect(derived.drift.state).toBe("steady");
  expect(derived.missing).toBe(0);
});

test("any result has rows, whatever is in it", () => {
  fc.assert(
    fc.property(fc.oneof(arbitraryResult, arbitraryUnknownResult), (any) => {
      const { rows } = deriveResult(any);
      const valid = any.samples.filter(({ state }) => state === "valid");
      const points = valid.filter(({ series }) => series === "row");
      const counts = rows.map(({ at }) => at);
      expect(counts).toEqual([...new Set(counts)].sort((a, b) => a - b));
      expect(counts).toEqual(expect.arrayContaining(points.map(({ at }) => at)));
      // A search has rows for the counts that it confirmed, too.
      expect(valid.map(({ at }) => at)).toEqual(expect.arrayContaining(counts));
      for (const { id } of any.measures) {
        for (const { figures } of rows) expect(figures[id], id).toBeDefined();
      }
    }),
  );
});
