// The curve that a plan is made from: its rows, which of them are left out, and X(n) by the chosen model.
import { type CurveRow, throughputBetweenRows } from "../../laws/curve.ts";
import { fitLaw, type Point } from "../../laws/fit/fit.ts";
import { misfitOf } from "../../laws/fit/misfit.ts";
import { type Law, throughputAt } from "../../laws/laws.ts";
import { type CurveModel, type CurveSource, type PlannerSettings } from "./planner-settings.ts";
import { PLAN_LIMITS } from "../plan/plan.ts";
import { publishedEfficiencies } from "../memory/published.ts";

/** The published op/s of one agent: every published throughput is agents × 20 × efficiency. */
const PUBLISHED_SINGLE_OPS = 20;

const publishedRows: readonly CurveRow[] = publishedEfficiencies.map(({ agents, efficiency }) => {
  // The published table has whole numbers; the product of these factors may be off in the last digit.
  const opsPerSecond = Math.round(agents * PUBLISHED_SINGLE_OPS * efficiency);
  return { agents, opsPerSecond, trials: [opsPerSecond] };
});

export interface PlanningCurve {
  readonly title: string;
  readonly provenance: "published" | CurveSource;
  /** Its rows show what was held at a fixed rate, not the most. */
  readonly isPaced: boolean;
  /** One agent alone did not keep its pace during the run. */
  readonly isUnsteady: boolean;
  /** What every throughput was multiplied by; 1 as measured. */
  readonly scale: number;
  /** The scale that makes it pymdp's throughput with the same model; null where that is not known. */
  readonly pymdpScale: number | null;
  /** Ascending by agents. */
  readonly rows: readonly CurveRow[];
  /** Agent counts left out of fit and plan. */
  readonly excluded: readonly number[];
  /** The rows that fit and plan use. */
  readonly included: readonly CurveRow[];
}

function scaled(rows: readonly CurveRow[], scale: number): readonly CurveRow[] {
  if (scale === 1) return rows;
  return rows.map((row) => ({
    ...row,
    opsPerSecond: row.opsPerSecond * scale,
    trials: row.trials.map((opsPerSecond) => opsPerSecond * scale),
  }));
}

/** The curve of the settings, with every throughput multiplied by their scale. */
export function planningCurve({
  curve,
  rows,
  title,
  source,
  run,
  scale,
  pymdp,
  exclude,
}: PlannerSettings): PlanningCurve {
  const own = curve === "rows";
  const all = scaled(own ? rows : publishedRows, scale);
  const excluded = all.map(({ agents }) => agents).filter((agents) => exclude.includes(agents));
  return {
    title: own ? title || "Untitled curve" : "FreeAgentics performance limits",
    provenance: own ? source : "published",
    isPaced: own && run.includes("paced"),
    isUnsteady: own && run.includes("unsteady"),
    scale,
    pymdpScale: own ? pymdp : null,
    rows: all,
    excluded,
    included: all.filter(({ agents }) => !excluded.includes(agents)),
  };
}

/** The most agents in one process that the plan may use: what was asked for, and without a law at most the last row. */
export function reachOf(curve: PlanningCurve, { model, perProcess }: PlannerSettings): number {
  const last = curve.included.at(-1)?.agents ?? 0;
  const wanted = perProcess ?? last;
  const reach = model === "rows" ? Math.min(wanted, last) : wanted;
  return Math.min(reach, PLAN_LIMITS.agentsPerProcessMost);
}

/** A law has up to three unknown parameters. */
export const FEWEST_ROWS_TO_FIT = 3;

/** The law of a model, fitted to these rows; null for straight lines, and where the rows are too few or the law misses them. */
export function lawOf(rows: readonly CurveRow[], model: CurveModel): Law | null {
  if (model === "rows" || rows.length < FEWEST_ROWS_TO_FIT) return null;
  const fit = fitLaw(model, rows);
  return misfitOf(fit) === null ? fit.law : null;
}

/** X(n) by n up to `reach` agents, op/s. */
export function throughputBy(rows: readonly Point[], law: Law | null, reach: number): readonly (number | null)[] {
  if (law === null) return throughputBetweenRows(rows, reach);
  return Array.from({ length: reach + 1 }, (_, n) => (n === 0 ? null : throughputAt(law, n)));
}
