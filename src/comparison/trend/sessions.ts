// Sessions of one configuration in the order of time, and the figures whose trend they show.
import { keepsApart, weightOf } from "../../regression/fact.ts";
import { logDeviation } from "../../regression/log-deviation.ts";
import { type Trend, trendOf, TREND_SESSIONS_LEAST } from "../../regression/trend.ts";
import { middleOf } from "../../regression/evidence.ts";
import type { Metric } from "../../regression/metric.ts";
import { type Derived, deriveResult } from "../../results/derive.ts";
import { experimentOf, measuredOn } from "../../results/experiment.ts";
import type { Result } from "../../results/format/result.ts";
import type { QualityState } from "../../scaling/quality.ts";
import { fingerprintOf, measuredOf } from "../cells/result-cells.ts";
import { cellKey, type CellFigures } from "../../regression/compared-cell.ts";
import { rowWords } from "../cells/row-words.ts";

/** Facts that a trend is about: what changed between sessions, and not which configuration they are of. */
const MAY_CHANGE = new Set(["browser", "engine version", "parallel capacity C"]);

/** Equal where two results are sessions of one configuration on one machine; browser and engine may differ. */
export function configurationOf(result: Result): string {
  const facts = fingerprintOf(result).filter((fact) => keepsApart(weightOf(fact)) && !MAY_CHANGE.has(fact.name));
  const { hardwareConcurrency } = result.environment;
  return JSON.stringify([["cores", hardwareConcurrency], ...facts.map(({ name, value }) => [name, value])]);
}

interface SessionFigure {
  readonly key: string;
  readonly label: string;
  readonly metric: Metric;
  /** Null where the session has none. */
  readonly value: number | null;
  readonly deviation: number | null;
}

/** One run, as a point of a trend. */
export interface TrendSession {
  readonly id: string;
  readonly createdAt: string;
  readonly browser: string;
  readonly quality: QualityState;
  readonly figures: ReadonlyMap<string, SessionFigure>;
}

function deviationOf(figures: CellFigures): number | null {
  const isPositive = figures.kind === "trials" && figures.values.every((value) => value > 0);
  return isPositive ? logDeviation(figures.values) : null;
}

/** What a run as a whole answers, such as agents held; it stands before the figures of its rows. */
function answerOf(result: Result, { rows, quality }: Derived): readonly SessionFigure[] {
  const experiment = experimentOf(result);
  const on = measuredOn(result.environment);
  const gauge = experiment.gaugeOf({ rows, samples: result.samples, on, quality });
  if (gauge === null) return [];
  const label = `${gauge.unit} held`;
  const metric: Metric = { id: "answer", label, unit: null, better: "higher" };
  return [{ key: "answer", label, metric, value: gauge.value, deviation: null }];
}

/** A result as a session. */
export function trendSession(result: Result): TrendSession {
  const derived = deriveResult(result);
  const figures = measuredOf(result).cells.map((cell): SessionFigure => ({
    key: cellKey(cell),
    label: `${cell.metric.label}, ${rowWords(cell.row)}`,
    metric: cell.metric,
    value: middleOf(cell.figures),
    deviation: deviationOf(cell.figures),
  }));
  return {
    id: result.id,
    createdAt: result.createdAt,
    browser: result.environment.browser,
    quality: derived.quality,
    figures: new Map([...answerOf(result, derived), ...figures].map((figure) => [figure.key, figure])),
  };
}

/** A figure that enough sessions have. */
export interface TrendChoice {
  readonly key: string;
  readonly label: string;
  readonly metric: Metric;
}

/** Whether a session counts for a figure: of a useless one nothing is concluded, and a level is a ratio away from another. */
function counts({ quality, figures }: TrendSession, key: string): boolean {
  return quality !== "useless" && (figures.get(key)?.value ?? 0) > 0;
}

/** The figures that at least three sessions have; the first is what the runs answer, else the first measure at their last point. */
export function trendChoices(sessions: readonly TrendSession[]): readonly TrendChoice[] {
  const known = new Map<string, TrendChoice>();
  for (const { figures } of sessions) {
    for (const { key, label, metric } of figures.values()) known.set(key, { key, label, metric });
  }
  const shown = [...known.values()].filter(
    ({ key }) => sessions.filter((session) => counts(session, key)).length >= TREND_SESSIONS_LEAST,
  );
  const [first] = shown;
  const main = first?.key === "answer" ? first : shown.findLast(({ metric }) => metric.id === first?.metric.id);
  return main === undefined ? [] : [main, ...shown.filter(({ key }) => key !== main.key)];
}

/** One session of a figure's trend. */
interface TrendPoint {
  readonly session: TrendSession;
  /** Null where it does not count. */
  readonly value: number | null;
  /** Why not; null where it counts. */
  readonly leftOut: string | null;
}

/** A change of the level, as it is told. */
export interface TrendChange {
  /** Index of the first session of the new level, among all points. */
  readonly at: number;
  /** Share of the level before. */
  readonly change: number;
  /** What else changed there, such as "Chromium 156 → Chromium 157"; null where nothing is known. */
  readonly along: string | null;
}

export interface FigureTrend {
  readonly choice: TrendChoice;
  readonly points: readonly TrendPoint[];
  /** By index among all points. */
  readonly levels: Trend["levels"];
  readonly floor: number;
  readonly changes: readonly TrendChange[];
}

function pointOf(session: TrendSession, key: string): TrendPoint {
  if (counts(session, key)) return { session, value: session.figures.get(key)?.value ?? null, leftOut: null };
  const leftOut = session.quality === "useless" ? "the machine was useless" : "it has no such figure";
  return { session, value: null, leftOut };
}

function browserChange(points: readonly TrendPoint[], at: number): string | null {
  const [before, after] = [points[at - 1]?.session.browser, points[at]?.session.browser];
  return before === undefined || after === undefined || before === after ? null : `${before} → ${after}`;
}

/** The trend of one figure. @param sessions in the order of time @returns null where too few count */
export function figureTrend(sessions: readonly TrendSession[], choice: TrendChoice): FigureTrend | null {
  const points = sessions.map((session) => pointOf(session, choice.key));
  const counted = points.flatMap(({ value }, at) => (value === null ? [] : [{ at, value }]));
  const trend = trendOf(
    counted.map(({ at, value }) => ({ value, deviation: sessions[at]?.figures.get(choice.key)?.deviation ?? null })),
  );
  if (trend === null) return null;
  const levels = trend.levels.map(({ from, to, level }) => ({
    from: counted[from]?.at ?? 0,
    to: counted[to]?.at ?? points.length,
    level,
  }));
  const changes = levels.slice(1).map(({ from, level }, n) => ({
    at: from,
    change: level / (levels[n]?.level ?? level) - 1,
    along: browserChange(points, from),
  }));
  return { choice, points, levels, floor: trend.floor, changes };
}
