// A window in which every agent acts on its own, saturated or paced: nobody hears anybody.
import { FULL_BATCH } from "./placement.ts";
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
  /** Which of how many lanes this is, from 0. */
  readonly lane: number;
  readonly lanes: number;
  readonly startAtMs: number;
  readonly durationMs: number;
  readonly clock: LaneClock;
  readonly latency: LatencyRecorder;
  readonly service: LatencyRecorder;
}

/** An op counts as late from one millisecond after its intended start. */
export const LATE_MS = 1;

interface Paced {
  readonly lateOps: number;
  readonly lagMs: number;
  readonly busyMs: number;
}

const NOT_PACED: Paced = { lateOps: 0, lagMs: 0, busyMs: 0 };

function reportOf(run: FreeWindow, completedOps: number, elapsedMs: number, paced: Paced): WindowReport {
  return {
    completedOps,
    elapsedMs,
    latencyCounts: run.latency.take(),
    serviceCounts: run.service.take(),
    ...paced,
    overLimits: run.latency.takeOver(),
    fuseMs: 0,
    transportMs: 0,
    waitMs: 0,
    rounds: 0,
    steppedBy: run.group.steppedBy,
    messagesRead: 0,
    bytesRead: 0,
    bytesCarried: 0,
  };
}

/** How many agents of a group step between two looks at the clock. */
export function batchOf({ together }: Pick<Group, "together">): number {
  return together === 1 ? 1 : FULL_BATCH;
}

/** Agents take turns as fast as they can; ops that complete inside the window count, latency runs from completion to completion. */
export function runSaturatedFree(run: FreeWindow): WindowReport {
  const { group, clock, latency } = run;
  const { agents } = group;
  const batch = batchOf(group);
  const endMs = run.startAtMs + run.durationMs;
  const previous = new Float64Array(Math.ceil(agents / batch)).fill(run.startAtMs);
  let completed = 0;
  spinUntil(clock, run.startAtMs);
  for (;;) {
    for (let from = 0, turn = 0; from < agents; from += batch, turn += 1) {
      const to = Math.min(agents, from + batch);
      group.step(from, to);
      const now = clock.now();
      if (now > endMs) return reportOf(run, completed, run.durationMs, NOT_PACED);
      latency.record(now - (previous[turn] ?? now), to - from);
      previous[turn] = now;
      completed += to - from;
    }
  }
}

/** Batches of a lane in a period, or a few more: a batch waits for its last agent, so that this is the least latency, as a share of the period. */
const BATCHES_PER_PERIOD = 100;

/** Few enough agents that they wait little for each other; whole blocks of a kernel where there are so many. */
function pacedBatchOf({ agents, together }: Pick<Group, "agents" | "together">): number {
  if (together === 1) return 1;
  const most = Math.ceil(agents / BATCHES_PER_PERIOD);
  return most <= together ? most : most - (most % together);
}

/**
 * N agents start evenly over the period, those of each lane as well: agent j of lane l of L has slot j · L + l, of N. Op k of slot i
 * is due (i / N + k) periods after the window's start; latency counts from there. A batch starts when its last agent is due, and
 * all its ops have the latency of the one that was due first. Ops that are due inside the window are worked off for at most one
 * period beyond it, and that time counts.
 */
export async function runPacedFree(run: FreeWindow, periodMs: number): Promise<WindowReport> {
  const { group, totalAgents, lane, lanes, clock, startAtMs } = run;
  const { agents } = group;
  const batch = pacedBatchOf(group);
  const endMs = startAtMs + run.durationMs;
  const slotMs = (agent: number): number => ((agent * lanes + lane) / totalAgents) * periodMs;
  let completed = 0;
  let lateOps = 0;
  let lagMs = 0;
  let busyMs = 0;
  let now = clock.now();
  for (let op = 0; startAtMs + op * periodMs < endMs; op += 1) {
    const opened = startAtMs + op * periodMs;
    for (let from = 0; from < agents; from += batch) {
      const to = Math.min(agents, from + batch);
      const due = opened + slotMs(to - 1);
      const sleep = clock.sleepUntil(due);
      if (sleep !== undefined) await sleep;
      spinUntil(clock, due);
      const began = clock.now();
      lagMs = Math.max(lagMs, began - due);
      if (began > endMs + periodMs) return reportOf(run, completed, began - startAtMs, { lateOps, lagMs, busyMs });
      if (began - due >= LATE_MS) lateOps += to - from;
      group.step(from, to);
      now = clock.now();
      run.latency.record(now - opened - slotMs(from), to - from);
      run.service.record(now - began, to - from);
      busyMs += now - began;
      completed += to - from;
    }
  }
  return reportOf(run, completed, Math.max(run.durationMs, now - startAtMs), { lateOps, lagMs, busyMs });
}
