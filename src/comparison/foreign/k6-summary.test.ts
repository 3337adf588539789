// k6: one figure in three shapes, its directions, its thresholds, and the load that it offered.
import { expect, test } from "vitest";
import { publicCase } from "../../results/fixtures/public-cases.ts";
import { comparisonSentence } from "../comparison-sentence.ts";
import { judge } from "../judgement.ts";
import { readSide } from "../read-side.ts";
import type { Side } from "../side.ts";

function sideOf(json: unknown, directions: ReadonlyMap<string, "higher" | "lower"> = new Map()): Side {
  const read = readSide("k6.json", typeof json === "string" ? json : JSON.stringify(json), directions);
  if (read.state === "refused") throw new Error(read.message);
  return read.side;
}

/** "http_reqs rate" → value, unit, direction. */
function figuresOf(side: Side): ReadonlyMap<string, readonly unknown[]> {
  return new Map(
    side.measured.cells.map(({ row, metric, figures }) => [
      `${row.kind === "named" ? row.name : ""} ${metric.id}`,
      [figures.kind === "single" ? figures.value : null, metric.unit, metric.better],
    ]),
  );
}

const trend = { avg: 144.5, min: 104, med: 110.4, max: 1_140, "p(90)": 203, "p(99.9)": 900.5 };
const inDefault = {
  root_group: {},
  metrics: {
    http_req_duration: { type: "trend", contains: "time", values: trend, thresholds: { "p(95)<200": { ok: false } } },
    "http_req_duration{scenario:x}": { type: "trend", contains: "time", values: trend },
    http_reqs: { type: "counter", contains: "default", values: { count: 3_000, rate: 50 } },
    http_req_failed: { type: "rate", contains: "default", values: { rate: 0.002, passes: 6, fails: 2_994 } },
    checks: { type: "rate", contains: "default", values: { rate: 0.5, passes: 5, fails: 5 } },
    dropped_iterations: { type: "counter", contains: "default", values: { count: 60, rate: 1 } },
    vus_max: { type: "gauge", contains: "default", values: { value: 20, min: 20, max: 20 } },
  },
};
const flat = {
  root_group: {},
  metrics: {
    http_req_duration: { ...trend, thresholds: { "p(95)<200": true } },
    "http_req_duration{scenario:x}": trend,
    http_reqs: { count: 3_000, rate: 50 },
    http_req_failed: { passes: 6, fails: 2_994, value: 0.002 },
    checks: { passes: 5, fails: 5, value: 0.5 },
    dropped_iterations: { count: 60, rate: 1 },
    vus_max: { value: 20, min: 20, max: 20 },
  },
};
const machineReadable = {
  version: "1.0.0",
  metadata: { k6_version: "1.6.1" },
  config: { script: "test.js", duration: 60 },
  results: {
    metrics: [
      {
        name: "http_req_duration",
        type: "trend",
        contains: "time",
        values: trend,
        thresholds: { "p(95)<200": { ok: false } },
      },
      { name: "http_req_duration{scenario:x}", type: "trend", contains: "time", values: trend },
      { name: "http_reqs", type: "counter", contains: "default", values: { count: 3_000 } },
      { name: "http_req_failed", type: "rate", contains: "default", values: { matches: 6, total: 3_000, rate: 0.002 } },
      { name: "checks", type: "rate", contains: "default", values: { matches: 5, total: 10, rate: 0.5 } },
      { name: "dropped_iterations", type: "counter", contains: "default", values: { count: 60 } },
      { name: "vus_max", type: "gauge", contains: "default", values: { value: 20, min: 20, max: 20 } },
    ],
  },
};

test("the three shapes give one set of figures, with directions and units", () => {
  const expected = figuresOf(sideOf(inDefault));
  expect(expected.get("http_req_duration p(99.9)")).toEqual([900.5, "ms", "lower"]);
  expect(expected.get("http_req_duration{scenario:x} min")).toEqual([104, "ms", "lower"]);
  expect(expected.get("http_reqs rate")).toEqual([50, "1/s", "higher"]);
  expect(expected.get("http_req_failed rate")).toEqual([0.002, null, "lower"]);
  expect(expected.get("checks rate")).toEqual([0.5, null, "higher"]);
  expect(expected.get("dropped_iterations rate")).toEqual([1, "1/s", "lower"]);
  expect(expected.size).toBe(16);
  expect(figuresOf(sideOf(flat))).toEqual(expected);
  expect(figuresOf(sideOf(machineReadable))).toEqual(expected);
});

test("crossed thresholds are named in each shape, where true means crossed in the flat one", () => {
  for (const json of [inDefault, flat, machineReadable]) {
    expect(sideOf(json).failures).toEqual(["k6's threshold was crossed: http_req_duration, p(95)<200."]);
  }
  const held = structuredClone(flat);
  held.metrics.http_req_duration.thresholds["p(95)<200"] = false;
  expect(sideOf(held).failures).toEqual([]);
});

test("rates carry how often and of how many", () => {
  for (const json of [inDefault, flat, machineReadable]) {
    const cell = sideOf(json).measured.cells.find(({ row }) => row.kind === "named" && row.name === "http_req_failed");
    expect(cell?.figures).toEqual({ kind: "single", value: 0.002, counts: { hits: 6, total: 3_000 } });
  }
});

test("users, scenarios and arrival rate are binding facts, and the version of k6 is noted", () => {
  const load = {
    ...inDefault,
    options: { scenarios: { open: { executor: "constant-arrival-rate", rate: 50, timeUnit: "1s", exec: "main" } } },
  };
  const facts = sideOf(load).measured.fingerprint;
  expect(facts).toContainEqual({ kind: "same", name: "virtual users", value: "20" });
  expect(facts).toContainEqual({
    kind: "same",
    name: "scenarios",
    value: "open: executor constant-arrival-rate, rate 50, timeUnit 1s",
  });
  expect(sideOf(machineReadable).measured.fingerprint).toContainEqual({
    kind: "same",
    name: "k6 version",
    value: "1.6.1",
    weight: "noted",
  });
});

test("a summary without dropped iterations dropped none", () => {
  const { dropped_iterations: _, ...metrics } = inDefault.metrics;
  expect(figuresOf(sideOf({ ...inDefault, metrics })).get("dropped_iterations rate")).toEqual([0, "1/s", "lower"]);
});

test("custom metrics keep their unit; a direction comes from their threshold or a flag, and never from a name", () => {
  const values = { avg: 5, max: 9 };
  const metrics = {
    waiting_room: { type: "trend", contains: "time", values },
    basket_size: { type: "trend", contains: "default", values },
    fps: { type: "trend", contains: "default", values, thresholds: { "avg>30": { ok: true } } },
    page_bytes: { type: "trend", contains: "data", values, thresholds: { "max<1000": { ok: true } } },
    accepted: { type: "rate", contains: "default", values: { rate: 0.9 }, thresholds: { "rate>0.8": { ok: true } } },
    torn: {
      type: "rate",
      contains: "default",
      values: { rate: 0.1 },
      thresholds: { "rate>0": { ok: true }, "rate<1": { ok: true } },
    },
  };
  const side = sideOf({ root_group: {}, metrics });
  const read = figuresOf(side);
  expect(read.get("waiting_room avg")).toEqual([5, "ms", "lower"]);
  expect(read.get("fps avg")).toEqual([5, null, "higher"]);
  expect(read.get("page_bytes max")).toEqual([9, "B", "lower"]);
  expect(read.get("accepted rate")).toEqual([0.9, null, "higher"]);
  expect(side.notes).toEqual(["Not compared, since no direction is declared for them: basket_size, torn."]);
  const flagged = figuresOf(sideOf({ root_group: {}, metrics }, new Map([["basket_size", "higher"]])));
  expect(flagged.get("basket_size max")).toEqual([9, null, "higher"]);
});

test("one bad metric is left out and named, and the others are read", () => {
  const metrics = { ...flat.metrics, http_reqs: { count: 1, rate: "fast" }, iterations: 5 };
  const side = sideOf({ root_group: {}, metrics });
  expect(side.notes).toEqual([
    '"http_reqs" is left out: metrics.http_reqs.rate must be a number from 0.',
    '"iterations" is left out: it has no figures of k6.',
  ]);
  expect(figuresOf(side).has("checks rate")).toBe(true);
});

test("public summaries: half failed, own trend statistics, and the machine-readable shape", () => {
  const failed = figuresOf(sideOf(publicCase("06-k6-current-half-failed.json")));
  expect(failed.get("http_req_failed rate")?.[0]).toBe(0.5);
  expect(failed.get("checks rate")?.[0]).toBe(0.5);
  const slower = figuresOf(sideOf(publicCase("08-k6-trend-stats-60pc-slower.json")));
  expect([...slower.keys()].filter((key) => key.startsWith("http_req_duration "))).toEqual([
    "http_req_duration min",
    "http_req_duration p(90)",
    "http_req_duration max",
    "http_req_duration p(99.9)",
  ]);
  const newest = figuresOf(sideOf(publicCase("09-k6-machine-readable-current.json")));
  expect(newest.get("http_req_duration p(95)")).toEqual([29.25, "ms", "lower"]);
  expect(newest.get("http_req_failed rate")?.[0]).toBe(0.002);
});

test("what neither summary has is not compared; what one of them dropped is", () => {
  const { dropped_iterations: _, ...metrics } = inDefault.metrics;
  const none = sideOf({ ...inDefault, metrics });
  const some = sideOf(inDefault);
  const verdictsOf = (baseline: Side, current: Side) =>
    judge({ baselines: [baseline], current, calibration: null, declaredFloor: null }).comparison.cells.flatMap(
      ({ row, outcome }) => (row.kind === "named" && row.name === "dropped_iterations" ? [outcome.verdict] : []),
    );
  expect(verdictsOf(none, none)).toEqual([]);
  expect(verdictsOf(none, some)).toEqual(["critical"]);
  expect(verdictsOf(some, none)).toEqual(["improved"]);
});

test("two sessions, one on each side: the sentence says what cannot be judged, and what helps", () => {
  const [first, second] = [1, 2].map((n) => sideOf(publicCase(`06-k6-session-${n}.json`)));
  if (first === undefined || second === undefined) throw new Error("the sessions are missing");
  const { comparison } = judge({ baselines: [first], current: second, calibration: null, declaredFloor: null });
  // Failures and checks are counted, and so judged.
  expect(comparisonSentence(comparison)).toBe(
    "One session on each side is too few to judge 26 of 28 figures: give five or more sessions as the baseline. No difference in the other 2.",
  );
});
