// A window in which every agent acts on its own, saturated or paced: nobody hears anybody.
import type { Group } from "../../workloads/group.ts";
import type { AgentBlock } from "../../workloads/hearing.ts";
import type { LaneClock } from "./lane-clock.ts";
import { spinUntil } from "./lane-clock.ts";
import type { WindowReport } from "./lane-host.ts";
import type { LatencyRecorder } from "./latency-recorder.ts";

export interface FreeWindow {
  readonly group: Group;
  readonly share: AgentBlock;
  readonly totalAgents: number;
  readonly startAtMs: number;
  readonly durationMs: number;
  readonly clock: LaneClock;
  readonly latency: LatencyRecorder;
  readonly service: LatencyRecorder;
}

/** An op counts as late from one millisecond after its intended start. */
export const LATE_MS = 1;

interface Lateness {
  readonly ops: number;
  readonly lagMs: number;
}

const ON_TIME: Lateness = { ops: 0, lagMs: 0 };

function reportOf(run: FreeWindow, completedOps: number, elapsedMs: number, late: Lateness): WindowReport {
  return {
    completedOps,
    elapsedMs,
    latencyCounts: run.latency.take(),
    serviceCounts: run.service.take(),
    lateOps: late.ops,
    lagMs: late.lagMs,
    overLimits: run.latency.takeOver(),
    fuseMs: 0,
    transportMs: 0,
    waitMs: 0,
    rounds: 0,
    messagesRead: 0,
    bytesRead: 0,
    bytesCarried: 0,
  };
}

/** Agents take turns as fast as they can; ops that complete inside the window count, latency runs from completion to completion. */
export function runSaturatedFree(run: FreeWindow): WindowReport {
  const { group, clock, latency } = run;
  const { agents } = group;
  const endMs = run.startAtMs + run.durationMs;
  const previous = new Float64Array(agents).fill(run.startAtMs);
  let completed = 0;
  spinUntil(clock, run.startAtMs);
  for (;;) {
    for (let agent = 0; agent < agents; agent += 1) {
      group.step(agent, agent + 1);
      const now = clock.now();
      if (now > endMs) return reportOf(run, completed, run.durationMs, ON_TIME);
      latency.record(now - (previous[agent] ?? now));
      previous[agent] = now;
      completed += 1;
    }
  }
}

/**
 * Agent i starts its op k at (i / N + k) periods after the window's start; latency counts from there.
 * Ops intended inside the window are worked off for at most one period beyond it, and that time counts.
 */
export async function runPacedFree(run: FreeWindow, periodMs: number): Promise<WindowReport> {
  const { group, share, totalAgents, clock, startAtMs } = run;
  const { agents } = group;
  const endMs = startAtMs + run.durationMs;
  let completed = 0;
  let lateOps = 0;
  let lagMs = 0;
  let now = clock.now();
  for (let op = 0; startAtMs + op * periodMs < endMs; op += 1) {
    for (let agent = 0; agent < agents; agent += 1) {
      const intended = startAtMs + (op + (share.firstAgent + agent) / totalAgents) * periodMs;
      const sleep = clock.sleepUntil(intended);
      if (sleep !== undefined) await sleep;
      spinUntil(clock, intended);
      const began = clock.now();
      lagMs = Math.max(lagMs, began - intended);
      if (began > endMs + periodMs) return reportOf(run, completed, began - startAtMs, { ops: lateOps, lagMs });
      if (began - intended >= LATE_MS) lateOps += 1;
      group.step(agent, agent + 1);
      now = clock.now();
      run.latency.record(now - intended);
      run.service.record(now - began);
      completed += 1;
    }
  }
  return reportOf(run, completed, Math.max(run.durationMs, now - startAtMs), { ops: lateOps, lagMs });
}
