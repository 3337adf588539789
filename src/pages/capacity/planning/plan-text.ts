// A plan in words: the answer at the top of the page, and the names of its parts.
import type { Bound, LimitName, NearFit } from "../../../capacity/answer/binding.ts";
import { PLAN_LIMITS } from "../../../capacity/plan/plan.ts";
import type { Demand, Objective, PlanRequest, ProcessGroup, Split } from "../../../capacity/plan/plan.ts";
import type { CurveModel, PlannerSettings } from "../../../capacity/asked/planner-settings.ts";
import { lawOf, planningCurve } from "../../../capacity/asked/planning-curve.ts";
import { formatComputed, formatCount, formatCounted, formatPercent } from "../../../words/format.ts";
import { formatEntered, formatMegabytes } from "../../../words/format-memory.ts";
import { formatMoney } from "../../../words/format-money.ts";
import { numberText } from "../../../words/number-text.ts";
import { machinesInWords } from "./machine-words.ts";
import { HOURS_PER_MONTH } from "../../../capacity/plan/plan-cost.ts";

function processesText({ processes, agents }: ProcessGroup): string {
  return `${formatCounted(processes, "process", "processes")} of ${formatCounted(agents, "agent")}`;
}

/** "3 processes of 16 agents", "2 processes of 16 agents and 1 of 15". */
export function groupsText(groups: readonly ProcessGroup[]): string {
  const [first, ...others] = groups;
  if (first === undefined) return "no process";
  const rest = others.map(({ processes, agents }) => `${formatCount(processes)} of ${formatCount(agents)}`);
  const last = rest.pop();
  if (last === undefined) return processesText(first);
  return `${[processesText(first), ...rest].join(", ")} and ${last}`;
}

/** "3×16", "2×16 + 1×15". */
export function shortGroups(groups: readonly ProcessGroup[]): string {
  return groups.map(({ processes, agents }) => `${formatCount(processes)}×${formatCount(agents)}`).join(" + ");
}

export function demandText(demand: Demand): string {
  const agentsLeast = demand.kind === "throughput" ? (demand.agentsLeast ?? 0) : 0;
  return demand.kind === "throughput"
    ? `${formatEntered(demand.opsPerSecond)} op/s${agentsLeast > 0 ? ` with at least ${formatCounted(agentsLeast, "agent")}` : ""}`
    : `${formatCounted(demand.agents, "agent")} at ${formatEntered(demand.opsPerSecondPerAgent)} op/s each`;
}

/** "$98 a month" of a price per hour. */
export function formatMonthly(pricePerHour: number, currency: string): string {
  return `${formatMoney(pricePerHour * HOURS_PER_MONTH, currency)} a month`;
}

export function formatObjective(figure: number, { objective, currency }: PlanRequest): string {
  switch (objective) {
    case "memory":
      return `${formatMegabytes(figure)} MB`;
    case "machines":
      return formatCounted(figure, "machine");
    case "price":
      return formatMonthly(figure, currency);
  }
}

/** "78%", "over 99%". Never 100 % or 0 %, which resampled curves cannot show. */
export function formatSureness(share: number): string {
  if (share > 0.99) return "over 99%";
  if (share < 0.01) return "under 1%";
  return formatPercent(Math.round(share * 100) / 100).replace(/\.\d+%$/, "%");
}

const names: Readonly<Record<LimitName, string>> = {
  throughput: "throughput",
  agents: "number of agents",
  rate: "rate per agent",
  latency: "latency",
  efficiency: "efficiency",
  "machine memory": "machine memory",
  "machine cores": "machine vCPU",
  "memory budget": "memory budget",
  processes: "number of processes",
  redundancy: "redundancy",
  headroom: "headroom",
};

export function limitText(limit: LimitName): string {
  return names[limit];
}

/** "one e2-standard-4 would be enough if it had 0.08 vCPU more". */
function nearText({ machine, count, lacks }: NearFit, limit: LimitName): string {
  const missing =
    limit === "machine cores"
      ? `${numberText(Math.ceil(lacks * 100 - 1e-6) / 100, { maximumFractionDigits: 2 })} vCPU`
      : `${formatMegabytes(Math.ceil(lacks - 1e-6))} MB`;
  return `${machinesInWords(count, machine)} would be enough if ${count === 1 ? "it" : "each"} had ${missing} more`;
}

/** "throughput binds"; "nothing binds: this plan carries 24 times what is asked"; or what a machine lacks. */
export function boundText(bound: Bound): string {
  switch (bound.state) {
    case "nothing": {
      // Never more than it carries.
      const step = bound.times < 10 ? 10 : 1;
      const times = numberText(Math.floor(bound.times * step + 1e-6) / step, { maximumFractionDigits: 1 });
      return `nothing binds: this plan carries ${times} times what is asked`;
    }
    case "limit":
      return bound.near === null ? `${limitText(bound.limit)} binds` : nearText(bound.near, bound.limit);
  }
}

/** What the cheapest plan has the least of, in words. */
export const objectiveTexts: Readonly<Record<Objective, string>> = {
  memory: "least memory",
  machines: "fewest machines",
  price: "lowest price",
};

/** All that was asked for, in one line, for where the inputs are not shown, as on paper. */
export function askedText(request: PlanRequest, split: Split): string {
  const { processesMost, losing = "processes" } = request;
  const { demand, headroomShare, spare, latencyMsMost, efficiencyLeast, memoryMBMost, objective } = request;
  const parts = [
    demandText(demand),
    ...(headroomShare > 0 ? [`${formatPercent(headroomShare)} headroom`] : []),
    ...(losing === "processes" ? [] : [`any one ${losing} may fail`]),
    ...(spare === 0 ? [] : [spare === 1 ? "any one process may fail" : "any two processes may fail"]),
    ...(latencyMsMost === null ? [] : [`mean latency at most ${formatEntered(latencyMsMost)} ms`]),
    ...(memoryMBMost === null ? [] : [`at most ${formatMegabytes(memoryMBMost)} MB`]),
    ...(efficiencyLeast === null ? [] : [`efficiency at least ${formatPercent(efficiencyLeast)}`]),
    ...(processesMost === PLAN_LIMITS.processesMost
      ? []
      : [`at most ${formatCounted(processesMost, "process", "processes")}`]),
    `processes of ${split === "equal" || losing !== "processes" ? "equal size" : "mixed sizes"}`,
    objectiveTexts[objective],
  ];
  return parts.join(", ");
}

const models: Readonly<Record<CurveModel, string>> = {
  rows: "throughput in straight lines between the rows",
  usl: "throughput by the fitted USL",
  amdahl: "throughput by the fitted Amdahl's law",
  linear: "throughput by the fitted line",
};

/** How X(n) is found; a law that does not fit the rows is not used. */
function modelText(settings: PlannerSettings): string {
  const { model } = settings;
  const isUsed = model === "rows" || lawOf(planningCurve(settings).included, model) !== null;
  return isUsed ? models[model] : `${models.rows}: the chosen law does not fit them`;
}

/** What is assumed about every process, in one line. Together with what was asked it is all that makes the plan. */
export function assumedText(settings: PlannerSettings): string {
  const { baseMB, perAgentMB, cachePercent, bufferPercent, reading, vcpu, perProcess, scale } = settings;
  const cache = reading === "compounding" ? "cache on base and agents" : "cache on agents";
  const parts = [
    `${formatEntered(baseMB)} MB base and ${formatEntered(perAgentMB)} MB per agent, ${formatEntered(cachePercent)}% ${cache}, ${formatEntered(bufferPercent)}% buffer`,
    `${formatEntered(vcpu)} vCPU per process`,
    modelText(settings),
    ...(scale === 1 ? [] : [`throughput of the curve × ${numberText(scale, { maximumSignificantDigits: 6 })}`]),
    ...(perProcess === null ? [] : [`at most ${formatCounted(perProcess, "agent")} per process`]),
  ];
  return parts.join("; ");
}

/** "504 op/s", with one decimal under 10. */
export function formatOps(opsPerSecond: number): string {
  return `${formatComputed(opsPerSecond)} op/s`;
}
