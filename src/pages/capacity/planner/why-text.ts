// Which plans were not chosen and why, in sentences.
import type { Alternatives } from "../../../capacity/answer/alternatives.ts";
import type { PlanRequest } from "../../../capacity/plan/plan.ts";
import { formatComputed } from "../../../words/format.ts";
import { formatMegabytes } from "../../../words/format-memory.ts";
import { machinesText } from "../planning/machine-words.ts";
import { formatObjective, shortGroups } from "../planning/plan-text.ts";

/** The next cheapest equal plan, and how much more it needs; null where there is none. */
export function nextText({ next }: Alternatives, request: PlanRequest): string | null {
  if (next === null) return null;
  const where = next.plan.machines === null ? "" : ` on ${machinesText(next.plan)}`;
  const costs =
    next.more > 0 ? `needs ${formatObjective(next.more, request)} more` : "costs the same, and has no other advantage";
  return `The next cheapest equal plan, ${shortGroups(next.plan.groups)} with ${formatMegabytes(next.plan.memoryMB)} MB${where}, ${costs}.`;
}

/** The cheaper plan that nearly meets the demand; null where there is none. */
export function missText({ nearMiss }: Alternatives, request: PlanRequest): string | null {
  if (nearMiss === null) return null;
  const unit = request.demand.kind === "throughput" ? "op/s" : "agents";
  return `${nearMiss.processes}×${nearMiss.agents} would take ${formatObjective(nearMiss.figure, request)}, but reaches ${formatComputed(nearMiss.reached)} of ${formatComputed(nearMiss.wanted)} ${unit}.`;
}
