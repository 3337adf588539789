// Reads one interval of a soak off what its lanes reported.
import type { TrialSetup, WindowOrder, WindowReport } from "../../measurement/lane/lane-host.ts";
import { sparseOf } from "../../monitor/histogram.ts";
import type { Slot } from "../../monitor/slot.ts";

export interface SlotAround {
  readonly atMs: number;
  readonly mainThread: number | null;
  readonly longTasks: number | null;
  readonly workerBytes: number | null;
  readonly pageBytes: number | null;
}

/** Ops that were due in an interval; null where agents run as fast as they can. */
function offeredIn({ durationMs, periodMs }: WindowOrder, agents: number): number | null {
  return periodMs === null ? null : Math.round(agents * (durationMs / periodMs));
}

function sumOf(reports: readonly WindowReport[], part: (report: WindowReport) => number): number {
  return reports.reduce((sum, report) => sum + part(report), 0);
}

/** Time inside ops, ms: each timed where agents have a rate; else all that lanes did not wait. */
function busyMsOf({ busyMs, elapsedMs, waitMs }: WindowReport, isPaced: boolean): number {
  return isPaced ? busyMs : Math.max(0, elapsedMs - waitMs);
}

/** Of all lanes; null where agents have no cache. */
function cacheOf(reports: readonly WindowReport[], { cache }: TrialSetup): Slot["cache"] {
  if (cache === undefined) return null;
  return {
    requests: sumOf(reports, (report) => report.cache?.requests ?? 0),
    hits: sumOf(reports, (report) => report.cache?.hits ?? 0),
  };
}

export function slotOf(
  reports: readonly WindowReport[],
  order: WindowOrder,
  setup: TrialSetup,
  around: SlotAround,
): Slot {
  const ops = sumOf(reports, ({ completedOps }) => completedOps);
  const isPaced = order.periodMs !== null;
  const offered = offeredIn(order, setup.totalAgents);
  return {
    ...around,
    durationMs: Math.max(...reports.map(({ elapsedMs }) => elapsedMs)),
    agents: setup.totalAgents,
    lanes: reports.length,
    ops,
    offered,
    late: sumOf(reports, ({ lateOps }) => lateOps),
    failed: 0,
    busyMs: sumOf(reports, (report) => busyMsOf(report, isPaced)),
    cache: cacheOf(reports, setup),
    latency: sparseOf(reports.map(({ latencyCounts }) => latencyCounts)),
  };
}

/** An interval that a worker's death ended: whatever was due is lost; where agents have no rate, the one op that each was in. */
export function lostSlot(order: WindowOrder, setup: TrialSetup, durationMs: number, around: SlotAround): Slot {
  const offered = offeredIn({ ...order, durationMs }, setup.totalAgents);
  return {
    ...around,
    durationMs,
    agents: setup.totalAgents,
    lanes: setup.shares.length,
    ops: 0,
    offered,
    late: 0,
    failed: offered ?? setup.totalAgents,
    busyMs: 0,
    cache: cacheOf([], setup),
    latency: [],
  };
}
