// What is wrong with a comparison: every kind by its cause, with one wording, and what follows from it.
import { describe, expect, test } from "vitest";
import { realisticResult, realisticSingleAgent } from "../results/fixtures/realistic-result.ts";
import type { Result } from "../results/format/result.ts";
import { referenceSeries } from "../results/references/reference.ts";
import { comparisonSentence } from "./comparison-sentence.ts";
import { exitOf } from "./compare-exit.ts";
import { CONSEQUENCES, flawText, flawThat } from "./flaws.ts";
import { judge, type SidePair } from "./judgement.ts";
import { readSide } from "./read-side.ts";
import { referenceSide, resultSide, type Side } from "./side.ts";

function side(name: string, change: Partial<Result> = {}, seed = 1): Side {
  return resultSide(`${name}.json`, { ...realisticResult({ seed, repeats: 2 }), id: name, ...change });
}

const older = side("older", { createdAt: "2026-01-01T00:00:00.000Z" });
const newer = side("newer", { createdAt: "2026-02-01T00:00:00.000Z" });
const third = side("third", { createdAt: "2026-01-03T00:00:00.000Z" });

function judged(baselines: readonly Side[], current: Side, calibration: SidePair | null = null) {
  return judge({ baselines, current, calibration, declaredFloor: null });
}

function kindsOf(baselines: readonly Side[], current: Side): readonly string[] {
  return judged(baselines, current).flaws.map(({ kind }) => kind);
}

test("two results in order of time have no flaw", () => {
  expect(kindsOf([older], newer)).toEqual([]);
  expect(kindsOf([older, third], newer)).toEqual([]);
});

describe("the same twice", () => {
  test("on both sides is refused, whether by its id or its content", () => {
    const { flaws } = judged([older], { ...older, name: "copy.json" });
    expect(flawThat(flaws, "refused")).toEqual({
      kind: "same-result",
      what: 'Baseline older.json and current copy.json are the same result (their field "id" is "older"): a comparison with itself says nothing.',
      wayOut: "Give another one for one of them.",
    });
    const nameless = { ...older, id: null, text: "agents,throughput" };
    expect(judged([nameless], nameless).flaws[0]?.what).toContain("their content is equal");
  });

  test("among the baselines is the same session", () => {
    const { flaws } = judged([older, third, older], newer);
    expect(flawThat(flaws, "refused")?.what).toContain("Baselines older.json and older.json are the same session");
  });
});

test("swapped sides are doubtful: they may be meant", () => {
  const flaw = flawThat(judged([newer], older).flaws, "doubtful");
  expect(flaw?.kind).toBe("swapped");
  expect(flaw === null ? "" : flawText(flaw)).toBe(
    'Baseline and current seem swapped: newer.json was measured after older.json, by their field "createdAt". Exchange them.',
  );
});

describe("what is not comparable", () => {
  test("another scenario is said alone, not with every fact that then differs", () => {
    const single = resultSide("single.json", {
      ...realisticSingleAgent({ seed: 1 }),
      createdAt: "2026-03-01T00:00:00.000Z",
    });
    const { flaws } = judged([older], single);
    expect(flaws).toEqual([
      {
        kind: "other-scenario",
        what: "They answer different questions: the baseline is of the scenario scaling, version 1, the current result of single-agent, version 1.",
        wayOut: "Compare results of one scenario.",
      },
    ]);
  });

  test("paced against saturated, and another browser, are said fact by fact", () => {
    const settings = { ...realisticResult({ seed: 1, repeats: 2 }).settings, pacing: "paced" };
    const paced = side("paced", { createdAt: "2026-02-01T00:00:00.000Z", settings });
    const { flaws, comparison } = judged([older], paced);
    expect(flaws).toEqual([
      {
        kind: "other-conditions",
        what: "pacing: saturated against paced at 20 op/s per agent.",
        wayOut: null,
      },
    ]);
    expect(exitOf({ comparison, flaws }, "warning")).toEqual({
      code: 4,
      reason: "Not comparable: pacing: saturated against paced at 20 op/s per agent.",
    });
  });

  test("rows that count different things", () => {
    const csv = readSide("agents.csv", "agents,throughput\n1,20\n5,80\n");
    const k6 = readSide("load.json", '{"metrics": {"http_reqs": {"rate": 4}}}');
    if (csv.state === "refused" || k6.state === "refused") throw new Error("Both can be read.");
    const named: Side = { ...k6.side, measured: { ...k6.side.measured, fingerprint: [] } };
    expect(judged([csv.side], named).flaws).toEqual([
      {
        kind: "other-axis",
        what: "Their rows count different things: agents against names of benchmarks.",
        wayOut: "Compare two that count the same.",
      },
    ]);
    expect(exitOf(judged([csv.side], named), "warning").code).toBe(4);
  });
});

describe("rows", () => {
  const result = realisticResult({ seed: 1, repeats: 2 });
  const half = (points: readonly number[], id: string, perAgentBytes: number): Side =>
    side(id, {
      createdAt: "2026-01-05T00:00:00.000Z",
      environment: { ...result.environment, engineMemory: { perAgentBytes, sharedPerWorkerBytes: 0 } },
      samples: result.samples.filter(({ series, at }) => series === "solo" || points.includes(at)),
    });

  test.each([0, 3_000])("none in common, or none at all, with %d bytes an agent", (bytes) => {
    const { flaws, comparison } = judged([half([1, 5], "a", bytes)], half([10], "b", bytes));
    expect(flaws.map(flawText)).toEqual([
      "No row is on both sides: the baseline has 1 agent and 5 agents, the current result 10 agents. Measure the same ones on both sides, then compare again.",
    ]);
    expect(flaws.map(({ kind }) => CONSEQUENCES[kind])).toEqual(["told"]);
    expect(comparisonSentence(comparison)).toBe(flaws.map(flawText).join(""));
    expect(exitOf({ comparison, flaws }, "warning").code).toBe(3);
    if (bytes === 0) expect(kindsOf([half([1, 5], "a", 0)], half([], "b", 0))).toEqual(["nothing-measured"]);
  });
});

describe("what is only remarked", () => {
  test("references on both sides", () => {
    const reference = (id: string): Side =>
      referenceSide(
        id,
        referenceSeries({ id, title: id, provenance: "published", provenanceText: "a paper." }, [
          { agents: 1, opsPerSecond: 20 },
        ]),
      );
    const { flaws } = judged([reference("a")], reference("b"));
    expect(flaws.map(({ kind }) => kind)).toEqual(["only-references"]);
    expect(kindsOf([reference("a")], reference("a"))[0]).toBe("same-result");
  });
});

describe("a calibration", () => {
  const run = (name: string): Side => side(name, {}, 2);

  test("of one run, or of what is judged, is left out", () => {
    expect(judged([older], newer, [third, third])).toMatchObject({
      calibration: null,
      calibrationFlaw: { kind: "calibration-of-one" },
    });
    const hiding = judged([older], newer, [run("c1"), newer]);
    expect(hiding.calibrationFlaw?.what).toContain("The calibration holds newer.json, which is judged itself");
    expect(hiding.comparison).toEqual(judged([older], newer).comparison);
  });

  test("from elsewhere does not count, and its differences are said", () => {
    const environment = { ...realisticResult({ seed: 1, repeats: 2 }).environment, browser: "Firefox 150" };
    const pair = [side("c1", { environment }), side("c2", { environment })] as const;
    const { calibration, calibrationFlaw } = judged([older], newer, pair);
    expect(calibration).toBe(pair);
    expect(calibrationFlaw?.what).toContain("browser: Firefox 150 against Chromium 156");
  });
});

test("every consequence is one that page and command know", () => {
  expect(new Set(Object.values(CONSEQUENCES))).toEqual(
    new Set(["refused", "doubtful", "not comparable", "left out", "told", "remark"]),
  );
});
