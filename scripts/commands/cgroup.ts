// How much of the cores a container may use, and how long it was kept from running: what Linux counts for it, read from two files.
import type { Container } from "../../src/results/format/result.ts";

/** The files of version 2 of cgroups, as a process in a container sees its own. */
export const CGROUP_FILES = { stat: "/sys/fs/cgroup/cpu.stat", limit: "/sys/fs/cgroup/cpu.max" } as const;

/** @returns the text of a file, null where there is none */
export type ReadSystemFile = (path: string) => string | null;

/** What was counted up to an instant. */
export interface CgroupReading {
  readonly atMs: number;
  readonly throttledUs: number;
  readonly throttledPeriods: number;
  /** Cores that may be used; null without a limit. */
  readonly quotaCores: number | null;
}

/** "throttled_usec 250" → 250; null where the line is not there, as outside of containers, or is no count. */
function countIn(text: string, name: string): number | null {
  const [, digits] = new RegExp(`^${name} (\\d{1,15})$`, "m").exec(text) ?? [];
  return digits === undefined ? null : Number(digits);
}

/** "200000 100000" → 2 cores; "max 100000" → null. */
function quotaIn(text: string): number | null {
  const [, quota, period] = /^(\d{1,12}) (\d{1,12})\s*$/.exec(text) ?? [];
  const cores = Number(quota) / Number(period);
  return Number.isFinite(cores) && cores > 0 && cores <= 4_096 ? cores : null;
}

/** @returns null where nothing counts it: outside of a container, or on a system without cgroups of version 2 */
export function readCgroup(read: ReadSystemFile, atMs: number): CgroupReading | null {
  const stat = read(CGROUP_FILES.stat) ?? "";
  const throttledUs = countIn(stat, "throttled_usec");
  const throttledPeriods = countIn(stat, "nr_throttled");
  if (throttledUs === null || throttledPeriods === null) return null;
  return { atMs, throttledUs, throttledPeriods, quotaCores: quotaIn(read(CGROUP_FILES.limit) ?? "") };
}

/** A share is kept with four digits: a hundredth of the limit of 1 %. */
function rounded(share: number): number {
  return Math.round(share * 10_000) / 10_000;
}

/**
 * What a container was kept from between two readings. Linux adds up the time over the cores, so that a share may come out larger
 * than that of any one of them; it is never more than 1 here.
 * @param node the name of the machine, null where nobody tells it
 * @returns null where one of the readings is missing, or they are not of one container
 */
export function containerBetween(
  before: CgroupReading | null,
  after: CgroupReading | null,
  node: string | null,
): Container | null {
  if (before === null || after === null) return null;
  const windowUs = (after.atMs - before.atMs) * 1_000;
  const throttledUs = after.throttledUs - before.throttledUs;
  const throttledPeriods = after.throttledPeriods - before.throttledPeriods;
  if (windowUs <= 0 || throttledUs < 0 || throttledPeriods < 0) return null;
  return {
    node: node?.slice(0, 253) ?? null,
    quotaCores: after.quotaCores,
    throttledShare: rounded(Math.min(1, throttledUs / windowUs)),
    throttledPeriods,
  };
}
