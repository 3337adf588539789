// Machines are ranked where they measured the same; else what differs is said.
import { expect, test } from "vitest";
import { isValid, type Sample } from "../../measurement/run/sample.ts";
import { experimentOf, measuredOn } from "../../results/experiment.ts";
import { catalogueText, opened } from "../../results/fixtures/kept-results.ts";
import { realisticResult, realisticSingleAgent } from "../../results/fixtures/realistic-result.ts";
import { timeScaled } from "../../results/fixtures/time-scaled.ts";
import type { Result } from "../../results/format/result.ts";
import { openFile } from "../../results/open-file.ts";
import { machineRanking } from "./machine-ranking.ts";

const curve = realisticResult({ seed: 1, repeats: 3 });
const slower: Result = { ...curve, samples: curve.samples.map((sample) => timeScaled(sample, 2)) };

function search(): Result {
  const file = openFile("search.json", catalogueText("explorer-real-time-search.json"));
  if (file.state !== "result") throw new Error(file.state);
  return file.result;
}

test("curves of one configuration are ranked at the largest count that all have", () => {
  const most = (count: number, result: Result): Result => ({
    ...result,
    samples: result.samples.filter(({ at }) => at <= count),
  });
  const two = [
    { name: "Ben", result: slower },
    { name: "Anna's laptop", result: curve },
  ];
  expect(machineRanking(two)).toMatch(
    /^Anna's laptop is the fastest at 50 agents: [\d,]+ op\/s, 2\.0 times as fast as Ben \([\d,]+ op\/s\)\.$/,
  );
  expect(machineRanking([...two, { name: "Cleo", result: most(20, curve) }])).toMatch(
    /^Anna's laptop and Cleo are about as fast at 20 agents: [\d,]+ op\/s and [\d,]+ op\/s; Ben: [\d,]+ op\/s\.$/,
  );
});

test("searches are ranked by the agents held, and one that stayed open is named", () => {
  const whole = search();
  const held = machineRanking([
    { name: "Anna", result: whole },
    { name: "Ben", result: whole },
  ]);
  expect(held).toMatch(/^Anna and Ben hold about as many: ([\d,]+ agents) and \1\.$/);
  const interrupted = { ...whole, samples: whole.samples.slice(0, 6) };
  expect(
    machineRanking([
      { name: "Anna", result: whole },
      { name: "Ben", result: interrupted },
    ]),
  ).toBe("How many agents Ben holds stayed open.");
});

/** The same search on a machine that holds so many agents: every trial is one of the fixture's, with all or none of its ops late. */
function searchOn(most: number): Result {
  const whole = search();
  const experiment = experimentOf(whole);
  const on = measuredOn(whole.environment);
  const trial = whole.samples.find(isValid);
  if (trial === undefined) throw new Error("the search has no trial");
  const samples: Sample[] = [];
  for (let planned = experiment.search?.next(samples, on) ?? null; planned !== null;) {
    const over = planned.at <= most ? 0 : (trial.figures["ops"] ?? 0);
    samples.push({ ...trial, ...planned, figures: { ...trial.figures, over } });
    planned = experiment.search?.next(samples, on) ?? null;
  }
  return { ...whole, samples };
}

test("of searches that found other counts the first is told with how many times as many it holds", () => {
  const machines = [
    { name: "Ben", result: searchOn(100) },
    { name: "Anna's laptop", result: searchOn(210) },
    { name: "Cleo", result: searchOn(0) },
  ];
  expect(machineRanking(machines)).toBe(
    "Anna's laptop holds the most: 210 agents, 2.1 times as many as Ben (100 agents); Cleo holds none.",
  );
  expect(machineRanking([machines[2], machines[2]].flatMap((one) => one ?? []))).toBe(
    "None of these holds even one agent: Cleo and Cleo.",
  );
});

test("what measured different things is not ranked: what differs is said, whatever the machines are", () => {
  const name = "Anna";
  const other = { ...curve, settings: { ...curve.settings, topology: "none" } };
  expect(
    machineRanking([
      { name, result: curve },
      { name, result: other },
    ]),
  ).toMatch(/^These measured different things: .*topology all-to-all or none/);
  expect(
    machineRanking([
      { name, result: curve },
      { name, result: search() },
    ]),
  ).toBe("These measured different things: scenario scaling or real-time.");
  const elsewhere = { ...slower, environment: { ...slower.environment, browser: "Firefox 150", workers: 8 } };
  expect(
    machineRanking([
      { name, result: curve },
      { name: "Ben", result: elsewhere },
    ]),
  ).toContain("2.0 times as fast as Ben");
});

test("one machine is not ranked, nor is a scenario without one figure", () => {
  expect(machineRanking([{ name: "Anna", result: opened("explorer-independent-pool") }])).toBeNull();
  const single = realisticSingleAgent({ seed: 1, repeats: 3 });
  expect(
    machineRanking([
      { name: "Anna", result: single },
      { name: "Ben", result: single },
    ]),
  ).toBeNull();
});
