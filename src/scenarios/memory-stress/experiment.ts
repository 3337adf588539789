// How a long run is measured: one window after another on the same lanes, and a reading of memory behind each.
import type { Bench, Cost, Machine, Measurable, Taken } from "../../measurement/run/bench.ts";
import type { TrialSetup, WindowOrder } from "../../measurement/lane/lane-host.ts";
import { NO_OP_COMPLETED, throughputOf } from "../../measurement/run/window-figures.ts";
import { keyOf } from "../../measurement/run/windowed.ts";
import { asked, same } from "../../regression/fact.ts";
import { roundToDigits } from "../../statistics/significant.ts";
import { pacedOrder, saturatedOrder, seatedSetup } from "../agents/agent-setup.ts";
import { latencyFigures } from "../agents/latency-measures.ts";
import { workloadFact } from "../agents/workload-fact.ts";
import type { Chart } from "../contract/chart.ts";
import { defineExperiment } from "../contract/define-experiment.ts";
import { byPoint, sampleFigures } from "../contract/rows.ts";
import { LEFT_OUT_SHARE } from "./course.ts";
import { readingsOf } from "./evidence.ts";
import { intervalOf, pointsOf, stressFields, type StressSettings } from "./fields.ts";
import { stressMeasures } from "./measures.ts";
import { stressSentence } from "./sentence.ts";
import { ROW } from "./series.ts";
import { courseTable } from "./tables.ts";

/** Browsers wait for the next garbage collection, 10 to 20 s, unless they are told to collect at once. */
const READING_MS = 10_000;
const DIGITS = 4;

function setupOf(settings: StressSettings, machine: Machine): TrialSetup {
  return seatedSetup({ ...settings, topology: "none", transport: "shared-memory" }, settings.agents, machine);
}

function orderOf(settings: StressSettings): WindowOrder {
  const windowMs = 1_000 * intervalOf(settings);
  return settings.pacing === "paced"
    ? pacedOrder("free", windowMs, settings.opsPerSecond)
    : saturatedOrder("free", windowMs);
}

async function take(settings: StressSettings, bench: Bench): Promise<Taken> {
  const prepared = await bench.prepare(setupOf(settings, bench.machine));
  if (prepared.state !== "done") return prepared;
  const order = orderOf(settings);
  const answer = await bench.window(order);
  if (answer.state !== "done") return answer;
  const throughput = roundToDigits(throughputOf(answer.value), DIGITS);
  if (!(throughput > 0)) return NO_OP_COMPLETED;
  const memory = await bench.readMemory();
  if (memory.state !== "done") return memory;
  const isRead = memory.value.state === "measured";
  const {
    "service-p50": _50,
    "service-p95": _95,
    "service-p99": _99,
    "late-ops": _late,
    ...latencies
  } = latencyFigures(answer.value, order);
  return {
    state: "done",
    figures: {
      memory: isRead ? memory.value.totalBytes : null,
      "worker-memory": isRead ? memory.value.workersBytes : null,
      throughput,
      ...latencies,
    },
  };
}

function measurableOf(settings: StressSettings): Measurable {
  return {
    plan: pointsOf(settings).map((at) => ({ series: ROW, at, repeat: 0 })),
    search: null,
    costOf(_, cores): Cost {
      const setup = setupOf(settings, { cores, poolWorkers: cores, canShareMemory: true });
      return { lanes: setup.shares.length, key: keyOf(setup), windowMs: orderOf(settings).durationMs + READING_MS };
    },
    attempt: (_, bench) => take(settings, bench),
  };
}

function traceOf(title: string, unit: "B" | "op/s" | "µs", lines: readonly (readonly [string, string])[]): Chart {
  return {
    kind: "trace",
    title,
    across: "Seconds of acting",
    unit,
    empty: "Each reading adds a point here.",
    linesOf: (samples) =>
      lines.map(([name, id]) => ({
        name,
        points: readingsOf(samples, id).map(({ seconds, value }) => ({ x: seconds, y: value })),
      })),
  };
}

/** The experiment of a memory-stress configuration. */
export const stressExperiment = defineExperiment(stressFields, {
  scenarioMeasures: stressMeasures,
  targets: [],
  breakdown: null,
  bind: (settings) => ({
    ...measurableOf(settings),
    measures: stressMeasures,
    panels: [
      [
        traceOf("Memory", "B", [
          ["all", "memory"],
          ["workers", "worker-memory"],
        ]),
      ],
      [
        traceOf("Throughput", "op/s", [["throughput", "throughput"]]),
        traceOf("Latency", "µs", [
          ["p50", "p50"],
          ["p95", "p95"],
          ["p99", "p99"],
        ]),
      ],
    ],
    statusHelp: null,
    fullestSetup: (machine) => setupOf(settings, machine),
    points: pointsOf(settings),
    fingerprint: [
      workloadFact(settings),
      asked("agents", String(settings.agents)),
      asked("placement", settings.placement),
      same("seconds", String(settings.seconds)),
      same("pacing", settings.pacing === "paced" ? `${settings.opsPerSecond} op/s` : settings.pacing),
    ],
    rowsOf: (samples) =>
      [...byPoint(samples, ROW)].map(([at, own]) => ({
        at,
        samples: own.length,
        figures: sampleFigures(stressMeasures, own),
        status: null,
      })),
    paceOf: () => [],
    sentenceOf: ({ samples }) => stressSentence(settings, samples),
    gaugeOf: () => null,
    tablesOf: ({ samples }) => [courseTable(samples)],
    watch: null,
    notesOf: ({ samples }) => {
      const last = readingsOf(samples, "throughput").at(-1)?.seconds ?? 0;
      const planned = pointsOf(settings).at(-1) ?? 0;
      return [
        {
          term: "What counts",
          text: `Figures of the first ${LEFT_OUT_SHARE * 100}% of the run are shown and left out of what is said of their course.${last < planned ? ` The run was cut after ${last} of ${planned} s; what it measured until then is here.` : ""}`,
        },
      ];
    },
  }),
});
