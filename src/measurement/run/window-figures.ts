// What a measured window says: throughput, percentiles of single ops, and where the lanes' time went.
import { meanOfCounts, percentilesOfCounts, totalCount } from "../../statistics/counts.ts";
import { logBuckets } from "../../statistics/log-buckets.ts";
import { roundToDigits } from "../../statistics/significant.ts";
import type { WindowReport } from "../lane/lane-host.ts";
import type { Figures } from "./sample.ts";

/** A percentile needs ten ops beyond it: p99 a thousand, p99.9 ten thousand. */
const FEWEST_BEYOND = 10;
const DIGITS = 3;

/** What is said of a window without an op: there is no rate of 0, and nothing beside which it could be held. */
export const NO_OP_COMPLETED = {
  state: "invalid",
  reason: "No op completed inside the window. Choose a longer window.",
} as const;

/** Completed ops per second over the longest lane's time. */
export function throughputOf(reports: readonly WindowReport[]): number {
  const ops = reports.reduce((sum, report) => sum + report.completedOps, 0);
  const elapsedMs = Math.max(...reports.map((report) => report.elapsedMs));
  return (ops / elapsedMs) * 1_000;
}

type CountsOf = "latencyCounts" | "serviceCounts";

/** Fewest ops of a window in which a percentile is known; null up to p95, which stands for any number of ops. */
export function opsForPercentile(share: number): number | null {
  return share <= 0.95 ? null : Math.round(FEWEST_BEYOND / (1 - share));
}

/** Which percentiles are kept under which id, as shares. */
export type PercentileIds = Readonly<Record<string, number>>;

/** Percentiles of single ops in whole µs at three digits; null where too few ops lie beyond one. */
export function percentileFigures(reports: readonly WindowReport[], of: CountsOf, ids: PercentileIds): Figures {
  const parts = reports.map((report) => report[of]);
  const values = percentilesOfCounts(parts, Object.values(ids));
  const total = totalCount(parts);
  return Object.fromEntries(
    Object.entries(ids).map(([id, share], at) => {
      const isKnown = total >= (opsForPercentile(share) ?? 0);
      return [id, isKnown ? roundToDigits(values[at] ?? 0, DIGITS) : null];
    }),
  );
}

/** Mean of single ops, µs at three digits. */
export function meanUs(reports: readonly WindowReport[], of: CountsOf): number {
  return roundToDigits(meanOfCounts(reports.map((report) => report[of])), DIGITS);
}

/** How latencies spread, in buckets that grow by the same factor. */
export function latencyBuckets(reports: readonly WindowReport[]): number[] {
  return logBuckets(reports.map((report) => report.latencyCounts));
}

/** Shares of all lane time in a lock-step window, 0 to 1 at three decimals. What is left is inference. */
export function lossFigures(reports: readonly WindowReport[]): Figures {
  const laneMs = reports.reduce((sum, report) => sum + report.elapsedMs, 0);
  const share = (part: (report: WindowReport) => number): number => {
    const spentMs = reports.reduce((sum, report) => sum + part(report), 0);
    return Math.min(1, Math.max(0, Math.round((spentMs / laneMs) * 1_000) / 1_000));
  };
  return {
    fuse: share((report) => report.fuseMs),
    transport: share((report) => report.transportMs),
    wait: share((report) => report.waitMs),
  };
}
