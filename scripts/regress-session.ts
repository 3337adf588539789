// Records one session: the real engine in this process, every agent count with all its repeats in shuffled order.
import { runSaturatedFree } from "../src/measurement/lane/free-window.ts";
import type { LaneClock } from "../src/measurement/lane/lane-clock.ts";
import { LatencyRecorder } from "../src/measurement/lane/latency-recorder.ts";
import { planTrials } from "../src/measurement/run/schedule.ts";
import type { Configuration } from "../src/measurement/run/configuration.ts";
import type { ValidTrial } from "../src/measurement/run/trial.ts";
import { percentilesOfCounts, totalCount } from "../src/statistics/counts.ts";
import { roundToDigits } from "../src/statistics/significant.ts";
import { createGroup, type Group } from "../src/workloads/group.ts";
import { hearings } from "../src/workloads/hearings.ts";
import { buildWorkload } from "../src/workloads/registry.ts";

/** Seven agent counts, ten repeats as in the thorough preset, ops of some 20 µs, all on this thread. */
export const sessionConfiguration: Configuration = {
  workload: "explorer",
  gridSize: 10,
  policyLength: 2,
  placement: "single-lane",
  topology: "none",
  transport: "message",
  pacing: "saturated",
  opsPerSecondPerAgent: 20,
  agents: [1, 5, 10, 15, 20, 30, 50],
  repeats: 10,
  windowMs: 100,
  seed: 7,
  workers: "auto",
};
const WARM_MS = 300;

const clock: LaneClock = { now: () => performance.now(), sleepUntil: () => undefined };

/** Wraps agents so that each of their ops really takes longer, by that share of its own time. */
function slowed(group: Group, share: number): Group {
  return {
    agents: group.agents,
    messageLength: group.messageLength,
    perAgentBytes: group.perAgentBytes,
    posteriors: group.posteriors,
    hear: (messages) => group.hear(messages),
    step: (from, to) => {
      const began = performance.now();
      group.step(from, to);
      const until = began + (performance.now() - began) * (1 + share);
      while (performance.now() < until);
    },
  };
}

/**
 * @param slowShare 0 for the engine as it is; 0.15 makes each op take 15 % longer by a busy loop
 * @param windowMs length of one window, milliseconds
 * @returns the trials in the order they ran, solo trials included
 */
export function recordSession(slowShare: number, windowMs: number, seed: number): ValidTrial[] {
  const workload = buildWorkload({ kind: "explorer", gridSize: 10, policyLength: 2 });
  const groupOf = (agents: number): Group => {
    const block = { firstAgent: 0, agents };
    const group = createGroup(workload, { block, totalAgents: agents, seed, hearing: hearings.none });
    return slowShare === 0 ? group : slowed(group, slowShare);
  };
  const latency = new LatencyRecorder();
  const service = new LatencyRecorder();
  const window = (group: Group, durationMs: number) =>
    runSaturatedFree({
      group,
      share: { firstAgent: 0, agents: group.agents },
      totalAgents: group.agents,
      startAtMs: clock.now(),
      durationMs,
      clock,
      latency,
      service,
    });
  const groups = new Map(sessionConfiguration.agents.map((agents) => [agents, groupOf(agents)]));
  window(groupOf(Math.max(...sessionConfiguration.agents)), WARM_MS);
  return planTrials({ ...sessionConfiguration, seed }).map((planned) => {
    const report = window(groups.get(planned.agents) ?? groupOf(planned.agents), windowMs);
    const counts = [report.latencyCounts];
    const [p50 = 0, p95 = 0, p99 = 0] = percentilesOfCounts(counts, [0.5, 0.95, 0.99]).map((us) =>
      roundToDigits(us, 3),
    );
    return {
      ...planned,
      attempt: 0,
      state: "valid",
      opsPerSecond: roundToDigits((report.completedOps / report.elapsedMs) * 1_000, 4),
      latency: { p50Us: p50, p95Us: p95, p99Us: totalCount(counts) < 1_000 ? null : p99 },
      service: null,
      lateOps: null,
      loss: null,
      warmupBlocks: 0,
    };
  });
}
