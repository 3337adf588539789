// What is recomputed from a result: nothing of it is kept, so it must follow from the trials alone.
import { expect, test } from "vitest";
import type { Trial } from "../measurement/run/trial.ts";
import { derive } from "./derive.ts";
import { realisticResult } from "./fixtures/realistic-result.ts";

const { configuration, trials } = realisticResult({ seed: 3, repeats: 6 });

test("every agent count of a complete run has a row, and nothing is missing", () => {
  const derived = derive(configuration, trials, 2);
  expect(derived.rows.map((row) => row.agents)).toEqual(configuration.agents);
  expect(derived.missing).toBe(0);
  expect(derived.rejected).toEqual([]);
  expect(derived.rows.every((row) => row.loss !== null && row.trials === 6)).toBe(true);
});

test("six trials give efficiencies a 95 % interval, a live run a range", () => {
  const last = (live: boolean) => derive(configuration, trials, 2, live).rows.at(-1)?.efficiency?.interval?.kind;
  expect(last(false)).toBe("confidence");
  expect(last(true)).toBe("range");
});

test("attempts that do not count are listed in order and enter no figure", () => {
  const failed: Trial = { kind: "row", agents: 50, repeat: 0, attempt: 0, state: "failed", reason: "died" };
  const without = trials.filter(({ kind, agents, repeat }) => !(kind === "row" && agents === 50 && repeat === 0));
  const derived = derive(configuration, [failed, ...without], 2);
  expect(derived.rejected).toEqual([failed]);
  expect(derived.missing).toBe(1);
  expect(derived.rows.at(-1)?.trials).toBe(5);
});

test("a run without any valid trial has no rows and is all missing", () => {
  const derived = derive(configuration, [], 2);
  expect(derived.rows).toEqual([]);
  expect(derived.missing).toBeGreaterThan(0);
  expect(derived.drift).toEqual({ state: "unknown" });
});
