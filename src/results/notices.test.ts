// What is not known here is named, and shown where it can be.
import { expect, test } from "vitest";
import { middleOf } from "../scenarios/contract/rows.ts";
import { deriveResult } from "./derive.ts";
import { experimentOf } from "./experiment.ts";
import { realisticResult, realisticSingleAgent } from "./fixtures/realistic-result.ts";
import type { Result } from "./format/result.ts";
import { noticesOf } from "./notices.ts";

const result = realisticResult({ seed: 2, repeats: 2 });

/** The result with one figure more in each valid sample. */
function withFigure(id: string, value: number, of: Result = result): Result {
  const samples = of.samples.map((sample) =>
    sample.state === "valid" ? { ...sample, figures: { ...sample.figures, [id]: value } } : sample,
  );
  return { ...of, samples };
}

test("nothing is said of what is known", () => {
  expect(noticesOf(result)).toEqual([]);
  expect(noticesOf(realisticSingleAgent({ seed: 1 }))).toEqual([]);
});

test("an unknown scenario is named, and its declared figures are shown", () => {
  const unknown = { ...result, scenario: { kind: "cache-lines", version: 3 } };
  expect(noticesOf(unknown)).toEqual([
    "This Headroom does not know the scenario “cache-lines”. What can be shown without it is shown. Reload the page to get the newest Headroom.",
  ]);
  const experiment = experimentOf(unknown);
  expect(experiment.measures.map(({ id }) => id)).toEqual(result.measures.map(({ id }) => id));
  const { rows } = deriveResult(unknown);
  expect(rows).toHaveLength(7);
  expect(rows.every((row) => middleOf(row, "throughput") !== null)).toBe(true);
});

test("a newer version of a scenario is named as one", () => {
  const [notice] = noticesOf({ ...result, scenario: { kind: "scaling", version: 9 } });
  expect(notice).toContain("version 9 of the scenario “scaling”, only up to 1");
});

test("a declared measure that the scenario does not have is a further column", () => {
  const heat = { id: "heat", label: "heat", unit: "count", better: "lower" } as const;
  const measured = { ...withFigure("heat", 4), measures: [...result.measures, heat] };
  expect(noticesOf(measured)).toEqual([
    "The scenario “scaling” does not have “heat”. The result declares it, so it is shown as it is.",
  ]);
  expect(experimentOf(measured).measures.at(-1)).toMatchObject(heat);
  expect(deriveResult(measured).rows.map((row) => middleOf(row, "heat"))).toEqual([4, 4, 4, 4, 4, 4, 4]);
});

test("figures that nothing declares are named, of known and unknown scenarios", () => {
  const measured = withFigure("heat", 4);
  const sentence = "Nothing says what the figures “heat” are. They are kept, and not shown.";
  expect(noticesOf(measured)).toEqual([sentence]);
  expect(noticesOf({ ...measured, scenario: { kind: "cache", version: 1 } })[1]).toBe(sentence);
});

test("a setting that the scenario does not have is named", () => {
  const settings = { ...result.settings, colour: "red" };
  expect(noticesOf({ ...result, settings })[0]).toContain("no setting “colour”");
});

test("a known measure in another unit is named", () => {
  const measures = result.measures.map((one) => (one.id === "p50" ? ({ ...one, unit: "share" } as const) : one));
  expect(noticesOf({ ...result, measures })[0]).toContain("another unit of “p50”");
});

test("a long list is cut", () => {
  const many = Array.from({ length: 50 }, (_, n) => [`n${n}`, n] as const);
  const [notice] = noticesOf({ ...result, settings: { ...result.settings, ...Object.fromEntries(many) } });
  expect(notice).toContain("“n7” and 42 more");
});
