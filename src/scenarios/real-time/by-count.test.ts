// Which trials of a count decide it.
import { expect, test } from "vitest";
import type { Answered, Purpose } from "./asked.ts";
import { byCount, decidingTrials } from "./by-count.ts";

const trial = (purpose: Purpose, holds: boolean): Answered => ({ purpose, agents: 80, holds });
const holds = (one: Answered): boolean => one.holds;

test("the long ones decide where there are any, whatever the short ones said", () => {
  const long = trial("confirmation", true);
  const trials = [trial("row", false), long];
  expect(byCount(trials, holds)).toEqual([[80, true]]);
  expect(decidingTrials(trials, holds)).toEqual([long]);
});

test("of short ones alone those that agree with most of them", () => {
  const [bad, good, other] = [trial("row", false), trial("row", true), trial("row", true)];
  expect(byCount([bad, good, other], holds)).toEqual([[80, true]]);
  expect(decidingTrials([bad, good, other], holds)).toEqual([good, other]);
  expect(byCount([bad, good], holds)).toEqual([[80, false]]);
  expect(decidingTrials([bad, good], holds)).toEqual([bad]);
});
