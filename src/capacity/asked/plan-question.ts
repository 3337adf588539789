// From settings to the planner's question: as they are, and under a what-if.
import type { Demand, PlanRequest } from "../plan/plan.ts";
import type { PlannerSettings } from "./planner-settings.ts";
import { effectOf, type End, type WhatIf } from "./what-if.ts";

function demandOf({ demand, ops, agents, rate }: PlannerSettings): Demand {
  switch (demand) {
    case "throughput":
      return { kind: "throughput", opsPerSecond: ops };
    case "agents":
      return { kind: "agents", agents, opsPerSecondPerAgent: rate };
    case "both":
      return { kind: "throughput", opsPerSecond: ops, agentsLeast: agents };
  }
}

function redundancyOf({ spare }: PlannerSettings): Pick<PlanRequest, "spare" | "losing"> {
  switch (spare) {
    case "0":
      return { spare: 0 };
    case "1":
      return { spare: 1 };
    case "2":
      return { spare: 2 };
    case "machine":
    case "zone":
      return { spare: 0, losing: spare };
  }
}

/** @param throughput X(n) by n of one process, op/s */
export function requestOf(settings: PlannerSettings, throughput: readonly (number | null)[]): PlanRequest {
  return {
    throughput,
    demand: demandOf(settings),
    headroomShare: settings.headroom / 100,
    ...redundancyOf(settings),
    latencyMsMost: settings.latency,
    efficiencyLeast: settings.efficiency === null ? null : settings.efficiency / 100,
    memoryMBMost: settings.memory,
    processesMost: settings.processes,
    constants: {
      baseMB: settings.baseMB,
      perAgentMB: settings.perAgentMB,
      cacheShare: settings.cachePercent / 100,
      bufferShare: settings.bufferPercent / 100,
    },
    reading: settings.reading,
    vcpuPerProcess: settings.vcpu,
    machines: settings.machines,
    objective: settings.objective,
    currency: settings.currency,
  };
}

/** The memory of an agent stays above this, whatever optimisations claim together. */
const LEAST_PER_AGENT_MB = 0.001;

/** The request with the changes of a what-if, at one end of what they claim. */
export function requestUnder(request: PlanRequest, whatIf: WhatIf, end: End): PlanRequest {
  const { perAgentMBSaved, throughputFactor, agentsMost } = effectOf(whatIf, end);
  const perAgentMB = Math.max(LEAST_PER_AGENT_MB, request.constants.perAgentMB - perAgentMBSaved);
  const reached = request.throughput.map((rate) => (rate === null ? null : rate * throughputFactor));
  return {
    ...request,
    constants: { ...request.constants, perAgentMB },
    throughput: agentsMost === null ? reached : reached.slice(0, agentsMost + 1),
  };
}
