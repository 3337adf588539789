// Facts that may be allowed: every binding one of every source, and what reports say of those that were.
import { describe, expect, test } from "vitest";
import { type FactWeight, weightOf } from "../regression/fact.ts";
import { baseline, k6, loadTest, pytest } from "../results/fixtures/foreign-files.ts";
import { freeagenticsTexts } from "../results/fixtures/files.ts";
import { publicCase } from "../results/fixtures/public-cases.ts";
import { realisticResult, realisticSingleAgent } from "../results/fixtures/realistic-result.ts";
import type { Result } from "../results/format/result.ts";
import { experimentFrom } from "../scenarios/experiments.ts";
import { SCENARIOS, scenarios } from "../scenarios/registry.ts";
import { ALLOWABLE_FACTS, allowableFact, CONFIGURATION_FACTS, type Licence } from "./allowed-facts.ts";
import { SCENARIO_FACT } from "./cells/result-cells.ts";
import { judge, type SidePair } from "./judgement.ts";
import { readSide } from "./read-side.ts";
import { resultSide, type Side } from "./side.ts";

function sideOf(json: unknown, name = "a.json"): Side {
  const read = readSide(name, typeof json === "string" ? json : JSON.stringify(json));
  if (read.state === "refused") throw new Error(read.message);
  return read.side;
}

test("every fact of every source that keeps results apart has a name that --allow knows", () => {
  const info = { ...pytest.machine_info, python_implementation: "CPython" };
  const load = { ...k6, metrics: { ...k6.metrics, vus: { value: 5 } }, options: { scenarios: { a: {} }, rps: 5 } };
  const sources = [
    realisticResult({ seed: 1, repeats: 1 }),
    realisticSingleAgent({ seed: 1, repeats: 1 }),
    { ...pytest, machine_info: info },
    load,
    loadTest,
    baseline,
    freeagenticsTexts[0],
  ];
  const facts = [
    ...sources.flatMap((source) => sideOf(source).measured.fingerprint),
    ...SCENARIOS.flatMap((kind) => experimentFrom(scenarios[kind].standard()).fingerprint),
  ];
  const named = (...weights: readonly FactWeight[]) =>
    [...new Set(facts.flatMap((fact) => (weights.includes(weightOf(fact)) ? [fact.name] : [])))].sort();
  const never = new Set(["measured by", SCENARIO_FACT]);
  const apart = named("binding", "asked", "follows").filter((name) => !never.has(name));
  expect(apart).toEqual([...ALLOWABLE_FACTS].sort());
  expect(named("asked", "follows")).toEqual([...CONFIGURATION_FACTS].sort());
});

test("facts are meant whichever way they are written, and those that make figures of different things never", () => {
  expect(allowableFact("Virtual-Users")).toBe("virtual users");
  expect(allowableFact("cpus")).toBe("CPUs");
  expect(allowableFact("measured by")).toBeNull();
  expect(allowableFact("scenario")).toBeNull();
});

test("two hosts of one processor compare, and their names are neither compared nor shown", () => {
  const [baselineSide, current] = ["01-ci-host-baseline.json", "01-ci-host-current.json"].map((name) =>
    sideOf(publicCase(name), name),
  );
  const { comparison, flaws, notes } = judge({
    baselines: [baselineSide!],
    current: current!,
    calibration: null,
    declaredFloor: null,
  });
  expect(comparison.differences).toEqual([]);
  expect(flaws).toEqual([]);
  expect(notes).toEqual(["Noted, and judged all the same: pytest-benchmark: 3.4.1 against 4.0.0."]);
  const changes = comparison.cells.map(
    ({ outcome }) => (outcome.figures.current ?? 0) / (outcome.figures.baseline ?? 1) - 1,
  );
  expect(changes.map((change) => Number((change * 100).toFixed(1)))).toEqual([-13.9, -14.2, -7.6]);
});

test("half the users is not comparable, unless it is allowed, which every report notes", () => {
  const text = publicCase("06-k6-session-1.json");
  const whole = sideOf(text, "whole");
  const half = sideOf(text.replaceAll(/"(value|min|max)": 100\b/g, '"$1": 50'), "half");
  const asked = { baselines: [whole], current: half, calibration: null, declaredFloor: null };
  const refused = judge(asked);
  expect(refused.flaws.map(({ what }) => what)).toEqual(["virtual users: 100 against 50."]);
  expect(refused.allowable).toEqual(["virtual users"]);
  const allowed = judge({ ...asked, allowed: new Set(["virtual users"]) });
  expect(allowed.comparison.differences).toEqual([]);
  expect(allowed.notes).toEqual(["Allowed to differ: virtual users: 100 against 50."]);
  expect(allowed.allowable).toEqual(["virtual users"]);
});

describe("a configuration that differs on purpose", () => {
  const result = realisticResult({ seed: 1, repeats: 2 });
  const side = (id: string, change: Partial<Result> = {}): Side =>
    resultSide(id, { ...result, id, createdAt: `2026-01-0${id.length}T00:00:00.000Z`, ...change });
  const settings = (change: Result["settings"]) => ({ settings: { ...result.settings, ...change } });
  const environment = (change: Partial<Result["environment"]>) => ({
    environment: { ...result.environment, ...change },
  });
  const lone = { ...settings({ placement: "single-lane" }), ...environment({ workers: 1, transport: null }) };
  const ask = (baselines: readonly Side[], current: Side, licence: Partial<Licence>) =>
    judge({ baselines, current, calibration: null, declaredFloor: null, ...licence });

  test("is the question where one is asked: judged, named by its settings, and noted whole", () => {
    const { comparison, question, allowable, notes, flaws } = ask([side("a")], side("bb", lone), {
      configuration: "asked",
    });
    expect({ flaws, allowable, differences: comparison.differences }).toEqual({
      flaws: [],
      allowable: [],
      differences: [],
    });
    expect(question.map(({ name, was, is }) => [name, was, is])).toEqual([["placement", "pool", "single-lane"]]);
    expect(notes).toEqual([
      "The configuration differs, which is the question: placement: pool against single-lane.",
      "The configuration differs, which is the question: workers: 2 against 1.",
      "The configuration differs, which is the question: transport: shared-memory against none.",
    ]);
  });

  test("may be what follows from settings that are not compared, such as the transport", () => {
    const message = side("bb", environment({ transport: "message" }));
    const { question, comparison } = ask([side("a")], message, { configuration: "asked" });
    expect(comparison.differences).toEqual([]);
    expect(question.map(({ text }) => text)).toEqual(["transport: shared-memory against message"]);
  });

  test("keeps a gate's results apart, unless the facts are allowed", () => {
    const kept = ask([side("a")], side("bb", lone), {});
    expect(kept.comparison.differences).toHaveLength(3);
    expect(kept.allowable).toEqual(["placement", "workers", "transport"]);
    expect(kept.question).toEqual([]);
    const allowed = ask([side("a")], side("bb", lone), { allowed: new Set(kept.allowable) });
    expect(allowed.comparison.differences).toEqual([]);
    expect(allowed.question.map(({ name }) => name)).toEqual(["placement"]);
  });

  test("makes nothing else comparable: another browser, other cores, paced beside saturated", () => {
    const others = [
      environment({ browser: "Firefox 150" }),
      environment({ hardwareConcurrency: 64 }),
      settings({ pacing: "paced" }),
    ];
    for (const other of others) {
      const mixed = side("bb", {
        ...lone,
        ...other,
        settings: { ...lone.settings, ...("settings" in other ? other.settings : {}) },
      });
      const { comparison, allowable } = ask([side("a")], mixed, { configuration: "asked" });
      expect(comparison.differences).toHaveLength(1);
      expect(allowable).toHaveLength(1);
    }
  });

  test("is of one kind in all sessions of a baseline", () => {
    const { comparison } = ask([side("a"), side("bb", lone)], side("ccc", lone), { configuration: "asked" });
    expect(comparison.differences).toContain("between baseline 1 and 2, placement: pool against single-lane");
  });

  test("needs a calibration of the configuration that is judged", () => {
    const calibrated = (pair: SidePair) =>
      judge({
        baselines: [side("a")],
        current: side("bb", lone),
        calibration: pair,
        declaredFloor: null,
        configuration: "asked",
      }).calibrationFlaw;
    expect(calibrated([side("ccc", lone), side("dddd", lone)])).toBeNull();
    expect(calibrated([side("ccc"), side("dddd")])?.what).toContain("placement: pool against single-lane");
  });
});
