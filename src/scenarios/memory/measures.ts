// What the memory scenario measures: what the browser attributes to page and workers, and the engine's exact bytes.
import { warmUpMeasure } from "../agents/warm-up-measure.ts";
import { measure, type Measure } from "../contract/measure.ts";

export const memoryMeasures: readonly Measure[] = [
  measure({
    id: "memory",
    label: "memory",
    unit: "B",
    better: "lower",
    interval: true,
    help: "What the browser attributes to this page and its workers after a garbage collection.",
  }),
  measure({
    id: "worker-memory",
    label: "memory of the workers",
    heading: "Of workers",
    unit: "B",
    better: "lower",
    interval: true,
    help: "What of it is the workers': code, engine, models and agents.",
  }),
  measure({
    id: "each",
    label: "memory of the workers for each agent",
    heading: "Each, all in",
    unit: "B",
    of: "row",
    help: "Memory of the workers over the agents that they hold, code and models included: what the published memory per agent counts.",
  }),
  measure({
    id: "exact",
    label: "exact bytes of all agents",
    heading: "Exact, all",
    unit: "B",
    of: "row",
    help: "Bytes of the typed arrays of all agents, without models and scratch.",
  }),
  ...(
    [
      [
        "published-row",
        "row that an agent publishes",
        "Bytes of one agent's row of posteriors, which others may read.",
      ],
      [
        "own-arrays",
        "other arrays of an agent",
        "Bytes of one agent's prior, what it hears, its observation and its action.",
      ],
      ["model", "model of a worker", "Bytes of the compiled model, once for each worker."],
      ["scratch", "scratch of a worker", "Bytes of what every step needs meanwhile, once for each worker."],
    ] as const
  ).map(([id, label, help]) => measure({ id, label, unit: "B", place: "file", help })),
  warmUpMeasure,
];
