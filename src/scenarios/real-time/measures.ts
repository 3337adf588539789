// What the real-time scenario measures and derives, each figure once.
import { steppedByMeasure } from "../agents/stepped-by.ts";
import { warmUpMeasure } from "../agents/warm-up-measure.ts";
import { LATENCY_FROM, latencyMeasures, pacedMeasures } from "../agents/latency-measures.ts";
import { measure, type Measure } from "../contract/measure.ts";
import { LADDER_MS, OVER, overId } from "./trials.ts";

const inFile = { unit: "count", place: "file" } as const;

const counted: readonly Measure[] = [
  measure({ id: "ops", label: "ops", ...inFile, help: "Ops that were done in the trial." }),
  measure({ id: "offered", label: "offered ops", ...inFile, help: "Ops that were due in the trial." }),
  measure({
    id: OVER,
    label: "ops over the limit",
    ...inFile,
    help: "Ops that were done later than the limit after they were due, counted exactly.",
  }),
  ...LADDER_MS.map((limitMs) =>
    measure({
      id: overId(limitMs),
      label: `ops over ${limitMs} ms`,
      ...inFile,
      help: `Ops that were done over ${limitMs} ms after they were due, counted exactly.`,
    }),
  ),
  measure({
    id: "lag",
    label: "longest lag",
    unit: "µs",
    place: "file",
    help: "The longest that an op began after it was due.",
  }),
  warmUpMeasure,
  steppedByMeasure,
];

const PHASES = ["fuse", "transport", "wait"];

const phases: readonly Measure[] = PHASES.map((id) =>
  measure({
    id,
    label: id,
    unit: "share",
    place: "file",
    help: `Share of all worker time of a lock-step round that was spent on ${id}.`,
  }),
);

export const realTimeMeasures: readonly Measure[] = [
  measure({
    id: "throughput",
    label: "throughput",
    unit: "op/s",
    better: "higher",
    interval: true,
    help: "Completed ops per second, the median of trials.",
  }),
  measure({
    id: "achieved",
    label: "achieved of offered",
    heading: "Achieved",
    unit: "share",
    better: "higher",
    of: "row",
    help: "Ops that were done, of those that were due: the median of the trials. 99% must be in each.",
  }),
  measure({
    id: "late-share",
    label: "ops over the limit",
    heading: "Over limit",
    unit: "share",
    better: "lower",
    of: "row",
    help: "Ops that were done later than the limit after they were due: the median of the trials. Surely fewer than 5% must be in each.",
  }),
  ...latencyMeasures(LATENCY_FROM.paced),
  ...pacedMeasures.map((one): Measure => ({ ...one, place: "file" })),
  measure({
    id: "busy",
    label: "busy share of the workers",
    heading: "Busy",
    unit: "share",
    help: "Share of the workers' time that was spent inside ops.",
  }),
  ...phases,
  ...counted,
];

/** The measures of one run. @param isLockStep whether agents hear each other */
export function realTimeMeasuresOf(isLockStep: boolean): readonly Measure[] {
  return isLockStep ? realTimeMeasures : realTimeMeasures.filter(({ id }) => !PHASES.includes(id));
}
