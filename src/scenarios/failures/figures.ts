// What a window under a supervisor says: its accounts, and how long it took to notice and to recover.
import type { LaneLoss } from "../../measurement/run/bench.ts";
import type { Distributions, Figures } from "../../measurement/run/sample.ts";
import { type ProtocolReport, timesOf, totalOf } from "../../protocols/tally.ts";
import { percentilesOfCounts, totalCount } from "../../statistics/counts.ts";
import { logBuckets } from "../../statistics/log-buckets.ts";
import { roundToDigits } from "../../statistics/significant.ts";

const DIGITS = 3;

/** A percentile in µs; null where nothing was timed. */
function percentile(reports: readonly ProtocolReport[], name: string, share: number): number | null {
  const parts = timesOf(reports, name);
  const [value = 0] = percentilesOfCounts(parts, [share]);
  return totalCount(parts) === 0 ? null : roundToDigits(value, DIGITS);
}

/** @returns figures, with those left out that nothing speaks of; null where no op ended */
export function failureFigures(reports: readonly ProtocolReport[], windowMs: number): Figures | null {
  const count = (name: string) => totalOf(reports, name);
  const [done, failed] = [count("done"), count("failed")];
  const ended = done + failed;
  if (ended === 0) return null;
  const times = {
    p50: percentile(reports, "op", 0.5),
    p95: percentile(reports, "op", 0.95),
    "noticed-p50": percentile(reports, "noticed", 0.5),
    "noticed-p95": percentile(reports, "noticed", 0.95),
    "recovered-p95": percentile(reports, "recovered", 0.95),
  };
  return {
    throughput: roundToDigits((done / windowMs) * 1_000, 4),
    failed: roundToDigits(failed / ended, 6),
    ...Object.fromEntries(Object.entries(times).filter(([, value]) => value !== null)),
    "unbalanced-seconds": count("unbalanced seconds"),
    seconds: count("seconds"),
    offered: count("offered"),
    ended,
    crashes: count("crashes"),
    alive: count("revived alive"),
    "late-answers": count("late answers"),
    kept: count("kept beliefs"),
    forgot: count("lost beliefs"),
  };
}

export function noticedDistribution(reports: readonly ProtocolReport[]): Distributions {
  return { noticed: logBuckets(timesOf(reports, "noticed")) };
}

/** What the death of a whole worker cost, in the measures of an agent that crashes. */
export function workerFigures({ noticedMs, replacedMs }: LaneLoss): Figures {
  return {
    "noticed-p50": Math.max(0, Math.round(noticedMs * 1_000)),
    "recovered-p95": Math.max(0, Math.round(replacedMs * 1_000)),
  };
}
