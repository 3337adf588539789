// How memory is measured: more and more agents on the same workers, and a reading after a garbage collection with each number of them.
import { seatedSetup } from "../agents/agent-setup.ts";
import { workloadFact } from "../agents/workload-fact.ts";
import type { TrialSetup } from "../../measurement/lane/lane-host.ts";
import type { Bench, Cost, Machine, Measurable, Taken } from "../../measurement/run/bench.ts";
import type { Planned } from "../../measurement/run/sample.ts";
import { shuffled } from "../../measurement/run/schedule.ts";
import { keyOf } from "../../measurement/run/windowed.ts";
import { asked } from "../../regression/fact.ts";
import { defineExperiment } from "../contract/define-experiment.ts";
import { byPoint, exact, type MeasuredOn, middle, missing, type Row, sampleFigures } from "../contract/rows.ts";
import { memoryFields, type MemorySettings } from "./fields.ts";
import { memoryMeasures } from "./measures.ts";
import { marginalOf } from "./marginal.ts";
import { memorySentence } from "./sentence.ts";
import { ROW } from "./series.ts";
import { ownersTable } from "./tables.ts";

/** Browsers wait for the next garbage collection, 10 to 20 s, unless they are told to collect at once. */
const READING_MS = 10_000;

function setupOf(settings: MemorySettings, agents: number, machine: Machine): TrialSetup {
  return seatedSetup({ ...settings, topology: "none", transport: "shared-memory" }, agents, machine);
}

function planOf({ agents, repeats, seed }: MemorySettings): Planned[] {
  const points = agents.flatMap((at) =>
    Array.from({ length: repeats }, (_, repeat): Planned => ({ series: ROW, at, repeat })),
  );
  return shuffled(points, seed);
}

/** Agents step before memory is read, so that what is made at a first step is there. */
async function take(settings: MemorySettings, { at }: Planned, bench: Bench): Promise<Taken> {
  const prepared = await bench.prepare(setupOf(settings, at, bench.machine));
  if (prepared.state !== "done") return prepared;
  const warm = await bench.warmUp("free");
  if (warm.state !== "done") return warm;
  const memory = await bench.readMemory();
  if (memory.state !== "done") return memory;
  const isRead = memory.value.state === "measured";
  return {
    state: "done",
    figures: {
      memory: isRead ? memory.value.totalBytes : null,
      "worker-memory": isRead ? memory.value.workersBytes : null,
      "published-row": prepared.value.publishedBytes,
      "own-arrays": prepared.value.perAgentBytes - prepared.value.publishedBytes,
      model: prepared.value.sharedPerWorkerBytes - prepared.value.scratchBytes,
      scratch: prepared.value.scratchBytes,
      "warmup-blocks": warm.value,
    },
  };
}

function measurableOf(settings: MemorySettings): Measurable {
  return {
    plan: planOf(settings),
    search: null,
    costOf({ at }, cores): Cost {
      const setup = setupOf(settings, at, { cores, poolWorkers: cores, canShareMemory: true });
      return { lanes: setup.shares.length, key: keyOf(setup), windowMs: READING_MS };
    },
    attempt: (planned, bench) => take(settings, planned, bench),
  };
}

function rowOf(at: number, figures: Row["figures"], samples: number, { engineMemory }: MeasuredOn): Row {
  const workers = middle(figures["worker-memory"]);
  return {
    at,
    samples,
    figures: {
      ...figures,
      each:
        workers === null ? missing("This browser does not tell what memory the workers take.") : exact(workers / at),
      exact: engineMemory === null ? missing("Not known yet.") : exact(engineMemory.perAgentBytes * at),
    },
    status: null,
  };
}

/** The experiment of a memory configuration. */
export const memoryExperiment = defineExperiment(memoryFields, {
  scenarioMeasures: memoryMeasures,
  targets: [],
  breakdown: null,
  bind: (settings) => ({
    ...measurableOf(settings),
    measures: memoryMeasures,
    panels: [
      [
        {
          kind: "trace",
          title: "Memory against agents",
          across: "Agents",
          unit: "B",
          empty: "Each reading adds a point here: what page and workers take with so many agents.",
          linesOf: (samples) =>
            [
              ["all", "memory"],
              ["workers", "worker-memory"],
            ].map(([name = "", id = ""]) => ({
              name,
              points: [...byPoint(samples, ROW)].flatMap(([x, own]) => {
                const y = middle(sampleFigures(memoryMeasures, own)[id]);
                return y === null ? [] : [{ x, y }];
              }),
            })),
        },
      ],
    ],
    statusHelp: null,
    fullestSetup: (machine) => setupOf(settings, Math.max(...settings.agents), machine),
    points: settings.agents.toSorted((a, b) => a - b),
    fingerprint: [workloadFact(settings), asked("placement", settings.placement)],
    rowsOf: (samples, on) =>
      [...byPoint(samples, ROW)].map(([at, own]) => rowOf(at, sampleFigures(memoryMeasures, own), own.length, on)),
    paceOf: () => [],
    sentenceOf: ({ rows, samples, on }) => memorySentence(rows, samples, on),
    gaugeOf: () => null,
    tablesOf: ({ samples, on }) => [ownersTable(samples, on)],
    watch: null,
    notesOf: () => [],
    planInputOf: ({ samples }) => {
      const line = marginalOf(samples);
      return line === null || line.each.low <= 0
        ? null
        : { kind: "memory", constants: { baseMB: line.base.value / 1e6, perAgentMB: line.each.value / 1e6 } };
    },
  }),
});
