// The answer of the planner in sentences that can be said aloud: what to run, what it gives and costs, and whether that is safe.
import { lossesOf } from "../../../capacity/answer/losses.ts";
import type { Sureness } from "../../../capacity/answer/probability.ts";
import type { PlanningCurve } from "../../../capacity/asked/planning-curve.ts";
import type { Plan, PlanRequest } from "../../../capacity/plan/plan.ts";
import { formatBytesWithUnit, formatCounted } from "../../../words/format.ts";
import { numberText } from "../../../words/number-text.ts";
import { lostText } from "./loss-text.ts";
import { machinesInWords } from "./machine-words.ts";
import { demandText, formatMonthly, formatOps, formatSureness, groupsText } from "./plan-text.ts";
import { risksOf } from "./risks.ts";
import { speedText } from "./speed-text.ts";
import { listed } from "../../../words/listed.ts";

function onMachines({ machines }: Plan): string {
  return machines === null ? "" : ` on ${machinesInWords(machines.count, machines.machine)}`;
}

function costText({ machines }: Plan, { currency }: PlanRequest): string {
  const pricePerHour = machines?.pricePerHour ?? null;
  return pricePerHour === null ? "" : `, about ${formatMonthly(pricePerHour, currency)}`;
}

function givesText({ opsPerSecond, agents }: Plan, { demand }: PlanRequest): string {
  return demand.kind === "throughput"
    ? `${formatOps(opsPerSecond)} on paper`
    : `${formatCounted(agents, "agent")} at ${numberText(demand.opsPerSecondPerAgent, { maximumSignificantDigits: 6 })} op/s each on paper`;
}

/** "Run 3 processes of 16 agents on one e2-standard-4: 504 op/s on paper, 5.72 GB, about $98 a month." */
export function planSentence(plan: Plan, request: PlanRequest, curve: PlanningCurve): string {
  const speed = speedText(curve);
  return `Run ${groupsText(plan.groups)}${onMachines(plan)}: ${givesText(plan, request)}${speed === null ? "" : ` (${speed})`}, ${formatBytesWithUnit(plan.memoryMB * 1e6)}${costText(plan, request)}.`;
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
  return safetyOf(plan, request, sureness, curve).text;
}

export interface Safety {
  /** Null while it is worked out. */
  readonly isSafe: boolean | null;
  readonly text: string;
}

/** The same with its verdict apart. */
export function safetyOf(plan: Plan, request: PlanRequest, sureness: Sureness | null, curve: PlanningCurve): Safety {
  if (sureness === null) return { isSafe: null, text: "Working out how safe that is …" };
  const risks = risksOf(plan, request, sureness, curve).map(({ text }) => text);
  if (risks.length > 0) return { isSafe: false, text: `Not safe yet: ${listed(risks, ", and")}.` };
  const sure =
    sureness.state === "known" ? `${formatSureness(sureness.share)} sure of ${demandText(request.demand)}` : "";
  const [loss] = lossesOf(plan, request);
  return { isSafe: true, text: `Safe: ${sure}${loss === undefined ? "" : `, and ${lostText(loss)} may fail`}.` };
}
