// About how long a run takes, before it begins.
import { areTooManyIdle } from "../lane/placement.ts";
import type { Cost, Measurable } from "./bench.ts";
import type { Planned } from "./sample.ts";
import { CALIBRATION_WINDOWS, capacityLadder } from "./capacity-ladder.ts";
import { warmBlockMs } from "./warm-up.ts";

/** Blocks until the gain is small: two at least, seldom more than four. */
const WARM_BLOCKS = 2.5;
/** Drawing and messages between attempts. */
const BETWEEN_ATTEMPTS_MS = 60;
const PER_WINDOW_MS = 5;
const PER_LANE_AND_WINDOW_MS = 0.3;
/** Starting a worker takes 12 ms and more, the more of them there are. */
const WORKER_START_MS = 20;
const PREPARE_MS = 10;
const CALIBRATION_WINDOW_MS = 115;

/** What starting the workers of each point takes, ms; idle ones are ended as the run ends them. */
function startingMs(costs: readonly Cost[], alive: number): number {
  let running = alive;
  let preparedFor = "";
  let started = 0;
  let prepared = 0;
  for (const { lanes, key } of costs) {
    if (key === preparedFor) continue;
    preparedFor = key;
    prepared += 1;
    if (areTooManyIdle(running, lanes)) running = lanes;
    started += Math.max(0, lanes - running);
    running = Math.max(running, lanes);
  }
  return started * WORKER_START_MS + prepared * PREPARE_MS;
}

function calibrationMs(hardwareConcurrency: number): number {
  const ladder = capacityLadder(hardwareConcurrency);
  // The whole ladder at the start, and up to three of its counts in the middle and at the end.
  const windows = (ladder.length + 2 * 3) * CALIBRATION_WINDOWS + 3;
  return Math.max(...ladder) * WORKER_START_MS + windows * CALIBRATION_WINDOW_MS;
}

/** Starting workers, their warm-up, and windows as they are really measured. */
function pointsMs(measurable: Measurable, points: readonly Planned[], hardwareConcurrency: number): number {
  const costs = points.map((planned) => measurable.costOf(planned, hardwareConcurrency));
  const measuringMs = costs.reduce((sum, { lanes, windowMs }) => {
    const perWindowMs = PER_WINDOW_MS + lanes * PER_LANE_AND_WINDOW_MS;
    const warmMs = WARM_BLOCKS * (warmBlockMs(lanes, hardwareConcurrency) + perWindowMs);
    return sum + warmMs + windowMs + perWindowMs + BETWEEN_ATTEMPTS_MS;
  }, 0);
  return startingMs(costs, Math.max(...capacityLadder(hardwareConcurrency))) + measuringMs;
}

function secondsOf(
  measurables: readonly Measurable[],
  hardwareConcurrency: number,
  pointsOf: (measurable: Measurable) => readonly Planned[],
): number {
  const allMs = measurables.reduce(
    (sum, measurable) => sum + pointsMs(measurable, pointsOf(measurable), hardwareConcurrency),
    calibrationMs(hardwareConcurrency),
  );
  return allMs / 1_000;
}

/**
 * About how long it takes to measure several things in turn, s, with the one calibration that they share.
 * @param hardwareConcurrency is taken for the cores that the run will measure
 */
export function estimateSeconds(measurables: readonly Measurable[], hardwareConcurrency: number): number {
  return secondsOf(measurables, hardwareConcurrency, ({ plan }) => plan);
}

/** From how long it typically takes to how long it takes where searches go on for long, s; both are one where nothing is searched. */
export function estimateRange(
  measurables: readonly Measurable[],
  hardwareConcurrency: number,
): readonly [typical: number, most: number] {
  const most = secondsOf(measurables, hardwareConcurrency, ({ plan, search }) => search?.longest ?? plan);
  return [estimateSeconds(measurables, hardwareConcurrency), most];
}
