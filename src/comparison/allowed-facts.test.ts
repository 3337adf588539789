// Facts that may be allowed: every binding one of every source, and what reports say of those that were.
import { expect, test } from "vitest";
import { weightOf } from "../regression/fact.ts";
import { baseline, k6, loadTest, pytest } from "../results/fixtures/foreign-files.ts";
import { freeagenticsTexts } from "../results/fixtures/files.ts";
import { publicCase } from "../results/fixtures/public-cases.ts";
import { realisticResult, realisticSingleAgent } from "../results/fixtures/realistic-result.ts";
import { ALLOWABLE_FACTS, allowableFact } from "./allowed-facts.ts";
import { SCENARIO_FACT } from "./cells/result-cells.ts";
import { judge } from "./judgement.ts";
import { readSide } from "./read-side.ts";
import type { Side } from "./side.ts";

function sideOf(json: unknown, name = "a.json"): Side {
  const read = readSide(name, typeof json === "string" ? json : JSON.stringify(json));
  if (read.state === "refused") throw new Error(read.message);
  return read.side;
}

test("every binding fact of every source has a name that --allow knows", () => {
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
  const binding = sources
    .flatMap((source) => sideOf(source).measured.fingerprint)
    .flatMap((fact) => (weightOf(fact) === "binding" ? [fact.name] : []));
  const never = new Set(["measured by", SCENARIO_FACT]);
  expect([...new Set(binding)].filter((name) => !never.has(name)).sort()).toEqual([...ALLOWABLE_FACTS].sort());
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
