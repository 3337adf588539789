// Owns the rows of the scaling table: what is derived from the trials of one run, per agent count.
import { ratioOfMedians, RESAMPLES } from "../statistics/ratio.ts";
import { type Estimate, estimate, median } from "../statistics/summary.ts";
import { type Status, statusOf } from "./status.ts";

/** The part of a valid trial that rows are made of. */
export interface MeasuredTrial {
  readonly kind: "row" | "control" | "solo";
  readonly agents: number;
  readonly opsPerSecond: number;
  readonly latency: { readonly p50Us: number; readonly p95Us: number; readonly p99Us: number | null };
  readonly loss: { readonly fuse: number; readonly transport: number; readonly wait: number } | null;
  /** Time inside the op alone; null unless paced. */
  readonly service: { readonly p95Us: number } | null;
  /** Null unless paced. */
  readonly lateOps: number | null;
}

/** What efficiency is measured against. */
export type Yardstick =
  /** Saturated: X(1), and C cores at most. */
  | { readonly kind: "saturated"; readonly cores: number }
  /** Paced: the offered rate per agent, op/s. */
  | { readonly kind: "paced"; readonly opsPerSecondPerAgent: number };

/** How a lock-step row falls short of the same agents without messages; shares of the control's throughput. */
interface Loss {
  readonly total: number;
  readonly fuse: number;
  readonly transport: number;
  readonly wait: number;
  /** What the timed phases do not explain, such as slower inference beside other work; may be negative. */
  readonly rest: number;
}

export interface ScalingRow {
  readonly agents: number;
  /** Valid trials behind the row. */
  readonly trials: number;
  /** X(N) in op/s. */
  readonly throughput: Estimate;
  readonly throughputs: readonly number[];
  /** Saturated: X(N) / (N · X(1)). Paced: achieved / offered. Null without X(1). */
  readonly efficiency: Estimate | null;
  /** X(N) / (min(N, C) · X(1)); null when paced or without X(1). */
  readonly coreNormalised: Estimate | null;
  /** Share of E that the cores alone allow: min(1, C/N); null when paced. */
  readonly coreLimit: number | null;
  /** 1 − E(N). */
  readonly overhead: number | null;
  /** Band of core-normalised efficiency when saturated, of E when paced. */
  readonly status: Status | null;
  /** Medians over trials of each trial's percentile, µs. */
  readonly p50Us: number;
  readonly p95Us: number;
  /** Null under 1,000 ops in any trial. */
  readonly p99Us: number | null;
  readonly loss: Loss | null;
  /** Time inside the op alone, without waiting for its turn; null unless paced. */
  readonly serviceP95Us: number | null;
  /** Ops of a trial that began a millisecond or more after their intended start; null unless paced. */
  readonly lateOps: number | null;
}

function scaled(estimated: Estimate | null, factor: number): Estimate | null {
  if (estimated === null) return null;
  const { interval } = estimated;
  return {
    median: estimated.median * factor,
    interval: interval === null ? null : { ...interval, low: interval.low * factor, high: interval.high * factor },
  };
}

function medianOr0(values: readonly number[]): number {
  return median(values) ?? 0;
}

function lossOf(rows: readonly MeasuredTrial[], controls: readonly MeasuredTrial[]): Loss | null {
  const free = median(controls.map((trial) => trial.opsPerSecond));
  const shares = rows.flatMap((trial) => (trial.loss === null ? [] : [trial.loss]));
  if (free === null || shares.length === 0) return null;
  const total = 1 - medianOr0(rows.map((trial) => trial.opsPerSecond)) / free;
  const fuse = medianOr0(shares.map((share) => share.fuse));
  const transport = medianOr0(shares.map((share) => share.transport));
  const wait = medianOr0(shares.map((share) => share.wait));
  return { total, fuse, transport, wait, rest: total - fuse - transport - wait };
}

function rowOf(
  agents: number,
  trials: readonly MeasuredTrial[],
  solo: readonly number[],
  yardstick: Yardstick,
  resamples: number,
): ScalingRow[] {
  const rows = trials.filter((trial) => trial.kind === "row" && trial.agents === agents);
  const throughputs = rows.map((trial) => trial.opsPerSecond);
  const throughput = estimate(throughputs);
  if (throughput === null) return [];
  const perSolo = ratioOfMedians(throughputs, solo, resamples);
  const paced = yardstick.kind === "paced";
  const efficiency = paced
    ? scaled(throughput, 1 / (agents * yardstick.opsPerSecondPerAgent))
    : scaled(perSolo, 1 / agents);
  const coreNormalised = paced ? null : scaled(perSolo, 1 / Math.min(agents, yardstick.cores));
  const judged = paced ? efficiency : coreNormalised;
  const p99s = rows.flatMap((trial) => (trial.latency.p99Us === null ? [] : [trial.latency.p99Us]));
  const controls = trials.filter((trial) => trial.kind === "control" && trial.agents === agents);
  const row: ScalingRow = {
    agents,
    trials: rows.length,
    throughput,
    throughputs,
    efficiency,
    coreNormalised,
    coreLimit: paced ? null : Math.min(1, yardstick.cores / agents),
    overhead: efficiency === null ? null : 1 - efficiency.median,
    status: judged === null ? null : statusOf(judged.median),
    p50Us: medianOr0(rows.map((trial) => trial.latency.p50Us)),
    p95Us: medianOr0(rows.map((trial) => trial.latency.p95Us)),
    p99Us: p99s.length < rows.length ? null : median(p99s),
    loss: lossOf(rows, controls),
    serviceP95Us: median(rows.flatMap((trial) => trial.service?.p95Us ?? [])),
    lateOps: median(rows.flatMap((trial) => trial.lateOps ?? [])),
  };
  return [row];
}

/**
 * Rows by agent count, ascending; counts without a valid trial have none.
 * @param trials the valid trials of one run, in any order
 * @param resamples for the intervals of efficiencies; 0 gives ranges, for a run in progress
 */
export function scalingRows(
  trials: readonly MeasuredTrial[],
  yardstick: Yardstick,
  resamples: number = RESAMPLES,
): ScalingRow[] {
  const solo = trials.filter((trial) => trial.kind === "solo").map((trial) => trial.opsPerSecond);
  const counts = [...new Set(trials.filter((trial) => trial.kind === "row").map((trial) => trial.agents))];
  counts.sort((a, b) => a - b);
  return counts.flatMap((agents) => rowOf(agents, trials, solo, yardstick, resamples));
}
