// Reading results: every version stays readable, and what is wrong is said in plain words with the field's name.
import fc from "fast-check";
import { expect, test } from "vitest";
import { arbitraryResult, arbitraryUnknownResult } from "../fixtures/arbitrary-result.ts";
import { resultVersionOneText } from "../fixtures/files.ts";
import { realisticResult, realisticSingleAgent } from "../fixtures/realistic-result.ts";
import { isTaggedResult, readResult } from "./read-result.ts";
import { type Result, SAMPLES_MOST } from "./result.ts";
import { VERSION_TWO_LIMITS } from "./version-2.ts";

const result = realisticResult({ seed: 1, repeats: 1 });
const single = realisticSingleAgent({ seed: 1, repeats: 1 });

function messageOf(json: unknown): string {
  const read = readResult(json);
  return read.state === "refused" ? read.message : "";
}

function readOf(json: unknown): Result {
  const read = readResult(json);
  if (read.state === "refused") throw new Error(read.message);
  return read.result;
}

/** The result with its third sample's figures changed. */
function withFigures(figures: Readonly<Record<string, unknown>>): unknown {
  return {
    ...result,
    samples: result.samples.map((sample, n) =>
      n === 2 && sample.state === "valid" ? { ...sample, figures: { ...sample.figures, ...figures } } : sample,
    ),
  };
}

test("a file of version 1 becomes one of version 2 with the same figures", () => {
  const read = readOf(JSON.parse(resultVersionOneText));
  expect(read).toMatchObject({ format: "headroom-result", version: 2, scenario: { kind: "scaling", version: 1 } });
  expect(Object.hasOwn(read, "configuration")).toBe(false);
  expect(Object.hasOwn(read, "trials")).toBe(false);
  expect(readOf(JSON.parse(JSON.stringify(read)))).toEqual(read);
});

test("what a window of version 1 could not have is left out, and a withheld p99 stays withheld", () => {
  const place = { kind: "row", agents: 5, repeat: 0, attempt: 0, state: "valid", opsPerSecond: 20, warmupBlocks: 3 };
  const latency = { p50Us: 1, p95Us: 2, p99Us: null };
  const first: unknown = JSON.parse(resultVersionOneText);
  const withTrial = (trial: object) => (typeof first === "object" ? readOf({ ...first, trials: [trial] }) : null);
  const free = withTrial({ ...place, latency, service: null, lateOps: null, loss: null });
  expect(free?.samples).toEqual([
    {
      series: "row",
      at: 5,
      repeat: 0,
      attempt: 0,
      state: "valid",
      figures: { throughput: 20, p50: 1, p95: 2, p99: null, "warmup-blocks": 3 },
    },
  ]);
  expect(free?.measures.map(({ id }) => id)).toEqual(["throughput", "p50", "p95", "p99", "warmup-blocks"]);
  const paced = withTrial({ ...place, latency, service: latency, lateOps: 0, loss: null });
  expect(paced?.samples[0]).toMatchObject({ figures: { "service-p50": 1, "service-p99": null, "late-ops": 0 } });
  const loss = { fuse: 0.1, transport: 0.2, wait: 0 };
  const lockStep = withTrial({ ...place, latency, service: null, lateOps: null, loss });
  expect(lockStep?.samples[0]).toMatchObject({ figures: loss });
});

test("any result survives JSON", () => {
  fc.assert(
    fc.property(fc.oneof(arbitraryResult, arbitraryUnknownResult), (any) => {
      expect(readResult(JSON.parse(JSON.stringify(any)))).toEqual({ state: "read", result: any });
    }),
  );
});

test("a newer version is refused in plain words", () => {
  expect(messageOf({ ...result, version: 3 })).toBe(
    "This result was made by a newer Headroom (result version 3; this one reads up to 2). Reload the page to get the newest Headroom, then open it again.",
  );
});

test("versions that never were are refused", () => {
  for (const version of [0, -1, 1.5, "1", null, undefined, "__proto__"]) {
    expect(messageOf({ ...result, version })).toContain('"version"');
  }
});

test("what is no result is refused", () => {
  for (const json of [null, 1, "x", [], {}, { format: "other" }]) {
    expect(messageOf(json)).toContain("not a Headroom result");
    expect(isTaggedResult(json)).toBe(false);
  }
});

test("a message names the field", () => {
  const { browser: _, ...environment } = result.environment;
  expect(messageOf({ ...result, environment })).toContain("environment.browser is missing.");
  expect(messageOf(withFigures({ throughput: "fast" }))).toContain("samples[2].figures.throughput");
  expect(messageOf(withFigures({ p50: Number.NaN }))).toContain("samples[2].figures.p50");
  expect(messageOf({ ...result, scenario: { kind: "a b", version: 1 } })).toContain("scenario.kind: A name is");
  expect(messageOf({ ...result, measures: [...result.measures, ...result.measures] })).toContain("the same id");
});

test("a setting of a known scenario is checked by its field, and named", () => {
  const settings = { ...result.settings, repeats: 0 };
  expect(messageOf({ ...result, settings })).toContain(
    'The setting "repeats" is wrong. Repeats must be a whole number from 1 to 30.',
  );
  const { opsPerSecond: _, ...without } = single.settings;
  expect(messageOf({ ...single, settings: without })).toContain('The setting "opsPerSecond" is wrong. Rate must be');
});

test("the settings of an unknown scenario, or of a newer version of one, are taken as they are", () => {
  const settings = { anything: [1, 2.5], text: "x", number: -3 };
  for (const scenario of [
    { kind: "unheard-of", version: 1 },
    { kind: "scaling", version: 2 },
  ]) {
    expect(readOf({ ...result, scenario, settings })).toMatchObject({ scenario, settings });
  }
});

test("figures that cannot have been measured are refused by name", () => {
  expect(messageOf(withFigures({ throughput: 0 }))).toContain(
    "samples[2].figures.throughput is 0 where a rate above 0",
  );
  expect(messageOf(withFigures({ p95: -1 }))).toContain("samples[2].figures.p95 is -1 where a number from 0");
  expect(messageOf(withFigures({ fuse: -0.1, "of-nobody": -5 }))).toBe("");
});

test("too much of anything is refused", () => {
  const many = (count: number) => Array.from({ length: count }, (_, n) => n);
  const named = (count: number) => Object.fromEntries(many(count).map((n) => [`n${n}`, n]));
  expect(messageOf({ ...result, settings: named(41) })).toContain("settings: An object with at most 40 names");
  expect(messageOf({ ...result, settings: { a: many(65) } })).toContain("up to 64 numbers");
  expect(messageOf({ ...result, settings: { a: "x".repeat(201) } })).toContain("settings.a is 201");
  expect(messageOf({ ...result, settings: { ["x".repeat(41)]: 1 } })).toContain("up to 39 letters");
  expect(messageOf(withFigures(named(60)))).toContain("at most 60 names");
  const measures = many(61).map((n) => ({ id: `n${n}`, label: "n", unit: "B", better: null }));
  expect(messageOf({ ...result, measures })).toContain("At most 60 measures");
  const [sample] = single.samples;
  const withSpread = (latency: unknown) => ({ ...single, samples: [{ ...sample, distributions: { latency } }] });
  expect(messageOf(withSpread(many(1_001)))).toContain("At most 1000 numbers");
  expect(messageOf(withSpread([1.5]))).toContain("samples[0].distributions.latency[0]");
  const samples = many(6).map((n) => ({
    ...sample,
    repeat: n,
    figures: Object.fromEntries(many(30).map((m) => [`n${n}-${m}`, 1])),
  }));
  expect(messageOf({ ...single, samples })).toContain("at most 120 different figures");
});

test("a run may have as many samples as a file", () => {
  expect(SAMPLES_MOST).toBe(VERSION_TWO_LIMITS.samplesMost);
});

test("a million samples are refused before any is looked at", () => {
  let looks = 0;
  const trap = new Proxy(
    {},
    {
      get: () => {
        looks += 1;
        return undefined;
      },
    },
  );
  const samples = Array.from({ length: 1_000_000 }, () => trap);
  expect(messageOf({ ...result, samples })).toContain("At most 6000 samples");
  expect(looks).toBe(0);
});
