// What a failure leaves of a plan, in a sentence for each that matters.
import { type Loss, lossesOf } from "../../../capacity/answer/losses.ts";
import type { Demand, Plan, PlanRequest } from "../../../capacity/plan/plan.ts";
import { formatComputed, formatCount, formatCounted } from "../../../words/format.ts";
import { formatEntered } from "../../../words/format-memory.ts";
import { numberText } from "../../../words/number-text.ts";

const plurals = { process: "processes", machine: "machines", zone: "zones" } as const;

/** "one machine", "two processes", "the only machine". */
export function lostText({ what, count, isAll }: Loss): string {
  if (count === 2) return `two ${plurals[what]}`;
  return isAll ? `the only ${what}` : `one ${what}`;
}

/** Figures that are close to what is asked are told so exactly that one sees which is more. */
function opsText(left: number, asked: number): string {
  return Math.abs(left - asked) < 1 ? numberText(left, { maximumSignificantDigits: 7 }) : formatComputed(left);
}

/** "630 op/s are left, and 500 are asked". */
function leftText({ opsPerSecond, agents }: Loss, demand: Demand): string {
  if (opsPerSecond === 0) return "nothing is left";
  if (demand.kind === "agents")
    return `${formatCounted(agents, "agent")} at their rate ${agents === 1 ? "is" : "are"} left, and ${formatCount(demand.agents)} are asked`;
  const ops = `${opsText(opsPerSecond, demand.opsPerSecond)} op/s are left, and ${formatEntered(demand.opsPerSecond)} are asked`;
  const agentsLeast = demand.agentsLeast ?? 0;
  return agentsLeast === 0
    ? ops
    : `${ops}; ${formatCounted(agents, "agent")}, and ${formatCount(agentsLeast)} are asked`;
}

function sentence(loss: Loss, demand: Demand): string {
  const what = lostText(loss);
  const left = leftText(loss, demand);
  if (loss.isEnough) return `${what.charAt(0).toUpperCase()}${what.slice(1)} may fail: ${left}.`;
  return `If ${what} ${loss.count === 1 ? "fails" : "fail"}, ${left}.`;
}

/** "One machine may fail: 630 op/s are left, and 500 are asked." "If the only machine fails, nothing is left." */
export function lossText(plan: Plan, request: PlanRequest): string {
  return lossesOf(plan, request)
    .map((loss) => sentence(loss, request.demand))
    .join(" ");
}
