// The trend of one figure over sessions: its levels, where they change, and how far sessions may stray while nothing changes.
import { changePoints } from "../statistics/change-points.ts";
import { median } from "../statistics/summary.ts";
import { floorOfDeviation, LEAST_NOISE } from "./noise-floor.ts";

/** Fewer sessions show no trend. */
export const TREND_SESSIONS_LEAST = 3;
/** The latest ones count: finding the levels takes the fourth power of their number. */
export const TREND_SESSIONS_MOST = 60;
/** Under so many sessions their own differences tell too little, and no change is claimed. */
export const CHANGES_SESSIONS_LEAST = 6;

/** One session's figure. */
export interface TrendValue {
  /** Above 0. */
  readonly value: number;
  /** How much its trials deviate, in logarithms; null where that is not known. */
  readonly deviation: number | null;
}

/** Sessions beside each other with one level. */
interface TrendLevel {
  /** Indices of the first session, and of the one after the last. */
  readonly from: number;
  readonly to: number;
  /** The median of its sessions. */
  readonly level: number;
}

export interface Trend {
  readonly levels: readonly TrendLevel[];
  /** How far sessions may lie apart while nothing changes, in logarithms. */
  readonly floor: number;
}

/**
 * How much sessions stray around their level: what neighbours differ by, which a change of the level hardly moves, and at least
 * what their trials deviate by, and what no measurement is better than. The median of differences reads small where they are few,
 * hence 1 + 3/n; docs/methodology.md has the error rates that it leaves.
 * Source for the differences: Hampel, The influence curve and its role in robust estimation, JASA 69, 1974 (median absolute
 * deviation, 1.4826 for normal values).
 */
function deviationOf(logs: readonly number[], sessions: readonly TrendValue[]): number {
  const steps = logs.slice(1).map((log, n) => Math.abs(log - (logs[n] ?? 0)));
  const own = (1.4826 / Math.SQRT2) * (median(steps) ?? 0) * (1 + 3 / logs.length);
  const ofTrials = median(sessions.flatMap(({ deviation }) => deviation ?? [])) ?? 0;
  return Math.max(own, ofTrials, LEAST_NOISE / (2.5 * Math.SQRT2));
}

function levelsOf(values: readonly number[], cuts: readonly number[]): readonly TrendLevel[] {
  const starts = [0, ...cuts];
  return starts.map((from, n) => {
    const to = starts[n + 1] ?? values.length;
    return { from, to, level: median(values.slice(from, to)) ?? 0 };
  });
}

/** Takes away changes that are smaller than any measurement is good for. */
function withoutSmall(values: readonly number[], cuts: readonly number[]): readonly number[] {
  const levels = levelsOf(values, cuts);
  const small = cuts.findIndex((_, n) => {
    const [before, after] = [levels[n]?.level ?? 1, levels[n + 1]?.level ?? 1];
    return Math.abs(Math.log(after / before)) <= LEAST_NOISE;
  });
  return small < 0 ? cuts : withoutSmall(values, cuts.toSpliced(small, 1));
}

/** @param sessions in the order of time, at most `TREND_SESSIONS_MOST` @returns null where they are too few */
export function trendOf(sessions: readonly TrendValue[]): Trend | null {
  if (sessions.length < TREND_SESSIONS_LEAST) return null;
  const values = sessions.map(({ value }) => value);
  const logs = values.map(Math.log);
  const deviation = deviationOf(logs, sessions);
  const cuts = sessions.length < CHANGES_SESSIONS_LEAST ? [] : withoutSmall(values, changePoints(logs, deviation));
  return { levels: levelsOf(values, cuts), floor: floorOfDeviation(deviation) };
}
