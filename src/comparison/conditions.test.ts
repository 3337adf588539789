// What differs in how results were measured, in the words of their forms.
import { expect, test } from "vitest";
import { realisticResult, realisticSingleAgent } from "../results/fixtures/realistic-result.ts";
import type { Compared } from "./compared.ts";
import { differencesOf } from "./conditions.ts";

const result = realisticResult({ seed: 1, repeats: 1 });
const named = (own: typeof result): Compared => ({ kind: "result", name: own.id, result: own });

test("equal settings and environments differ in nothing", () => {
  expect(differencesOf([named(result), named({ ...result, id: "twin" })])).toEqual([]);
});

test("a setting is named as its form names it, and its values are written as there", () => {
  const other = { ...result, settings: { ...result.settings, agents: [1, 2] } };
  expect(differencesOf([named(result), named(other)])).toEqual([
    { fact: "Agents", values: ["1, 5, 10, 15, 20, 30, 50", "1, 2"] },
  ]);
});

test("what a result of another scenario does not have is missing", () => {
  const facts = differencesOf([named(result), named(realisticSingleAgent({ seed: 1 }))]);
  expect(facts).toContainEqual({ fact: "scenario", values: ["scaling, version 1", "single-agent, version 1"] });
  expect(facts).toContainEqual({ fact: "Topology", values: ["all-to-all", "–"] });
});

test("settings of a scenario that is not known are shown under their own names", () => {
  const unknown = { ...result, scenario: { kind: "cache", version: 1 }, settings: { entries: 5 } };
  expect(differencesOf([named(result), named(unknown)])).toContainEqual({ fact: "entries", values: ["–", "5"] });
});
