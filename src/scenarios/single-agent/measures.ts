// What the single-agent scenario measures: throughput, latency of single ops, and memory.
import { warmUpMeasure } from "../agents/warm-up-measure.ts";
import { LATENCY_FROM, latencyMeasures, pacedMeasures, type Percentile } from "../agents/latency-measures.ts";
import { measure, type Measure } from "../contract/measure.ts";

const from = `${LATENCY_FROM.free}; when paced, ${LATENCY_FROM.paced}`;

/** One agent alone does enough ops for one percentile more. */
export const furtherPercentiles: readonly Percentile[] = [{ id: "p99.9", share: 0.999, words: "99.9%" }];

export const singleAgentMeasures: readonly Measure[] = [
  measure({
    id: "throughput",
    label: "throughput",
    unit: "op/s",
    better: "higher",
    interval: true,
    help: "Completed ops per second, the median of trials. Paced, the agent is offered its rate and cannot do more.",
  }),
  measure({
    id: "mean",
    label: "mean latency",
    heading: "Mean",
    unit: "µs",
    better: "lower",
    interval: true,
    floor: { timerSteps: 10 },
    help: `Mean latency of single ops, ${from}. The median of the trials' means.`,
  }),
  ...latencyMeasures(from, furtherPercentiles),
  // The table has room for what the targets name; the rest goes into files.
  ...pacedMeasures.map((one): Measure => ({ ...one, place: one.id === "late-ops" ? "table" : "file" })),
  measure({
    id: "memory",
    label: "memory per agent",
    heading: "Memory / agent",
    unit: "B",
    better: "lower",
    of: "run",
    help: "Exact bytes of the agent's own typed arrays, without the model, which a worker's agents share.",
  }),
  measure({
    id: "worker-memory",
    label: "memory of its worker",
    heading: "Memory / worker",
    unit: "B",
    of: "run",
    help: "What the browser attributes to the worker that runs the agent: code, engine, model and agent together. It is what the published memory per agent counts.",
  }),
  warmUpMeasure,
];
