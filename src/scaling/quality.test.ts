// The quality of a run: steady, unsteady or useless, by what it shows of the machine.
import { expect, test } from "vitest";
import { qualityOf, signsBeyond, signsOf } from "./quality.ts";

const drift = (spread: number, noiseFloor: number) => ({ state: "steady", spread, noiseFloor }) as const;
const cores = (low: number, high: number) => ({ cores: 2, low, high });

test.each([
  ["a machine at rest", drift(0.03, 0.08), cores(1.95, 2.05), "steady"],
  [
    "an older result, which does not say what other programs took",
    drift(0.03, 0.08),
    cores(1.95, 2.05),
    "steady",
    null,
  ],
  ["other programs had half of the cores all the time", drift(0.03, 0.08), cores(0.97, 1.03), "unsteady", 0.52],
  ["other programs had half of the cores, and C cannot be told", drift(0.03, 0.08), cores(0.01, 4), "unsteady", 0.52],
  ["one agent alone changed its pace", drift(0.3, 0.08), cores(1.95, 2.05), "unsteady"],
  ["repeats lie far apart", drift(0.03, 0.45), cores(1.95, 2.05), "unsteady"],
  ["C cannot be told", drift(0.03, 0.08), cores(1.2, 2.4), "unsteady"],
  ["one sign alone may come of short windows", drift(0.65, 0.2), cores(1.95, 2.05), "unsteady"],
  ["half of the machine was gone, and repeats say nothing", drift(0.65, 1.2), cores(1.95, 2.05), "useless"],
  ["half of the machine was gone, and C cannot be told", drift(0.65, 0.2), cores(0.2, 4), "useless"],
] as const)("%s", (_, pace, capacity, quality, stolen: number | null = 0.02) => {
  expect(qualityOf(signsOf(pace, capacity, stolen))).toBe(quality);
});

test("with too little measured nothing is said, unless C alone tells", () => {
  expect(qualityOf(signsOf({ state: "unknown" }, cores(1.95, 2.05), null))).toBe("unknown");
  expect(qualityOf(signsOf({ state: "unknown" }, cores(0.2, 4), null))).toBe("unsteady");
});

test("every sign beyond a limit is named", () => {
  expect(signsBeyond(signsOf(drift(0.3, 0.45), cores(1.95, 2.05), 0.02), 0)).toEqual(["pace", "repeats"]);
  expect(signsBeyond(signsOf(drift(0.3, 0.45), cores(1.95, 2.05), 0.02), 1)).toEqual([]);
});

test("I6: a container that was kept from running for more than 1 % of a run makes it useless by itself", () => {
  const of = (throttled: number | null) => qualityOf(signsOf(drift(0.03, 0.08), cores(1.95, 2.05), 0.02, throttled));
  expect([null, 0, 0.01].map(of)).toEqual(["steady", "steady", "steady"]);
  expect([0.0101, 0.5, 1].map(of)).toEqual(["useless", "useless", "useless"]);
  expect(signsBeyond(signsOf(drift(0.03, 0.08), cores(1.95, 2.05), 0.02, 0.02), 1)).toEqual(["throttled"]);
});
