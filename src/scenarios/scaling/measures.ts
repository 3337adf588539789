// What the scaling scenario measures and derives, each figure once.
import { LATENCY_FROM, latencyMeasures, pacedMeasures } from "../agents/latency-measures.ts";
import { measure, type Measure } from "../contract/measure.ts";
import type { ScalingSettings } from "./fields.ts";
import { isLockStep } from "./plan.ts";

const throughput = measure({
  id: "throughput",
  label: "throughput",
  unit: "op/s",
  better: "higher",
  interval: true,
  help: "Completed ops per second, the median of trials. An op observes, infers states and policies, samples an action and publishes. In small type: the 95% interval of the median from six trials on, else the range.",
});

function efficiency(isPaced: boolean): Measure {
  return measure({
    id: "efficiency",
    label: "efficiency",
    unit: "share",
    better: "higher",
    of: "row",
    interval: true,
    help: isPaced
      ? "Achieved over offered op/s."
      : "X(N) / (N · X(1)): throughput against as many lone agents. With more agents than cores it must fall, whatever the software does.",
  });
}

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

const warmupBlocks = measure({
  id: "warmup-blocks",
  label: "warm-up blocks",
  unit: "count",
  place: "file",
  help: "Blocks that were run and discarded before a window, until a block gained less than 5% on the last.",
});

const inBreakdown = { unit: "share", place: "breakdown" } as const;

const breakdown: readonly Measure[] = [
  measure({
    id: "loss",
    label: "loss",
    ...inBreakdown,
    of: "row",
    help: "1 − throughput over that of the control, which ran right after with the same agents and no messages. It is fuse, transport, wait and rest together.",
  }),
  measure({
    id: "fuse",
    label: "fuse",
    ...inBreakdown,
    help: "Share of all worker time spent reading the posteriors of the others.",
  }),
  measure({
    id: "transport",
    label: "transport",
    ...inBreakdown,
    help: "Share of all worker time spent publishing and carrying posteriors.",
  }),
  measure({
    id: "wait",
    label: "wait",
    ...inBreakdown,
    help: "Share of all worker time spent waiting for the slowest worker, twice a round.",
  }),
  measure({
    id: "rest",
    label: "rest",
    ...inBreakdown,
    of: "row",
    help: "What the three do not explain, such as inference that is slower or faster beside other work. It may be negative.",
  }),
  measure({
    id: "messages",
    label: "messages a round",
    unit: "count",
    place: "breakdown",
    help: "Posteriors that were read in one round: one for each pair of a sender and an agent that hears it.",
  }),
  measure({
    id: "carried-bytes",
    label: "bytes a round",
    unit: "B",
    place: "breakdown",
    help: "Bytes of posteriors that were carried from worker to worker in one round. Agents of one worker need none carried.",
  }),
];

/** Every measure that a scaling run may have. */
export const allScalingMeasures: readonly Measure[] = [
  throughput,
  efficiency(false),
  coreNormalised,
  overhead,
  ...latencyMeasures(LATENCY_FROM.free),
  ...pacedMeasures,
  memory,
  ...breakdown,
  warmupBlocks,
];

/** The measures of one run, in reading order, with what they mean in it. */
export function scalingMeasures(settings: ScalingSettings): readonly Measure[] {
  const isPaced = settings.pacing === "paced";
  const lockStep = isLockStep(settings);
  const from = isPaced ? LATENCY_FROM.paced : lockStep ? LATENCY_FROM.lockStep : LATENCY_FROM.free;
  return [
    throughput,
    efficiency(isPaced),
    ...(isPaced ? [] : [coreNormalised]),
    overhead,
    ...latencyMeasures(from),
    ...(isPaced ? pacedMeasures : []),
    memory,
    ...(lockStep ? breakdown : []),
    warmupBlocks,
  ];
}
