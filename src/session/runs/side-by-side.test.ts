// The other choices of a setting, measured one after the other.
import { beforeEach, expect, test } from "vitest";
import { realisticResult } from "../../results/fixtures/realistic-result.ts";
import type { Result } from "../../results/format/result.ts";
import { scalingWith } from "../../scenarios/fixtures/experiments.ts";
import { setRun } from "./benchmark-store.ts";
import { measureSideBySide } from "./side-by-side.ts";
import { setSideBySide, useSideBySide } from "./side-by-side-store.ts";

const result = (id: string): Result => ({ ...realisticResult({ seed: 3 }), id });
const others = [scalingWith({ placement: "single-lane" }), scalingWith({ placement: "worker-per-agent" })];
const now = () => useSideBySide.getState().sideBySide;
const ids = (): readonly string[] => (now()?.found ?? []).map(({ id }) => id);

function finish(id: string, stopped = false): void {
  setRun({ state: "finished", result: result(id), stopped, notice: null, kept: { state: "kept" } });
}

beforeEach(() => {
  setRun({ state: "idle" });
  setSideBySide(null);
});

test("each choice is measured in turn, and what is left is told", async () => {
  const seen: unknown[] = [];
  await measureSideBySide(result("first"), "placement", others, (experiment) => {
    seen.push([experiment.settings["placement"], ids(), now()?.left.length]);
    finish(`of ${String(experiment.settings["placement"])}`);
    return Promise.resolve();
  });
  expect(seen).toEqual([
    ["single-lane", ["first"], 2],
    ["worker-per-agent", ["first", "of single-lane"], 1],
  ]);
  expect(ids()).toEqual(["first", "of single-lane", "of worker-per-agent"]);
  expect(now()?.left).toEqual([]);
});

test("a run that is stopped ends it, and what was found before stays", async () => {
  await measureSideBySide(result("first"), "placement", others, () => {
    finish("stopped early", true);
    return Promise.resolve();
  });
  expect(ids()).toEqual(["first"]);
  expect(now()?.left).toEqual([]);
});

test("a run that measured nothing brings the one before back, which is not counted again", async () => {
  await measureSideBySide(result("first"), "placement", others, () => {
    finish("first");
    return Promise.resolve();
  });
  expect(ids()).toEqual(["first"]);
});

test("where it was put away meanwhile it does not come back", async () => {
  let runs = 0;
  await measureSideBySide(result("first"), "placement", others, () => {
    runs += 1;
    setSideBySide(null);
    finish("other");
    return Promise.resolve();
  });
  expect(runs).toBe(1);
  expect(now()).toBeNull();
});
