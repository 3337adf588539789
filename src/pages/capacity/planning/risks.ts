// What speaks against a plan, each with the way out: too little above the demand, figures one cannot rely on, one failure too many.
import { lossesOf } from "../../../capacity/answer/losses.ts";
import { FEWEST_REPEATS, type NotKnown, SAFE_SHARE, type Sureness } from "../../../capacity/answer/probability.ts";
import type { PlanningCurve } from "../../../capacity/asked/planning-curve.ts";
import type { Plan, PlanRequest } from "../../../capacity/plan/plan.ts";
import { formatCounted, formatPercent } from "../../../words/format.ts";
import { numberText } from "../../../words/number-text.ts";
import { demandText, formatSureness } from "./plan-text.ts";

export interface Risk {
  /** Half a sentence, as "it is only 0.8% above the demand". */
  readonly text: string;
  /** A sentence that says what would end it. */
  readonly wayOut: string;
}

/** Above the demand by less than this, a bad day is enough. */
const MARGIN_LEAST = 0.1;
/** Below this nobody would call it above. */
const EXACT = 0.0005;
const REPEAT = `Plan from a curve with ${FEWEST_REPEATS} repeats or more of each row.`;

/** Where the figures are from, as far as that keeps the plan from being safe. */
function doubt(why: NotKnown, { provenance }: PlanningCurve): Risk {
  switch (why.reason) {
    case "paced":
      return {
        text: "the run was paced, so it shows what was held and not the most",
        wayOut: "Measure with pacing “saturated”.",
      };
    case "unsteady":
      return {
        text: "the machine was not steady while it was measured",
        wayOut: "Close what else runs, and measure again.",
      };
    case "no repeats":
      return provenance === "published"
        ? {
            text: "it rests on published figures that nobody has repeated",
            wayOut: "Measure your own agents, and plan from that.",
          }
        : { text: "it rests on one figure per row, without repeats", wayOut: REPEAT };
    case "few repeats":
      return { text: `it rests on ${formatCounted(why.repeats, "repeat")}`, wayOut: REPEAT };
  }
}

function margin({ survivingOpsPerSecond }: Plan, { demand }: PlanRequest): readonly Risk[] {
  if (demand.kind !== "throughput") return [];
  const share = survivingOpsPerSecond / demand.opsPerSecond - 1;
  if (share >= MARGIN_LEAST) return [];
  const text = share < EXACT ? "it only just meets the demand" : `it is only ${formatPercent(share)} above the demand`;
  return [{ text, wayOut: "Ask for headroom." }];
}

function unsure(sureness: Sureness, request: PlanRequest, curve: PlanningCurve): readonly Risk[] {
  if (sureness.state === "not known") return [doubt(sureness, curve)];
  if (sureness.share >= SAFE_SHARE) return [];
  return [
    {
      text: `it is ${formatSureness(sureness.share)} sure of ${demandText(request.demand)}`,
      wayOut: "More headroom would raise that.",
    },
  ];
}

function failure(plan: Plan, request: PlanRequest): readonly Risk[] {
  const loss = lossesOf(plan, request).find(({ isEnough }) => !isEnough);
  if (loss === undefined) return [];
  const { what, isAll } = loss;
  return [
    {
      text: isAll ? `one failed ${what} stops everything` : `one failed ${what} leaves too little`,
      wayOut: `Choose “${what === "process" ? "one process" : "any one machine"}” under “Survives losing”.`,
    },
  ];
}

/** Sureness is of the curve alone: nobody measured the factor. */
function factor({ scale, pymdpScale }: PlanningCurve): readonly Risk[] {
  const whose = scale === pymdpScale ? "; it is the speed of pymdp, the engine of the published system" : "";
  return scale === 1
    ? []
    : [
        {
          text: `its throughput is that of the curve times ${numberText(scale, { maximumSignificantDigits: 3 })}, which is assumed${whose}`,
          wayOut: "Measure your own engine, or set the multiplier to 1.",
        },
      ];
}

/** @param sureness null while it is worked out: then only what is known without it */
export function risksOf(
  plan: Plan,
  request: PlanRequest,
  sureness: Sureness | null,
  curve: PlanningCurve,
): readonly Risk[] {
  return [
    ...margin(plan, request),
    ...(sureness === null ? [] : unsure(sureness, request, curve)),
    ...factor(curve),
    ...failure(plan, request),
  ];
}
