// Two experiments in turn on scripted lanes: both results are kept, and none is lost where they cannot be.
import { keptSettings } from "../../fields/settings.ts";
import type { PairToMeasure } from "../../comparison/pair-plan.ts";
import { beforeEach, expect, test } from "vitest";
import { scalingWith } from "../../scenarios/fixtures/experiments.ts";
import { currentSession, stopMeasuring } from "../measuring/current-session.ts";
import { fakeParts } from "../measuring/fixtures/fake-parts.ts";
import type { Kept } from "../measuring/keeper.ts";
import { type PairRun, setPairRun, usePairRun } from "./pair-store.ts";
import { keepPair, measurePair } from "./pair-session.ts";

const small = { agents: [1, 2], repeats: 1, topology: "none" } as const;
const asked: PairToMeasure = {
  purpose: "calibration",
  experiments: [scalingWith(small), scalingWith({ ...small, seed: 9 })],
  names: ["Calibration 1 of x", "Calibration 2 of x"],
};
const refused: Kept = { state: "not-kept", reason: "The storage is full." };
const shown = (): PairRun => usePairRun.getState();

beforeEach(() => setPairRun({ state: "idle" }));

test("both are measured in turn, kept under their names, and given back in their order", async () => {
  const parts = fakeParts();
  const states: string[] = [];
  const stop = usePairRun.subscribe(({ state }) => states.push(state));
  const pair = await measurePair(asked, parts);
  stop();
  expect(pair).toMatchObject({ purpose: "calibration", isKept: true });
  expect(pair?.results.map(({ settings }) => settings)).toEqual(
    asked.experiments.map(({ scenario, settings }) => keptSettings(scenario.fields, settings)),
  );
  expect([...parts.keeper.kept.values()].map(({ name, ending }) => `${name} ${ending}`)).toEqual([
    "Calibration 1 of x finished",
    "Calibration 2 of x finished",
  ]);
  expect(new Set(states)).toEqual(new Set(["running", "measured", "idle"]));
  expect(shown()).toEqual({ state: "idle" });
  expect(parts.lanes.map(({ resets }) => resets)).toEqual([1, 1]);
  expect(currentSession()).toBeNull();
});

test("what cannot be kept stays with its reason, is given back all the same, and is kept by trying again", async () => {
  const parts = fakeParts();
  parts.keeper.answers.push({ state: "kept" }, refused);
  const pair = await measurePair(asked, parts);
  expect(pair).toMatchObject({ isKept: false, results: [{ id: "id-1" }, { id: "id-2" }] });
  expect(shown()).toMatchObject({ state: "measured", kept: refused, results: [{}, {}] });
  expect(await keepPair(parts.keeper)).toMatchObject({ isKept: true, results: [{ id: "id-1" }, { id: "id-2" }] });
  expect([...parts.keeper.kept.keys()].toSorted()).toEqual(["id-1", "id-2"]);
  expect(shown()).toEqual({ state: "idle" });
  expect(await keepPair(parts.keeper)).toBeNull();
});

test("a stop keeps what is finished of both, and gives no pair back", async () => {
  let windows = 0;
  const parts = fakeParts({
    window: ({ durationMs }) => {
      if (durationMs === 60 || (windows += 1) !== 6) return null;
      stopMeasuring();
      return { state: "stopped" };
    },
  });
  expect(await measurePair(asked, parts)).toBeNull();
  expect(shown()).toEqual({ state: "idle" });
  expect([...parts.keeper.kept.values()].every(({ ending }) => ending === "stopped")).toBe(true);
  expect(parts.keeper.kept.size).toBeGreaterThan(0);
});

test("where no trial of one counts the other is kept, and the reason is told", async () => {
  const parts = fakeParts({}, { prepare: () => ({ state: "failed", reason: "Out of memory." }) });
  expect(await measurePair(asked, parts)).toBeNull();
  expect(shown()).toEqual({
    state: "broken",
    message: "No trial of one of the two counted. Out of memory. Try again.",
  });
  expect([...parts.keeper.kept.keys()]).toEqual(["id-1"]);
  expect(parts.keeper.forgotten).toEqual(["id-2"]);
});

test("while something else measures nothing is begun, and who it is is told", async () => {
  const parts = fakeParts();
  parts.page.isBusy = true;
  expect(await measurePair(asked, parts)).toBeNull();
  const run = shown();
  expect(run.state === "broken" ? run.message : "").toContain("Another tab of Headroom is measuring now.");
});

test("workers that do not start are told", async () => {
  const parts = fakeParts({ calibrate: () => ({ state: "failed", reason: "No worker." }) });
  expect(await measurePair(asked, parts)).toBeNull();
  const run = shown();
  expect(run.state === "broken" ? run.message : "").toContain("The workers could not be started: No worker.");
});
