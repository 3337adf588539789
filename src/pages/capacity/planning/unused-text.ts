// What of its machines a plan leaves unused, in a sentence.
import { unusedOn } from "../../../capacity/answer/machine-offers.ts";
import type { Plan, PlanRequest } from "../../../capacity/plan/plan.ts";
import { formatPercent } from "../../../words/format.ts";

/** "Of what this machine leaves to processes, 59% of the memory and 23% of the vCPU stay unused, though you pay for them." */
export function unusedText(plan: Plan, request: PlanRequest): string | null {
  const { machines } = plan;
  if (machines === null) return null;
  const { memoryShare, vcpuShare } = unusedOn(machines.machine, plan, machines.count, request);
  const those = machines.count === 1 ? "this machine leaves" : "these machines leave";
  const paid = machines.pricePerHour === null ? "" : ", though you pay for them";
  return `Of what ${those} to processes, ${formatPercent(memoryShare)} of the memory and ${formatPercent(vcpuShare)} of the vCPU stay unused${paid}.`;
}
