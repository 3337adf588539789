// Drift of the machine: one agent alone at start, middle and end, compared with the noise of the repeats.
import { expect, test } from "vitest";
import { driftOf, noiseFloorOf } from "./drift.ts";

const soloAt = (place: 0 | 1 | 2, opsPerSecond: number) => ({ place, opsPerSecond });

test("the noise floor is the median spread of the repeats", () => {
  expect(
    noiseFloorOf([
      [90, 100, 110],
      [95, 100, 105],
      [60, 100, 140],
    ]),
  ).toBeCloseTo(0.2, 12);
});

test("the noise floor is never under 3 %, and single trials do not count", () => {
  expect(noiseFloorOf([[100, 100.5], [7]])).toBe(0.03);
  expect(noiseFloorOf([[], [5]])).toBe(0.03);
  expect(noiseFloorOf([])).toBe(0.03);
});

test("with only one place measured the drift is unknown", () => {
  expect(driftOf([], [])).toEqual({ state: "unknown" });
  expect(driftOf([soloAt(0, 100), soloAt(0, 50)], [])).toEqual({ state: "unknown" });
});

test("places that agree within the floor are steady", () => {
  const drift = driftOf([soloAt(0, 100), soloAt(1, 102), soloAt(2, 101)], []);
  expect(drift.state).toBe("steady");
  expect(drift).toMatchObject({ noiseFloor: 0.03 });
});

test("places that differ beyond the floor have drifted, by as much as their medians", () => {
  const drift = driftOf([soloAt(0, 100), soloAt(1, 90), soloAt(2, 80)], []);
  expect(drift.state).toBe("drifted");
  expect(drift.state === "drifted" ? drift.spread : 0).toBeCloseTo(20 / 90, 12);
});

test("the same spread is steady where the repeats were as noisy", () => {
  const solos = [soloAt(0, 100), soloAt(1, 90), soloAt(2, 80)];
  expect(driftOf(solos, [[70, 100, 100]]).state).toBe("steady");
});

test("each place counts by its median, so that one slow trial is not drift", () => {
  const rates = [100, 100, 100, 40, 100, 100, 100, 100, 100];
  const places = [0, 1, 2] as const;
  const paces = rates.map((rate, n) => soloAt(places[n % 3] ?? 0, rate));
  expect(driftOf(paces, [])).toMatchObject({ state: "steady", spread: 0 });
});
