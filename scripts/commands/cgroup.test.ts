// What Linux counts for a container, from files as they are in containers, outside of them, and broken.
import { expect, test } from "vitest";
import { CGROUP_FILES, containerBetween, readCgroup, type ReadSystemFile } from "./cgroup.ts";

const stat = (throttledUs: number, periods: number) =>
  `usage_usec 91831124\nuser_usec 83211123\nsystem_usec 8620001\nnice_usec 0\ncore_sched.force_idle_usec 0\nnr_periods 1201\nnr_throttled ${periods}\nthrottled_usec ${throttledUs}\nnr_bursts 0\nburst_usec 0\n`;

function system(files: Readonly<Record<string, string>>): ReadSystemFile {
  return (path) => files[path] ?? null;
}

const inPod = (throttledUs: number, periods: number, limit = "200000 100000\n") =>
  system({ [CGROUP_FILES.stat]: stat(throttledUs, periods), [CGROUP_FILES.limit]: limit });

test("I6: a pod of two cores that stood still for 30 ms of 2 s was throttled for 1.5 %", () => {
  const before = readCgroup(inPod(1_000, 4), 10_000);
  const after = readCgroup(inPod(31_000, 9), 12_000);
  expect(before).toEqual({ atMs: 10_000, throttledUs: 1_000, throttledPeriods: 4, quotaCores: 2 });
  expect(containerBetween(before, after, "node-a")).toEqual({
    node: "node-a",
    quotaCores: 2,
    throttledShare: 0.015,
    throttledPeriods: 5,
  });
});

test("I6: half a core, no limit, and limits that are none", () => {
  const quota = (limit: string) => readCgroup(inPod(0, 0, limit), 0)?.quotaCores;
  expect(quota("50000 100000\n")).toBe(0.5);
  for (const limit of ["max 100000\n", "", "0 100000\n", "100000 0\n", "-1 100000\n", "1e9 1\n", "999999999999 1\n"]) {
    expect(quota(limit)).toBe(null);
  }
});

test("I6: outside of a container, on another system and in a broken file nothing is known", () => {
  const root = system({ [CGROUP_FILES.stat]: "usage_usec 91831124\nuser_usec 83211123\nsystem_usec 8620001\n" });
  for (const read of [
    root,
    system({}),
    system({ [CGROUP_FILES.stat]: stat(1, 2).replace("throttled_usec 1", "throttled_usec x") }),
  ]) {
    expect(readCgroup(read, 0)).toBe(null);
  }
});

test("I6: counts of several cores add up, and are no more than the whole window", () => {
  const before = readCgroup(inPod(0, 0), 0);
  expect(containerBetween(before, readCgroup(inPod(9_000_000, 10), 1_000), null)?.throttledShare).toBe(1);
  expect(containerBetween(before, readCgroup(inPod(0, 0), 1_000), null)).toMatchObject({
    throttledShare: 0,
    node: null,
  });
});

test("I6: readings of two containers, of no time or without one of them say nothing", () => {
  const early = readCgroup(inPod(500, 5), 0);
  const restarted = readCgroup(inPod(3, 1), 1_000);
  expect(containerBetween(early, restarted, null)).toBe(null);
  expect(containerBetween(early, early, null)).toBe(null);
  expect(containerBetween(null, early, null)).toBe(null);
  expect(containerBetween(early, null, null)).toBe(null);
});
