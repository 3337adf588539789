// Owns the question that settings ask of the planner, as they stand and under a scenario.
import type { PlanRequest } from "../plan/plan.ts";
import type { PlannerSettings } from "./planner-settings.ts";
import { effectOf, type End, type Scenario } from "./what-if.ts";

/** @param throughput X(n) by n of one process, op/s */
export function requestOf(settings: PlannerSettings, throughput: readonly (number | null)[]): PlanRequest {
  const { demand, ops, agents, rate, spare } = settings;
  return {
    throughput,
    demand:
      demand === "throughput"
        ? { kind: "throughput", opsPerSecond: ops }
        : { kind: "agents", agents, opsPerSecondPerAgent: rate },
    headroomShare: settings.headroom / 100,
    spare: spare === "0" ? 0 : spare === "1" ? 1 : 2,
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
  };
}

/** Memory of an agent never falls below this, whatever optimisations claim together. */
const LEAST_PER_AGENT_MB = 0.001;

/** The request with a scenario's changes, at one end of what they claim. */
export function requestUnder(request: PlanRequest, scenario: Scenario, end: End): PlanRequest {
  const { perAgentMBSaved, throughputFactor, agentsMost } = effectOf(scenario, end);
  const perAgentMB = Math.max(LEAST_PER_AGENT_MB, request.constants.perAgentMB - perAgentMBSaved);
  const reached = request.throughput.map((rate) => (rate === null ? null : rate * throughputFactor));
  return {
    ...request,
    constants: { ...request.constants, perAgentMB },
    throughput: agentsMost === null ? reached : reached.slice(0, agentsMost + 1),
  };
}
