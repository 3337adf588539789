// What the coordination scenario measures and derives, each figure once.
import { talkMeasures } from "../agents/talk-measures.ts";
import { measure, type Measure } from "../contract/measure.ts";

/** The cost is what the run is for: it is the first column, which a phone shows too, with its interval. */
const cost = measure({
  id: "loss",
  label: "cost of talking",
  heading: "Cost",
  unit: "share",
  of: "row",
  interval: true,
  help: "1 − throughput over that of the same agents in silence, repeat by repeat beside its own control. In small type: the 95% interval of the median from six repeats on, else the range.",
});

const inFile = { place: "file" } as const;

export const coordinationMeasures: readonly Measure[] = [
  cost,
  measure({
    id: "throughput",
    label: "throughput",
    unit: "op/s",
    better: "higher",
    interval: true,
    help: "Completed ops per second, the median of trials. An op observes, infers states and policies, samples an action and publishes.",
  }),
  measure({
    id: "core-normalised",
    label: "core-normalised",
    unit: "share",
    better: "higher",
    of: "row",
    interval: true,
    help: "X(N) / (min(N, C) · X(1)): throughput against what the measured cores C allow.",
  }),
  ...talkMeasures.filter(({ id }) => id !== cost.id),
  measure({
    id: "read-bytes",
    label: "bytes read a round",
    unit: "B",
    place: "breakdown",
    help: "Bytes of the posteriors that were read in one round, whether they came from another worker or not.",
  }),
  measure({
    id: "talking-time",
    label: "talking a round",
    unit: "µs",
    of: "row",
    interval: true,
    help: "How much longer a round lasts than the same agents take for one op each in silence, repeat by repeat.",
    ...inFile,
  }),
  measure({
    id: "round",
    label: "round",
    unit: "µs",
    help: "How long a round lasts in which every agent acts once.",
    ...inFile,
  }),
  measure({
    id: "carrying",
    label: "carrying a round",
    unit: "µs",
    help: "Processor time spent publishing and carrying posteriors in one round, all workers together.",
    ...inFile,
  }),
  measure({
    id: "lanes",
    label: "workers",
    unit: "count",
    help: "How many workers held the agents.",
    ...inFile,
  }),
  measure({
    id: "warmup-blocks",
    label: "warm-up blocks",
    unit: "count",
    help: "Blocks that were run and discarded before a window, until a block gained less than 5% on the last.",
    ...inFile,
  }),
];
