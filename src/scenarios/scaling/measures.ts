// What the scaling scenario measures and derives, each figure once.
import { FULL_BATCH } from "../../measurement/lane/placement.ts";
import { warmUpMeasure } from "../agents/warm-up-measure.ts";
import { LATENCY_FROM, latencyMeasures, pacedMeasures } from "../agents/latency-measures.ts";
import { steppedByMeasure } from "../agents/stepped-by.ts";
import { talkMeasures } from "../agents/talk-measures.ts";
import { measure, type Measure } from "../contract/measure.ts";
import type { ScalingSettings } from "./fields.ts";
import { isLockStep } from "../agents/agent-form.ts";
import { isBatched } from "./solo.ts";

const throughput = measure({
  id: "throughput",
  label: "throughput",
  unit: "op/s",
  better: "higher",
  interval: true,
  help: "Completed ops per second, the median of trials. An op observes, infers states and policies, samples an action and publishes. In small type: the 95% interval of the median from six trials on, else the range.",
});

/** What efficiency is of, in words. */
const EFFICIENCY_HELP = {
  paced: "Achieved over offered op/s.",
  seated:
    "X(N) / (N · X(1)): throughput against as many lone agents. With more agents than cores it must fall, whatever the software does.",
  batched: `X(N) / (N · X(1)), with X(1) shared among the ${FULL_BATCH} agents of its batch. Fewer agents exceed 100%.`,
} as const;

function efficiency(help: "paced" | "seated"): Measure {
  return measure({
    id: "efficiency",
    label: "efficiency",
    unit: "share",
    better: "higher",
    of: "row",
    interval: true,
    help: EFFICIENCY_HELP[help],
  });
}

const batchEfficiency: Measure = {
  ...efficiency("seated"),
  id: "batch-efficiency",
  label: "efficiency of an agent",
  heading: "Efficiency / agent",
  help: EFFICIENCY_HELP.batched,
};

const coreNormalised = measure({
  id: "core-normalised",
  label: "core-normalised",
  unit: "share",
  better: "higher",
  of: "row",
  interval: true,
  help: "X(N) / (min(N, C) · X(1)): throughput against what the measured cores C allow. 100% means that nothing but the cores limits it.",
});

const overhead = measure({
  id: "overhead",
  label: "overhead",
  unit: "share",
  of: "row",
  place: "file",
  help: "1 − efficiency.",
});

const memory = measure({
  id: "memory",
  label: "memory per agent",
  heading: "Memory / agent",
  unit: "B",
  better: "lower",
  of: "run",
  help: "Exact bytes of one agent's own typed arrays. The model and its scratch space are shared by all agents of a worker and stand under “How this was measured”.",
});

/** Every measure that a scaling run may have. */
export const allScalingMeasures: readonly Measure[] = [
  throughput,
  efficiency("seated"),
  batchEfficiency,
  coreNormalised,
  overhead,
  ...latencyMeasures(LATENCY_FROM.free),
  ...pacedMeasures,
  memory,
  ...talkMeasures,
  warmUpMeasure,
  steppedByMeasure,
];

function efficiencies(isPaced: boolean, batched: boolean): readonly Measure[] {
  if (isPaced) return [efficiency("paced"), overhead];
  return batched ? [batchEfficiency, coreNormalised] : [efficiency("seated"), coreNormalised, overhead];
}

/** The measures of one run, in reading order, with what they mean in it. */
export function scalingMeasures(settings: ScalingSettings): readonly Measure[] {
  const isPaced = settings.pacing === "paced";
  const lockStep = isLockStep(settings);
  const batched = isBatched(settings);
  const free = batched ? LATENCY_FROM.batched : LATENCY_FROM.free;
  const from = isPaced ? LATENCY_FROM.paced : lockStep ? LATENCY_FROM.lockStep : free;
  return [
    throughput,
    ...efficiencies(isPaced, batched),
    ...latencyMeasures(from),
    ...(isPaced ? pacedMeasures : []),
    memory,
    ...(lockStep ? talkMeasures : []),
    warmUpMeasure,
    ...(batched ? [steppedByMeasure] : []),
  ];
}
