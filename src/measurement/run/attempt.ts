// Owns one attempt at a trial: warm-up until stable, one measured window, and what comes of it.
import { percentilesOfCounts, totalCount, type ValueCounts } from "../../statistics/counts.ts";
import { roundToDigits } from "../../statistics/significant.ts";
import type { LaneAnswer, LaneHost, WindowOrder, WindowReport } from "../lane/lane-host.ts";
import type { PlannedTrial } from "./schedule.ts";
import { type Percentiles, type Trial, uncountedTrial } from "./trial.ts";

/** Processor time that a block gives each lane at least; every worker compiles its own code. */
const WARM_BLOCK_MS = 60;
/** Longer blocks would hold up the page's Stop and the run's end for nothing. */
const WARM_BLOCK_MOST_MS = 3_000;
const WARM_BLOCKS_MOST = 12;
const STABLE_GAIN = 0.05;
/** p99 needs a thousand ops: ten beyond it. */
const FEWEST_FOR_P99 = 1_000;
/** How much longer than ordered a window may seem from outside before the clock must have jumped. */
const CLOCK_GAP_MS = 1_500;

export interface Attempt {
  readonly planned: PlannedTrial;
  readonly attempt: number;
  readonly order: WindowOrder;
  readonly host: LaneHost;
  readonly blockMs: number;
  /** Milliseconds, any origin. */
  readonly nowMs: () => number;
  /** Begins to watch the page; the function it returns tells what disturbed it since, or null. */
  readonly watch: () => () => string | null;
}

function throughputOf(reports: readonly WindowReport[]): number {
  const ops = reports.reduce((sum, report) => sum + report.completedOps, 0);
  const elapsedMs = Math.max(...reports.map((report) => report.elapsedMs));
  return (ops / elapsedMs) * 1_000;
}

function percentiles(parts: readonly ValueCounts[]): Percentiles {
  const [p50 = 0, p95 = 0, p99 = 0] = percentilesOfCounts(parts, [0.5, 0.95, 0.99]).map((us) => roundToDigits(us, 3));
  return { p50Us: p50, p95Us: p95, p99Us: totalCount(parts) < FEWEST_FOR_P99 ? null : p99 };
}

/** How long a block lasts so that each lane gets its share although lanes outnumber cores, ms. */
export function warmBlockMs(lanes: number, cores: number): number {
  const lanesPerCore = lanes / Math.max(1, cores);
  return Math.min(WARM_BLOCK_MOST_MS, Math.round(WARM_BLOCK_MS * Math.max(1, lanesPerCore / 4)));
}

/**
 * Saturated blocks, discarded, until one gains less than 5 % on the last; at least two, at most twelve.
 * @returns how many blocks were discarded
 */
export async function warmUp(
  host: LaneHost,
  rhythm: WindowOrder["rhythm"],
  blockMs: number,
): Promise<LaneAnswer<number>> {
  let previous = 0;
  for (let block = 1; block <= WARM_BLOCKS_MOST; block += 1) {
    const answer = await host.window({ rhythm, durationMs: blockMs, periodMs: null });
    if (answer.state !== "done") return answer;
    const rate = throughputOf(answer.value);
    if (block > 1 && rate < previous * (1 + STABLE_GAIN)) return { state: "done", value: block };
    previous = rate;
  }
  return { state: "done", value: WARM_BLOCKS_MOST };
}

function lossOf(reports: readonly WindowReport[]) {
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

/**
 * Runs one attempt on prepared lanes.
 * @returns the trial (valid, invalid or failed), or null where the run was stopped meanwhile
 */
export async function attemptTrial({
  planned,
  attempt,
  order,
  host,
  blockMs,
  nowMs,
  watch,
}: Attempt): Promise<Trial | null> {
  const place = { ...planned, attempt };
  const warm = await warmUp(host, order.rhythm, blockMs);
  if (warm.state === "stopped") return null;
  if (warm.state === "failed") return uncountedTrial(place, "failed", warm.reason);

  const disturbance = watch();
  const beganMs = nowMs();
  const answer = await host.window(order);
  const tookMs = nowMs() - beganMs;
  const disturbed = disturbance();
  if (answer.state === "stopped") return null;
  if (answer.state === "failed") return uncountedTrial(place, "failed", answer.reason);
  if (disturbed !== null) return uncountedTrial(place, "invalid", disturbed);

  const reports = answer.value;
  const longestMs = Math.max(...reports.map((report) => report.elapsedMs));
  if (tookMs > longestMs + CLOCK_GAP_MS) {
    const seconds = (tookMs / 1_000).toFixed(1);
    const reason = `The window took ${seconds} s from outside: the clock or the machine paused.`;
    return uncountedTrial(place, "invalid", reason);
  }
  const opsPerSecond = roundToDigits(throughputOf(reports), 4);
  if (!(opsPerSecond > 0)) {
    return uncountedTrial(place, "invalid", "No op completed inside the window. Choose a longer window.");
  }
  return {
    ...place,
    state: "valid",
    opsPerSecond,
    latency: percentiles(reports.map((report) => report.latencyCounts)),
    service: order.periodMs === null ? null : percentiles(reports.map((report) => report.serviceCounts)),
    lateOps: order.periodMs === null ? null : reports.reduce((sum, report) => sum + report.lateOps, 0),
    loss: order.rhythm === "lock-step" ? lossOf(reports) : null,
    warmupBlocks: warm.value,
  };
}
