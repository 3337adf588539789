// What the memory-stress scenario measures after each part of a run.
import { latencyMeasures } from "../agents/latency-measures.ts";
import { measure, type Measure } from "../contract/measure.ts";

export const stressMeasures: readonly Measure[] = [
  measure({
    id: "memory",
    label: "memory",
    unit: "B",
    better: "lower",
    help: "What the browser attributes to this page and its workers after a garbage collection.",
  }),
  measure({
    id: "worker-memory",
    label: "memory of the workers",
    heading: "Of workers",
    unit: "B",
    help: "What of it is the workers': code, engine, models and agents.",
  }),
  measure({
    id: "throughput",
    label: "throughput",
    unit: "op/s",
    better: "higher",
    help: "Completed ops per second of all agents since the last reading.",
  }),
  ...latencyMeasures("as long as one op takes, with its waiting"),
];
