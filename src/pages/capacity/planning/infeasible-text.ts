// Why there is no plan and what would help, in sentences.
import type { Infeasible, TooLarge } from "../../../capacity/plan/infeasible.ts";
import type { PlanRequest } from "../../../capacity/plan/plan.ts";
import type { SizeLimit } from "../../../capacity/plan/process-sizes.ts";
import { formatComputed, formatCount, formatCounted, formatPercent } from "../../../words/format.ts";
import { formatEntered, formatMegabytes } from "../../../words/format-memory.ts";
import { demandText } from "./plan-text.ts";

function agentsText(agents: number): string {
  return formatCounted(agents, "agent");
}

const limitNames: Readonly<Record<SizeLimit, string>> = {
  rate: "the rate of each agent",
  latency: "the latency limit",
  efficiency: "the least efficiency",
  "machine memory": "the machines' memory",
  "machine cores": "the machines' vCPU",
};

function limitSentence(why: Extract<Infeasible, { readonly reason: "limit" }>, request: PlanRequest): string {
  switch (why.limit) {
    case "latency":
      return `No process answers within ${formatEntered(request.latencyMsMost ?? 0)} ms: the fastest, of ${agentsText(why.agents)}, takes ${formatComputed(why.best)} ms. Allow more than that.`;
    case "efficiency":
      return `No process has an efficiency of ${formatPercent(request.efficiencyLeast ?? 0)}: the best, of ${agentsText(why.agents)}, has ${formatPercent(why.best)}. Ask for less than that.`;
    case "rate":
      return `No agent reaches ${request.demand.kind === "agents" ? formatEntered(request.demand.opsPerSecondPerAgent * (1 + request.headroomShare)) : ""} op/s${request.headroomShare > 0 ? " with headroom" : ""}: the fastest, with ${agentsText(why.agents)} in its process, does ${formatComputed(why.best)} op/s. Lower the rate${request.headroomShare > 0 ? " or the headroom" : ""}.`;
  }
}

/** " after one machine has failed"; nothing where nothing may fail. */
export function afterLoss({ spare, losing = "processes" }: PlanRequest): string {
  if (losing !== "processes") return ` after one ${losing} has failed`;
  if (spare === 0) return "";
  return spare === 1 ? " after one process has failed" : " after two processes have failed";
}

/** The size that would be enough if a machine had the memory, and the ways out. */
function wayOut(tooLarge: TooLarge | null, less: string): string {
  return tooLarge === null
    ? `, the most of any size. Allow more processes, ${less}, or plan from a curve that reaches further.`
    : `. A process of ${agentsText(tooLarge.agents)} would be enough, but it needs ${formatMegabytes(tooLarge.needMB)} MB, and the roomiest machine leaves ${formatMegabytes(tooLarge.roomMB)} MB. Add a larger machine type, allow more processes, or ${less}.`;
}

/** One sentence that says what is wrong, and one that says what would help. */
export function infeasibleSentence(why: Infeasible, request: PlanRequest): string {
  switch (why.reason) {
    case "no curve":
      return "The curve has no throughput that a process could be planned with. Choose another curve, or include more of its rows.";
    case "no single agent":
      return "Efficiency is measured against one agent, and the curve has no row of one. Clear the least efficiency, or include that row.";
    case "limit":
      return limitSentence(why, request);
    case "machine memory":
      return `No machine holds one process: ${agentsText(why.agents)} need${why.agents === 1 ? "s" : ""} ${formatMegabytes(why.needMB)} MB, and the roomiest machine leaves ${formatMegabytes(why.roomMB)} MB. Add a larger machine type, or lower base or buffer.`;
    case "memory budget":
      return why.oneMB > why.budgetMB
        ? `The memory budget of ${formatMegabytes(why.budgetMB)} MB holds no process: ${agentsText(why.agents)} need${why.agents === 1 ? "s" : ""} ${formatMegabytes(why.oneMB)} MB. Raise the budget, or lower base or buffer.`
        : `${demandText(request.demand)} needs at least ${formatMegabytes(why.needMB)} MB, ${formatMegabytes(why.needMB - why.budgetMB)} MB more than the budget of ${formatMegabytes(why.budgetMB)} MB. Raise the budget, ask for less, or allow mixed sizes.`;
    case "machine cores":
      return `No machine has ${formatEntered(why.needVcpu)} vCPU left for one process. Add a machine type with more, or lower the vCPU per process.`;
    case "no price":
      return "The lowest price was asked for, but no machine type has a price. Enter a price, or choose another objective.";
    case "no machines":
      return "A plan can survive a machine or a zone only on machines, and there is no machine type. Add one, or choose processes under “Survives losing”.";
    case "contradiction":
      return `No number of agents per process meets ${why.limits.map((limit) => limitNames[limit]).join(" and ")} together, though each alone allows some. Loosen one of them.`;
    case "spare":
      return `At most ${formatCount(why.processesMost)} ${why.processesMost === 1 ? "process is" : "processes are"} allowed, and none would be left${afterLoss(request)}. Allow more processes.`;
    case "agents":
      return `${demandText(request.demand)} is out of reach: ${formatCounted(why.processes, "process", "processes")} of ${agentsText(why.agents)} hold${why.processes === 1 ? "s" : ""} ${agentsText(why.most)}${afterLoss(request)}${wayOut(why.tooLarge, "ask for fewer agents")}`;
    case "both":
      return `${demandText(request.demand)} is out of reach: with ${formatCounted(why.processes, "process", "processes")} some sizes reach the op/s and others hold the agents, but none does both. Allow more processes, ask for less, or allow mixed sizes.`;
    case "demand": {
      const reached = request.demand.kind === "throughput" ? `${formatComputed(why.most)} op/s` : agentsText(why.most);
      const headroom = request.headroomShare > 0 ? " with headroom" : "";
      return `${demandText(request.demand)}${headroom} is out of reach: ${formatCount(why.processes)} ${why.processes === 1 ? "process" : "processes"} of ${agentsText(why.agents)} reach${why.processes === 1 ? "es" : ""} ${reached}${afterLoss(request)}${wayOut(why.tooLarge, "ask for less")}`;
    }
  }
}
