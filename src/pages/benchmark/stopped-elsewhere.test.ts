// A stopped run stays at its own question, and a finished one is shown at any.
import { expect, test } from "vitest";
import { realisticResult } from "../../results/fixtures/realistic-result.ts";
import { scenarios } from "../../scenarios/registry.ts";
import { withSettings } from "../../scenarios/texts.ts";
import type { FinishedRun } from "../../session/runs/benchmark-store.ts";
import { runOfQuestion } from "./stopped-elsewhere.ts";

const result = realisticResult({ seed: 3, repeats: 1 });
const run = (stopped: boolean): FinishedRun => ({
  state: "finished",
  result,
  stopped,
  notice: null,
  kept: { state: "kept" },
});
const measured = withSettings(scenarios.scaling.standard(), result.settings);

test("a stopped run is shown at its question, also with other settings, and not at another", () => {
  expect(runOfQuestion(run(true), measured)).toEqual(run(true));
  expect(runOfQuestion(run(true), withSettings(measured, { repeats: 7 }))).toEqual(run(true));
  expect(runOfQuestion(run(true), scenarios.search.standard())).toEqual({ state: "idle" });
});

test("a run that came to its end is shown at any question", () => {
  expect(runOfQuestion(run(false), scenarios.search.standard())).toEqual(run(false));
});
