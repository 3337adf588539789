// The whole answer to the planner's settings: the plan, how sure it is, why it is so, and what would change it.
import { uniformFloat64 } from "pure-rand/distribution/uniformFloat64";
import { xoroshiro128plus } from "pure-rand/generator/xoroshiro128plus";
import { everyRowRepeated, lawBands, type LawBands, resampleCurve } from "../../laws/fit/curve-bootstrap.ts";
import type { CurveRow } from "../../laws/curve.ts";
import { fitLaw, refitLaw } from "../../laws/fit/fit.ts";
import type { Law } from "../../laws/laws.ts";
import { type Alternatives, alternativesTo } from "./alternatives.ts";
import { type Binding, bindingOf } from "./binding.ts";
import { type Growth, type GrowthPlan, planGrowth } from "./growth.ts";
import type { Plan, PlanRequest } from "../plan/plan.ts";
import { requestOf, requestUnder } from "../asked/plan-question.ts";
import { cheapestPlan, type PlanOutcome } from "../plan/planner.ts";
import { type PlannerSettings, type PlannerTexts, settingsOf } from "../asked/planner-settings.ts";
import {
  FEWEST_ROWS_TO_FIT,
  lawOf,
  planningCurve,
  type PlanningCurve,
  reachOf,
  throughputBy,
} from "../asked/planning-curve.ts";
import { doubtOf, type SampledThroughput, type Sureness, surenessOf } from "./probability.ts";
import { sensitivities, type Sensitivity } from "./sensitivity.ts";
import type { WhatIf } from "../asked/what-if.ts";

/** Curves resampled for a probability: its standard error is then at most 2.2 percentage points. */
const SAMPLES = 500;

/** A what-if planned at the modest and the bold end of what it claims. */
interface WhatIfOutcome {
  readonly whatIf: WhatIf;
  readonly low: PlanOutcome;
  readonly high: PlanOutcome;
}

/** What is known about a plan: how sure it is, what binds it, what it is compared with, and what it depends on. */
export interface PlanDetails {
  readonly sureness: Sureness;
  readonly binding: Binding;
  readonly alternatives: Alternatives;
  readonly sensitivities: readonly Sensitivity[];
}

export interface PlanAnswer {
  /** The question to which this is the answer. */
  readonly request: PlanRequest;
  readonly outcome: PlanOutcome;
  /** Null where there is no plan. */
  readonly details: PlanDetails | null;
  readonly whatIfs: readonly WhatIfOutcome[];
  /** The 95 % band of the USL, whatever the model of the plan. */
  readonly band: LawBands;
  /** Null where no growth is asked for. */
  readonly growth: GrowthPlan | null;
}

/** The law whose σ is moved in the sensitivities, whatever the model of the plan. */
function lawForSigma(rows: readonly CurveRow[]): Law | null {
  return rows.length < FEWEST_ROWS_TO_FIT ? null : fitLaw("usl", rows).law;
}

function seeded(): () => number {
  const generator = xoroshiro128plus(1);
  return () => uniformFloat64(generator);
}

function samplesOf(rows: readonly CurveRow[], law: Law | null, reach: number): readonly SampledThroughput[] {
  if (!everyRowRepeated(rows)) return [];
  const random = seeded();
  return Array.from({ length: SAMPLES }, () => {
    const sample = resampleCurve(rows, random);
    return throughputBy(sample, law === null ? null : refitLaw(sample, law), reach);
  });
}

const BAND_POINTS = 30;

/** The band of the USL from one agent to a little beyond the last row. */
function bandOf(rows: readonly CurveRow[], last: number): LawBands {
  if (rows.length < FEWEST_ROWS_TO_FIT) return { state: "too few rows" };
  const at = Array.from({ length: BAND_POINTS + 1 }, (_, n) => 1 + ((last * 1.04 - 1) * n) / BAND_POINTS);
  return lawBands(fitLaw("usl", rows), rows, seeded(), SAMPLES, at);
}

function growthOf({ growth, perMonth, forecast }: PlannerSettings): Growth | null {
  switch (growth) {
    case "none":
      return null;
    case "linear":
      return { kind: "linear", perMonth };
    case "compound":
      return { kind: "compound", sharePerMonth: perMonth / 100 };
    case "series":
      return forecast.length === 0 ? null : { kind: "forecast", points: forecast };
  }
}

function detailsOf(plan: Plan, request: PlanRequest, settings: PlannerSettings, curve: PlanningCurve): PlanDetails {
  const rows = curve.included;
  const sure = () =>
    surenessOf(plan, request, samplesOf(rows, lawOf(rows, settings.model), request.throughput.length - 1));
  return {
    sureness: doubtOf(curve) ?? sure(),
    binding: bindingOf(plan, request, settings.split),
    alternatives: alternativesTo(plan, request),
    sensitivities: sensitivities(request, settings.split, lawForSigma(rows)),
  };
}

/** The question that the settings ask, on their curve. */
export function requestFrom(settings: PlannerSettings): PlanRequest {
  const curve = planningCurve(settings);
  const law = lawOf(curve.included, settings.model);
  return requestOf(settings, throughputBy(curve.included, law, reachOf(curve, settings)));
}

/**
 * Works out everything. The same texts and day always give the same answer: resampling has a fixed seed.
 * @param texts all valid
 * @param today days since 1970-01-01; growth starts then where the settings have no first day
 */
export function answerOf(texts: PlannerTexts, today: number): PlanAnswer {
  const settings = settingsOf(texts);
  const request = requestFrom(settings);
  const curve = planningCurve(settings);
  const { rows, included } = curve;
  const outcome = cheapestPlan(request, settings.split);
  const growth = growthOf(settings);
  return {
    request,
    outcome,
    details: outcome.state === "planned" ? detailsOf(outcome.plan, request, settings, curve) : null,
    band: bandOf(included, rows.at(-1)?.agents ?? 1),
    whatIfs: settings.whatIfs.map((whatIf) => ({
      whatIf,
      low: cheapestPlan(requestUnder(request, whatIf, "low"), settings.split),
      high: cheapestPlan(requestUnder(request, whatIf, "high"), settings.split),
    })),
    growth:
      growth === null
        ? null
        : planGrowth(request, growth, {
            start: settings.from ?? today,
            months: settings.months,
            leadDays: settings.lead,
            today,
          }),
  };
}
