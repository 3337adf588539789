// Records one session: the real engine in this process, every agent count with all its repeats in shuffled order.
import { runSaturatedFree } from "../../src/measurement/lane/free-window.ts";
import type { LaneClock } from "../../src/measurement/lane/lane-clock.ts";
import { LatencyRecorder } from "../../src/measurement/lane/latency-recorder.ts";
import type { ValidSample } from "../../src/measurement/run/sample.ts";
import { throughputOf } from "../../src/measurement/run/window-figures.ts";
import { saturatedOrder } from "../../src/scenarios/agents/agent-setup.ts";
import { latencyFigures } from "../../src/scenarios/agents/latency-measures.ts";
import { scaling } from "../../src/scenarios/scaling/scaling.ts";
import { experimentFrom } from "../../src/scenarios/experiments.ts";
import { withSettings } from "../../src/scenarios/texts.ts";
import { roundToDigits } from "../../src/statistics/significant.ts";
import { createGroup, type Group } from "../../src/workloads/group.ts";
import { hearings } from "../../src/workloads/hearings.ts";
import { buildWorkload } from "../../src/workloads/built/registry.ts";

/** Seven agent counts, ten repeats as in the thorough preset, ops of some 20 µs, all on this thread. */
export const sessionConfiguration = withSettings(scaling.standard(), {
  workload: "explorer",
  gridSize: 10,
  policyLength: 2,
  placement: "single-lane",
  topology: "none",
  pacing: "saturated",
  agents: [1, 5, 10, 15, 20, 30, 50],
  repeats: 10,
  windowMs: 100,
});
const WARM_MS = 300;

const clock: LaneClock = { now: () => performance.now(), sleepUntil: () => undefined };

/** Wraps agents so that each of their ops really takes longer, by that share of its own time. */
function slowed(group: Group, share: number): Group {
  return {
    agents: group.agents,
    together: group.together,
    steppedBy: group.steppedBy,
    messageLength: group.messageLength,
    perAgentBytes: group.perAgentBytes,
    posteriors: group.posteriors,
    partsOf: (agent) => group.partsOf(agent),
    renew: (agent) => group.renew(agent),
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
 * @returns the samples in the order they ran, those of one agent alone included
 */
export function recordSession(slowShare: number, windowMs: number, seed: number): ValidSample[] {
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
      lane: 0,
      lanes: 1,
      startAtMs: clock.now(),
      durationMs,
      clock,
      latency,
      service,
    });
  const { points, plan } = experimentFrom(withSettings(sessionConfiguration, { seed }));
  const groups = new Map(points.map((agents) => [agents, groupOf(agents)]));
  window(groupOf(Math.max(...points)), WARM_MS);
  return plan.map((planned): ValidSample => {
    const reports = [window(groups.get(planned.at) ?? groupOf(planned.at), windowMs)];
    return {
      ...planned,
      attempt: 0,
      state: "valid",
      figures: {
        throughput: roundToDigits(throughputOf(reports), 4),
        ...latencyFigures(reports, saturatedOrder("free", windowMs)),
        "warmup-blocks": 0,
      },
    };
  });
}
