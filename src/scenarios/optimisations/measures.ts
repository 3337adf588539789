// What the optimisations scenario measures: speed and memory with an optimisation beside without, and what it does to beliefs and actions.
import { warmUpMeasure } from "../agents/warm-up-measure.ts";
import { measure, type Measure } from "../contract/measure.ts";
import { OPTIMISATIONS, type OptimisationKind } from "./optimisations-list.ts";

export const optimisationMeasures: readonly Measure[] = [
  measure({
    id: "speed-up",
    label: "speed-up",
    unit: "share",
    said: "times",
    better: "higher",
    interval: true,
    help: "Throughput with the optimisation over throughput without, measured in turn. Over 1× it gains.",
  }),
  measure({
    id: "saved",
    label: "memory saved",
    heading: "Memory saved",
    unit: "share",
    said: "saved",
    better: "higher",
    help: "Share of the exact bytes of agents and what they share that is saved. Under 0 it takes more.",
  }),
  measure({
    id: "changed-actions",
    label: "changed actions",
    unit: "share",
    better: "lower",
    help: "Share of steps in which the likeliest action is another one than the engine's for the same belief.",
  }),
  measure({
    id: "divergence",
    label: "divergence of actions",
    heading: "Divergence, nats",
    unit: "count",
    better: "lower",
    help: "Mean Kullback–Leibler divergence of the action probabilities from the engine's for the same belief, nats.",
  }),
  measure({
    id: "with",
    label: "throughput with it",
    heading: "With",
    unit: "op/s",
    interval: true,
    help: "Ops per second of all agents with the optimisation.",
  }),
  measure({
    id: "without",
    label: "throughput without it",
    heading: "Without",
    unit: "op/s",
    interval: true,
    help: "Ops per second of the same agents without it.",
  }),
  warmUpMeasure,
];

/** Which measures are of windows on one worker, and which of those compare beliefs with the engine's. */
const OF_ONE_WORKER: ReadonlySet<string> = new Set(["saved"]);
const OF_BELIEFS: ReadonlySet<string> = new Set(["changed-actions", "divergence"]);

/** @returns the measures that a run of these optimisations has */
export function measuresOf(ticked: readonly OptimisationKind[]): Measure[] {
  const kinds = new Set(ticked.map((kind) => OPTIMISATIONS[kind].comparison.kind));
  const hasOneWorker = kinds.has("switched on") || kinds.has("switched off") || kinds.has("cache");
  const hasBeliefs = ticked.some((kind) => OPTIMISATIONS[kind].changesBeliefs);
  return optimisationMeasures.filter(
    ({ id }) => (hasOneWorker || !OF_ONE_WORKER.has(id)) && (hasBeliefs || !OF_BELIEFS.has(id)),
  );
}
