// What a list says of a result is what its page says, bounded, whatever the result holds.
import fc from "fast-check";
import { expect, test } from "vitest";
import { deriveResult } from "./derive.ts";
import { experimentOf, measuredOn } from "./experiment.ts";
import { FINDING_LIMITS, FINDINGS_REVISION, findingsOf, findingsText, readFindings } from "./findings.ts";
import { arbitraryResult } from "./fixtures/arbitrary-result.ts";
import { keptJson } from "./fixtures/kept-figures.ts";
import { realisticResult } from "./fixtures/realistic-result.ts";
import { middleOf } from "../scenarios/contract/rows.ts";
import { readResult } from "./format/read-result.ts";
import type { Result } from "./format/result.ts";

function kept(name: string): Result {
  const read = readResult(keptJson(`results/${name}.json`, "kept-2"));
  if (read.state === "refused") throw new Error(read.message);
  return read.result;
}

test("the sentence and the quality are those of the page", () => {
  const result = realisticResult({ seed: 3 });
  const { rows, quality } = deriveResult(result);
  const seen = { rows, samples: result.samples, on: measuredOn(result.environment), quality };
  expect(findingsOf(result)).toMatchObject({ sentence: experimentOf(result).sentenceOf(seen), quality });
});

test("the curve of a scaling run is its speed-up, point by point", () => {
  const result = realisticResult({ seed: 3 });
  const { curve } = findingsOf(result);
  expect(curve).toMatchObject({ label: "Speed-up", unit: "× one agent", over: "points" });
  const [, row] = deriveResult(result).rows;
  if (row === undefined) throw new Error("the result has one row");
  expect(curve?.at[1]).toBe(row.at);
  expect(curve?.values[1]).toBeCloseTo((middleOf(row, "efficiency") ?? 0) * row.at, 2);
});

test("one agent shows how its ops spread, a paced run its p95, and an unknown scenario its first judged measure", () => {
  expect(findingsOf(kept("single-agent")).curve).toMatchObject({ unit: "µs", over: "values" });
  expect(findingsOf(kept("scaling-paced-ring")).curve).toMatchObject({ label: "p95 latency", unit: "µs" });
  const unknown = findingsOf(kept("unknown-scenario"));
  expect(unknown.curve?.over).toBe("points");
});

test("without a sample the sentence says so, and there is no curve, and too little to tell", () => {
  expect(findingsOf({ ...realisticResult({ seed: 3 }), samples: [] })).toMatchObject({
    sentence: "This run was stopped before its first row.",
    curve: null,
    quality: "unknown",
  });
});

test("of one point there is no curve", () => {
  const result = realisticResult({ seed: 3 });
  expect(findingsOf({ ...result, samples: result.samples.filter(({ at }) => at === 1) }).curve).toBeNull();
});

test("a curve of many points keeps the first and the last", () => {
  const result = kept("unknown-scenario");
  const sample = result.samples.find(({ state }) => state === "valid");
  if (sample === undefined) throw new Error("the fixture has no valid sample");
  const samples = Array.from({ length: 900 }, (_, n) => ({ ...sample, at: n + 1 }));
  const { curve } = findingsOf({ ...result, samples });
  expect(curve?.at).toHaveLength(FINDING_LIMITS.pointsMost);
  expect([curve?.at[0], curve?.at.at(-1)]).toEqual([1, 900]);
});

test("what is kept as text is read again; text of another revision, or of no findings, is none", () => {
  const result = realisticResult({ seed: 3 });
  const text = findingsText(result);
  expect(readFindings(text)).toEqual(findingsOf(result));
  const later = JSON.stringify({ ...findingsOf(result), revision: FINDINGS_REVISION + 1 });
  for (const other of [null, "", "{", "[]", later, text.slice(0, -2)]) expect(readFindings(other)).toBeNull();
});

test("whatever a result holds, what a list keeps of it is bounded and finite", () => {
  fc.assert(
    fc.property(arbitraryResult, (result) => {
      const read = readFindings(findingsText(result));
      expect(read).toEqual(findingsOf(result));
      expect(read?.curve?.values.length).toBe(read?.curve?.at.length);
    }),
    { numRuns: 60 },
  );
});
