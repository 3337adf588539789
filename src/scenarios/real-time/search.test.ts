// The search on scripted machines: it ends, it finds their capacity, it claims nothing that does not hold, and it says where it is not sure.
import { expect, test } from "vitest";
import {
  cliff,
  holdShare,
  mD1,
  type Machine,
  noisy,
  searchOn,
  slowingDown,
  trueCapacity,
  withGap,
} from "./fixtures/machines.ts";
import { byCount } from "./by-count.ts";
import { CONFIRMATIONS, type SearchBounds } from "./asked.ts";
import { searchState } from "./search.ts";

const bounds: SearchBounds = { first: 5, most: 2_000, resolution: 0.02, trialsMost: 60, longMost: 15, seed: 7 };
const SEEDS = 100;

/** Searches with many seeds: how many ended within 5 % of the truth, and how many claimed what fails more often than not. */
function manySearches(
  machine: Machine,
  at = 0,
): { readonly near: number; readonly wrong: number; readonly longest: number } {
  const truth = trueCapacity(machine, 300, at);
  let near = 0;
  let wrong = 0;
  let longest = 0;
  for (let seed = 1; seed <= SEEDS; seed += 1) {
    const { outcome, trials } = searchOn(machine, { ...bounds, seed }, seed);
    longest = Math.max(longest, trials.length);
    if (outcome.state !== "confirmed") continue;
    if (Math.abs(outcome.holds - truth) <= 0.05 * truth) near += 1;
    if (outcome.holds > truth && holdShare(machine, outcome.holds, 60, at) < 0.5) wrong += 1;
  }
  return { near, wrong, longest };
}

test.each([
  { name: "a queue with random arrivals (M/D/1)", machine: mD1, at: 0 },
  { name: "ops that take up to a fifth more or less", machine: noisy, at: 0 },
  { name: "a machine that slows down in mid-search", machine: slowingDown(14), at: 14 },
])("F4 $name: near the truth for 95 of 100 seeds, at most 3 false claims", ({ machine, at }) => {
  const { near, wrong, longest } = manySearches(machine, at);
  expect(near).toBeGreaterThanOrEqual(95);
  expect(wrong).toBeLessThanOrEqual(3);
  expect(longest).toBeLessThanOrEqual(bounds.trialsMost);
});

test("F2 a cliff is found within the resolution, and its bracket is the claim and a count that failed", () => {
  for (const most of [1, 2, 3, 7, 40, 137, 999, 1_999]) {
    const { outcome } = searchOn(cliff(most), bounds, 1);
    if (outcome.state !== "confirmed") throw new Error(`${most}: ${outcome.state}`);
    expect(outcome.holds).toBeLessThanOrEqual(most);
    expect(outcome.holds).toBeGreaterThanOrEqual(most - Math.max(1, 0.02 * most));
    expect(outcome.fails).toBeGreaterThan(most);
    expect(outcome.fails).toBeLessThanOrEqual(Math.max(outcome.holds + 1, outcome.holds * 1.0501));
  }
});

test("F2 a claim rests on five confirmations that all held, and on a control above it that failed", () => {
  const { outcome, trials } = searchOn(mD1, bounds, 3);
  if (outcome.state !== "confirmed") throw new Error(outcome.state);
  const own = trials.filter(({ purpose, agents }) => purpose === "confirmation" && agents === outcome.holds);
  expect(own.slice(-CONFIRMATIONS).map(({ holds }) => holds)).toEqual(
    Array.from({ length: CONFIRMATIONS }, () => true),
  );
  const above = trials.filter(({ purpose, agents }) => purpose !== "row" && agents > outcome.holds);
  expect(above.some(({ holds }) => !holds)).toBe(true);
});

test("F2 a failed confirmation lowers the claim by the resolution, and all five are taken afresh", () => {
  let failed = false;
  const oneBadMoment: Machine = ({ purpose, agents }) => {
    if (purpose === "confirmation" && !failed) {
      failed = true;
      return false;
    }
    return agents <= 500;
  };
  const { outcome, trials } = searchOn(oneBadMoment, bounds, 1);
  if (outcome.state !== "confirmed") throw new Error(outcome.state);
  const confirmations = trials.filter(({ purpose }) => purpose === "confirmation");
  const first = confirmations[0]?.agents ?? 0;
  expect(outcome.holds).toBe(first - Math.round(first * 0.02));
  expect(confirmations.filter(({ agents }) => agents === outcome.holds)).toHaveLength(CONFIRMATIONS);
});

test("F2 a control that holds five times becomes the claim", () => {
  const shortTrialsAreHarder: Machine = ({ purpose, agents }) => agents <= (purpose === "row" ? 400 : 460);
  const { outcome } = searchOn(shortTrialsAreHarder, bounds, 1);
  if (outcome.state !== "confirmed") throw new Error(outcome.state);
  expect(outcome.holds).toBeGreaterThan(430);
  expect(outcome.holds).toBeLessThanOrEqual(460);
  expect(outcome.fails).toBeGreaterThan(460);
});

test("F3 a machine that fails below what holds is not monotone, and only what lies below is claimed", () => {
  const { outcome } = searchOn(withGap(330, 440, 500), bounds, 1);
  if (outcome.state !== "confirmed") throw new Error(outcome.state);
  expect(outcome.gap?.failed).toBeGreaterThanOrEqual(330);
  expect(outcome.gap?.failed).toBeLessThanOrEqual(440);
  expect(outcome.gap?.held).toBeGreaterThan(440);
  expect(outcome.holds).toBeLessThan(330);
  expect(outcome.holds).toBeGreaterThan(310);
});

test("F3 a count that was late in short trials below what holds is measured again in a long one", () => {
  const shortTrialsAreHarder: Machine = ({ purpose, agents }) => agents <= (purpose === "row" ? 32 : 42);
  const { outcome, trials } = searchOn(shortTrialsAreHarder, bounds, 1);
  expect(outcome).toMatchObject({ state: "confirmed", gap: null });
  const late = trials.filter(({ agents, holds }) => agents < 42 && !holds).map(({ agents }) => agents);
  expect(late.length).toBeGreaterThan(0);
  for (const agents of late) {
    const long = trials.filter((trial) => trial.agents === agents && trial.purpose !== "row");
    expect(long.map(({ holds }) => holds)).not.toContain(false);
    expect(long.length).toBeGreaterThan(0);
  }
});

test("F3 where it is late in the long one too, the machine is not monotone, and only what lies below is claimed", () => {
  const lateAt35: Machine = ({ purpose, agents }) => (purpose === "row" ? agents <= 32 : agents <= 42 && agents !== 35);
  const { outcome } = searchOn(lateAt35, bounds, 1);
  expect(outcome).toEqual({ state: "confirmed", holds: 34, fails: 35, gap: { failed: 35, held: 36 } });
});

test("F3 whatever short trials say, no tried count at or below a claim is late", () => {
  for (let seed = 1; seed <= 200; seed += 1) {
    const moody: Machine = ({ purpose, agents }, random) =>
      purpose === "row" ? agents <= 25 || random() < 0.6 : agents <= 60;
    const { outcome, trials } = searchOn(moody, { ...bounds, seed }, seed);
    if (outcome.state === "none") throw new Error(outcome.state);
    if (outcome.state === "unconfirmed") continue;
    const below = byCount(trials, ({ holds }) => holds).filter(([agents]) => agents <= outcome.holds);
    expect(below.every(([, holds]) => holds)).toBe(true);
  }
});

test("F3 two counts below a failing one are tried where nothing is wrong as well", () => {
  const { trials } = searchOn(cliff(500), bounds, 1);
  const found = trials.findIndex(({ purpose }) => purpose !== "row");
  const places = trials.slice(found - 2, found).map(({ agents }) => agents / 500);
  expect(places.every((share) => share > 0.6 && share < 0.9)).toBe(true);
});

test("F4 a machine that never holds, and one that always does", () => {
  expect(searchOn(() => false, bounds, 1).outcome).toEqual({ state: "none" });
  const always = searchOn(() => true, bounds, 1);
  expect(always.outcome).toEqual({ state: "confirmed", holds: 2_000, fails: null, gap: null });
  expect(always.trials.length).toBeLessThan(20);
});

test("F4 a machine that throws dice ends within its trials, and is not claimed to be confirmed below a coin's chance", () => {
  for (let seed = 1; seed <= 30; seed += 1) {
    const { trials } = searchOn((_, random) => random() < 0.5, { ...bounds, seed }, seed);
    expect(trials.length).toBeLessThanOrEqual(bounds.trialsMost);
  }
});

test("F2 confirmations that keep failing end the search, before a round begins that there is no room for", () => {
  for (let seed = 1; seed <= 30; seed += 1) {
    const neverSteady: Machine = ({ purpose, agents }, random) =>
      agents <= 500 && (purpose === "row" || random() < 0.6);
    const { outcome, trials } = searchOn(neverSteady, { ...bounds, seed }, seed);
    expect(trials.filter(({ purpose }) => purpose !== "row").length).toBeLessThanOrEqual(bounds.longMost);
    if (outcome.state !== "unconfirmed") continue;
    const held = trials.filter(({ purpose, agents }) => purpose === "confirmation" && agents === outcome.holds);
    expect(held.length).toBeLessThan(CONFIRMATIONS);
  }
});

test("one bad moment in the search does not end it too low", () => {
  let left = 1;
  const once: Machine = ({ agents }) => {
    if (agents === 20 && left > 0) {
      left -= 1;
      return false;
    }
    return agents <= 500;
  };
  const { outcome } = searchOn(once, bounds, 1);
  expect(outcome).toMatchObject({ state: "confirmed" });
  expect(outcome.state === "confirmed" ? outcome.holds : 0).toBeGreaterThan(480);
});

test("the same trials give the same state, and trials of another search are not read", () => {
  const { trials, outcome } = searchOn(mD1, bounds, 5);
  expect(searchState(bounds, trials)).toEqual({ state: "ended", outcome });
  const asked = searchState(bounds, []);
  expect(searchState(bounds, [{ purpose: "above", agents: 3, holds: true }])).toEqual(asked);
});
