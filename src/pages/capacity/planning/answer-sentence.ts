// The answer of the planner in sentences that can be said aloud: what to run, what it gives and costs, and whether that is safe.
import { type NotKnown, SAFE_SHARE, type Sureness } from "../../../capacity/answer/probability.ts";
import type { PlanningCurve } from "../../../capacity/asked/planning-curve.ts";
import type { Plan, PlanRequest } from "../../../capacity/plan/plan.ts";
import { formatBytesWithUnit, formatCount, formatCounted, formatPercent } from "../../../words/format.ts";
import { numberText } from "../../../words/number-text.ts";
import { demandText, formatOps, formatSureness, groupsText } from "./plan-text.ts";

/** What a month has, as clouds reckon it. */
const HOURS_PER_MONTH = 730;
/** Above the demand by less than this, a bad day is enough. */
const MARGIN_LEAST = 0.1;

function machinesText({ machines }: Plan): string {
  if (machines === null) return "";
  const { count, machine } = machines;
  return ` on ${count === 1 ? "one" : formatCount(count)} ${machine.name}`;
}

function costText({ machines }: Plan): string {
  const pricePerHour = machines?.pricePerHour ?? null;
  if (pricePerHour === null) return "";
  const month = pricePerHour * HOURS_PER_MONTH;
  return `, about $${numberText(month, month < 10 ? { maximumSignificantDigits: 2 } : { maximumFractionDigits: 0 })} a month`;
}

function givesText({ opsPerSecond, agents }: Plan, { demand }: PlanRequest): string {
  return demand.kind === "throughput"
    ? `${formatOps(opsPerSecond)} on paper`
    : `${formatCounted(agents, "agent")} at ${numberText(demand.opsPerSecondPerAgent, { maximumSignificantDigits: 6 })} op/s each on paper`;
}

/** "Run 3 processes of 16 agents on one e2-standard-4: 504 op/s on paper, 5.72 GB, about $98 a month." */
export function planSentence(plan: Plan, request: PlanRequest): string {
  return `Run ${groupsText(plan.groups)}${machinesText(plan)}: ${givesText(plan, request)}, ${formatBytesWithUnit(plan.memoryMB * 1e6)}${costText(plan)}.`;
}

/** Where the figures are from, as far as that keeps the plan from being safe. */
function doubtText(why: NotKnown, { provenance }: PlanningCurve): string {
  switch (why.reason) {
    case "paced":
      return "the run was paced, so it shows what was held and not the most";
    case "unsteady":
      return "the machine was not steady while it was measured";
    case "no repeats":
      return provenance === "published"
        ? "it rests on published figures that nobody has repeated"
        : "it rests on one figure per row, without repeats";
    case "few repeats":
      return `it rests on ${formatCounted(why.repeats, "repeat")}`;
  }
}

function marginText({ survivingOpsPerSecond }: Plan, { demand }: PlanRequest): readonly string[] {
  if (demand.kind !== "throughput") return [];
  const margin = survivingOpsPerSecond / demand.opsPerSecond - 1;
  return margin < MARGIN_LEAST ? [`it is only ${formatPercent(Math.max(0, margin))} above the demand`] : [];
}

function surenessTexts(sureness: Sureness, request: PlanRequest, curve: PlanningCurve): readonly string[] {
  if (sureness.state === "not known") return [doubtText(sureness, curve)];
  if (sureness.share >= SAFE_SHARE) return [];
  return [`it is ${formatSureness(sureness.share)} sure of ${demandText(request.demand)}`];
}

function failureTexts({ lost, machines, processes }: Plan): readonly string[] {
  if (machines?.count === 1) return ["one failed machine stops everything"];
  if (processes === 1) return ["one failed process stops everything"];
  return lost === 0 ? ["a failed process leaves too little"] : [];
}

function listed(parts: readonly string[]): string {
  const last = parts.at(-1) ?? "";
  return parts.length < 2 ? last : `${parts.slice(0, -1).join(", ")}, and ${last}`;
}

/**
 * "Not safe yet: it is only 0.8% above the demand, it rests on published figures that nobody has repeated, and one failed
 * machine stops everything."
 * @param sureness null while it is worked out
 */
export function safetySentence(
  plan: Plan,
  request: PlanRequest,
  sureness: Sureness | null,
  curve: PlanningCurve,
): string {
  if (sureness === null) return "Working out how safe that is …";
  const risks = [...marginText(plan, request), ...surenessTexts(sureness, request, curve), ...failureTexts(plan)];
  if (risks.length > 0) return `Not safe yet: ${listed(risks)}.`;
  const sure =
    sureness.state === "known" ? `${formatSureness(sureness.share)} sure of ${demandText(request.demand)}` : "";
  return `Safe: ${sure}, and it survives what may be lost.`;
}
