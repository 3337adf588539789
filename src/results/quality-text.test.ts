// The quality line: what tells, with its figures, and what to do.
import { expect, test } from "vitest";
import { judge } from "../comparison/judgement.ts";
import { resultSide } from "../comparison/side.ts";
import { answerOf } from "./answer.ts";
import { deriveResult, qualityOfResult } from "./derive.ts";
import { experimentOf, measuredOn } from "./experiment.ts";
import { realisticResult } from "./fixtures/realistic-result.ts";
import { qualityLine, uselessText } from "./quality-text.ts";

const steady = realisticResult({ seed: 1 });
/** The same run on a machine that others took: one agent alone slowed down to a tenth, and C says nothing. */
const useless = {
  ...steady,
  id: "useless",
  environment: { ...steady.environment, parallelCapacity: { cores: 1, low: 0.1, high: 3 } },
  samples: steady.samples.map((sample) => {
    if (sample.series !== "solo" || sample.state !== "valid" || sample.repeat % 3 !== 2) return sample;
    return { ...sample, figures: { ...sample.figures, throughput: (sample.figures["throughput"] ?? 0) / 10 } };
  }),
};

test("a useless run says so first, and has no status", () => {
  const derived = deriveResult(useless);
  expect(qualityLine(derived, useless.environment)).toMatchObject({
    state: "useless",
    text: expect.stringContaining("how many cores there were could not be told") as unknown,
  });
  expect(derived.rows.length).toBeGreaterThan(0);
  expect(derived.rows.every(({ status }) => status === null)).toBe(true);
  expect(uselessText(deriveResult(steady), steady.environment)).toBeNull();
});

test("an interval of C that says something is told", () => {
  const wide = { ...steady, environment: { ...steady.environment, parallelCapacity: { cores: 2, low: 1, high: 3 } } };
  expect(qualityLine(deriveResult(wide), wide.environment)?.text).toContain("C was 1 to 3 cores");
});

test("a useless run answers nothing, where the same run on a steady machine has its sentence", () => {
  const answer = (result: typeof steady) =>
    answerOf(experimentOf(result), deriveResult(result), result.samples, measuredOn(result.environment), "here");
  expect(answer(useless)).toEqual({
    sentence: "Nothing can be concluded from this run: other programs took the machine.",
    gauge: null,
  });
  expect(answer(steady).sentence).toMatch(/^50 agents reach /);
});

test("an unsteady run says how large a difference has to be: its repeats hide smaller ones", () => {
  const unsteady = { ...steady, environment: { ...steady.environment, stolenShare: 0.5 } };
  expect(qualityLine(deriveResult(unsteady), unsteady.environment)).toMatchObject({
    state: "unsteady",
    text: expect.stringMatching(/Take differences under [\d.]+% for noise\./) as unknown,
  });
});

test("I6: a run in a container that was kept from running says by how much, why, and what to do; it answers nothing", () => {
  const container = { node: "node-a", quotaCores: 2, throttledShare: 0.034, throttledPeriods: 12 };
  const result = { ...steady, environment: { ...steady.environment, container } };
  const derived = deriveResult(result);
  const line = qualityLine(derived, result.environment);
  expect(line).toMatchObject({ state: "useless", word: "Useless" });
  expect(line?.text).toContain("The container was kept from running for 3.4% of the run.");
  expect(line?.text).toContain("requests equal to limits");
  expect(line?.text).not.toContain("other programs");
  expect(uselessText(derived, result.environment)).toBe("the container was kept from running for 3.4% of the run");
  expect(derived.rows.every(({ status }) => status === null)).toBe(true);
  expect(answerOf(experimentOf(result), derived, result.samples, measuredOn(result.environment), "here").sentence).toBe(
    "Nothing can be concluded from this run: its container was kept from running.",
  );
  const little = { ...container, throttledShare: 0.01 };
  expect(deriveResult({ ...steady, environment: { ...steady.environment, container: little } }).quality).toBe("steady");
});

test("quality is told without the rows too, and is the same", () => {
  const container = { node: null, quotaCores: null, throttledShare: 0.2, throttledPeriods: 1 };
  const wide = { ...steady.environment, parallelCapacity: { cores: 2, low: 1, high: 3 } };
  const others = [{ ...steady.environment, container }, { ...steady.environment, stolenShare: 0.5 }, wide];
  const results = [steady, useless, ...others.map((environment) => ({ ...steady, environment }))];
  const qualities = results.map((result) => deriveResult(result).quality);
  expect(results.map(qualityOfResult)).toEqual(qualities);
  expect(new Set(qualities)).toEqual(new Set(["steady", "unsteady", "useless"]));
});

test("nothing is judged of a useless run", () => {
  const { comparison } = judge({
    baselines: [resultSide("before.json", steady)],
    current: resultSide("current.json", useless),
    calibration: null,
    declaredFloor: null,
  });
  expect(comparison.cells.every(({ outcome }) => outcome.verdict === "not-comparable")).toBe(true);
  expect(comparison.differences.join(" ")).toContain("current.json was measured on a machine that was disturbed");
});
