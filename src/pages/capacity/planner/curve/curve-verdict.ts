// What the fits mean, in sentences: which law the rows favour, whether there is a peak, and which rows contradict the others.
import type { PlanRequest } from "../../../../capacity/plan/plan.ts";
import type { Contradictions } from "../../../../laws/claims/contradictions.ts";
import type { LawComparison } from "../../../../laws/fit/fit-comparison.ts";
import { agentsForLatency, agentsForThroughput } from "../../../../laws/law-inverses.ts";
import type { Misfit } from "../../../../laws/fit/misfit.ts";
import type { Law } from "../../../../laws/laws.ts";
import type { PeakClaim, PeakDoubt } from "../../../../laws/claims/peak-claim.ts";
import {
  agentCounts,
  formatCount,
  formatCounted,
  formatMeasured,
  formatMeasuredCount,
} from "../../../../words/format.ts";
import { formatEntered } from "../../../../words/format-memory.ts";
import { lawLooks } from "./law-looks.ts";

type Fitted = Exclude<LawComparison, { readonly state: "unusable" }>;

export function choiceSentence(comparison: Fitted): string {
  switch (comparison.state) {
    case "too few rows":
      return `Too few rows to choose a law: ${formatCount(comparison.rows)} are used, and ${formatCount(comparison.needed)} are needed to compare all three by AICc.`;
    case "chosen": {
      const { best, fits } = comparison;
      const others = (["usl", "amdahl", "linear"] as const)
        .filter((kind) => kind !== best)
        .map((kind) => `${lawLooks[kind].label} ${fits[kind].aicc?.toFixed(1) ?? ""}`)
        .join(", ");
      return `The rows favour ${lawLooks[best].label === "linear" ? "the straight line" : lawLooks[best].label}: AICc ${fits[best].aicc?.toFixed(1) ?? ""}, against ${others}.`;
    }
  }
}

/** Why a law does not fit: "its residuals keep their sign (5 runs in 21 rows, p = 0.0009, Durbin-Watson 0.48)". */
function misfitText({ runs, peak }: Misfit): string {
  const parts = [
    ...(runs === null
      ? []
      : [
          `its residuals keep their sign (${formatCounted(runs.count, "run")} in ${formatCount(runs.rows)} rows, p = ${formatMeasured(runs.p)}, Durbin-Watson ${runs.durbinWatson.toFixed(2)})`,
        ]),
    ...(peak === null
      ? []
      : [
          `the rows peak at ${formatCounted(peak.measuredAgents, "agent")} with ${formatCount(peak.opsPerSecond)} op/s, outside its ${formatMeasured(peak.interval.low)} to ${peak.interval.high === null ? "no end" : formatMeasured(peak.interval.high)}`,
        ]),
  ];
  return parts.join(", and ");
}

function doubtText(doubt: PeakDoubt): string {
  switch (doubt.kind) {
    case "does not fit":
      return `the USL does not fit: ${misfitText(doubt.misfit)}. A plan goes straight between the rows instead`;
    case "no peak":
      return doubt.limitOpsPerSecond === null
        ? "the fitted κ is 0, and so is σ: throughput grows without end"
        : `the fitted κ is 0, so throughput only nears ${formatMeasured(doubt.limitOpsPerSecond)} op/s`;
    case "too few rows":
      return `${formatCount(doubt.rows)} rows are too few, ${formatCount(doubt.needed)} are needed`;
    case "kappa may be zero":
      return `the 95% interval of κ holds 0 (up to ${formatMeasured(doubt.high)})`;
    case "beyond twice the largest":
      return `it would be beyond twice the ${formatCount(doubt.largestAgents)} agents measured`;
  }
}

export function peakSentence(claim: PeakClaim): string {
  switch (claim.state) {
    case "claimed": {
      const { interval } = claim;
      const range =
        interval === null
          ? ""
          : ` (95%: ${formatMeasured(interval.low)} to ${interval.high === null ? "no end" : formatMeasured(interval.high)})`;
      return `Throughput peaks at ${formatMeasuredCount(claim.agents, "agent")}${range} with ${formatMeasured(claim.opsPerSecond)} op/s; more agents in one process do less.`;
    }
    case "refused": {
      const point =
        claim.pointEstimate === null
          ? ""
          : ` The fit puts one at ${formatMeasuredCount(claim.pointEstimate.agents, "agent")}, but`;
      const doubts = claim.doubts.map(doubtText).join("; ");
      return claim.pointEstimate === null ? `No peak is claimed: ${doubts}.` : `No peak is claimed.${point} ${doubts}.`;
    }
  }
}

/** The law inverted: how many agents of one process meet the demand, and how many are within the latency limit. */
export function inverseSentences(law: Law, request: PlanRequest): readonly string[] {
  const { demand, latencyMsMost } = request;
  const texts: string[] = [];
  if (demand.kind === "throughput") {
    const inverse = agentsForThroughput(law, demand.opsPerSecond);
    texts.push(
      inverse.state === "reached"
        ? `By the USL one process alone would reach ${formatEntered(demand.opsPerSecond)} op/s with ${formatMeasuredCount(Math.max(1, inverse.agents), "agent")}.`
        : `By the USL one process alone never reaches ${formatEntered(demand.opsPerSecond)} op/s: it has at most ${formatMeasured(inverse.mostOpsPerSecond)} op/s.`,
    );
  }
  if (latencyMsMost !== null) {
    const inverse = agentsForLatency(law, latencyMsMost);
    const limit = `${formatEntered(latencyMsMost)} ms`;
    switch (inverse.state) {
      case "reached":
        texts.push(
          `By the USL at most ${formatMeasuredCount(inverse.agents, "agent")} can be in a process within ${limit}.`,
        );
        break;
      case "unlimited":
        texts.push(`By the USL any number of agents stays within ${limit}.`);
        break;
      case "infeasible":
        texts.push(`By the USL even one agent takes longer than ${limit}: ${formatMeasured(inverse.atOneAgent)} ms.`);
        break;
    }
  }
  return texts;
}

function countsText(counts: readonly number[]): string {
  return `The ${counts.length === 1 ? "row" : "rows"} of ${agentCounts(counts, "and")}`;
}

function expectations(points: Contradictions["points"]): string {
  return points
    .map(
      ({ agents, opsPerSecond, predicted }) =>
        `at ${formatCount(agents)} the law predicts ${formatMeasured(predicted)} op/s, and the row has ${formatMeasured(opsPerSecond)}`,
    )
    .join("; ");
}

/** Whether the rows that were left out agree with the law of the others; empty where none were. */
export function contradictionSentences(found: Contradictions): readonly string[] {
  const { points } = found;
  if (points.length === 0) return [];
  if (found.state === "no interval") {
    return [
      `${countsText(points.map(({ agents }) => agents))} ${points.length === 1 ? "is" : "are"} left out: ${expectations(points)}.`,
    ];
  }
  const outside = found.points.filter((point) => point.outside);
  const inside = found.points.filter((point) => !point.outside);
  return [
    ...(outside.length === 0
      ? []
      : [
          `${countsText(outside.map(({ agents }) => agents))} contradict${outside.length === 1 ? "s" : ""} the law fitted to the others, outside its 95% prediction interval: ${expectations(outside)}.`,
        ]),
    ...(inside.length === 0
      ? []
      : [
          `${countsText(inside.map(({ agents }) => agents))} ${inside.length === 1 ? "is" : "are"} left out, and within the 95% prediction interval of the law fitted to the others: ${expectations(inside)}.`,
        ]),
  ];
}
