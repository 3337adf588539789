// How memory is measured: blocks of lifecycles on fresh workers, a reading after a garbage collection behind each, and idle blocks beside them.
import { leftCounts } from "./left-counts.ts";
import type { Bench, Cost, Machine, Measurable, Taken } from "../../measurement/run/bench.ts";
import type { Planned } from "../../measurement/run/sample.ts";
import { keyOf } from "../../measurement/run/windowed.ts";
import { asked } from "../../regression/fact.ts";
import { isLockStep } from "../agents/agent-form.ts";
import { saturatedOrder, seatedSetup } from "../agents/agent-setup.ts";
import { defineExperiment } from "../contract/define-experiment.ts";
import { lifecycleFields, type LifecycleSettings } from "./fields.ts";
import { lifecycleMeasures } from "./measures.ts";
import { lifecycleTargets } from "./published.ts";
import { lifecycleRows } from "./rows.ts";
import { lifecycleText } from "./lifecycle-text.ts";
import { lifecycleSentence } from "./sentence.ts";
import { blockSizes, IDLE, lifecyclePlan, warmLifecycles } from "./series.ts";
import { formatCounted } from "../../words/format.ts";
import { countedTable } from "./tables.ts";
import { growthTrace } from "./trace.ts";

const WORKLOAD = { workload: "explorer", gridSize: 5, policyLength: 1 } as const;

/** Starting and ending workers. */
const LIFECYCLE_MS = 60;
/** Browsers wait for the next garbage collection, 10 to 20 s. */
const READING_MS = 15_000;

function setupOf({ placement, workers, topology, transport, seed, agents }: LifecycleSettings, machine: Machine) {
  return seatedSetup({ ...WORKLOAD, seed, placement, workers, topology, transport }, agents, machine);
}

async function take(settings: LifecycleSettings, { series, at }: Planned, bench: Bench): Promise<Taken> {
  const answer = await bench.lifecycles({
    setup: setupOf(settings, bench.machine),
    window: saturatedOrder(isLockStep(settings) ? "lock-step" : "free", settings.windowMs),
    lifecycles: at,
    isIdle: series === IDLE,
  });
  if (answer.state !== "done") return answer;
  const { begun, openedAtMs, eachMs, counts, memory } = answer.value;
  const isRead = memory.state === "measured";
  return {
    state: "done",
    figures: {
      memory: isRead ? memory.totalBytes : null,
      "lane-memory": isRead ? memory.workersBytes : null,
      each: Math.round(eachMs * 1_000),
      begun,
      page: openedAtMs,
      ...leftCounts(counts),
    },
  };
}

function measurableOf(settings: LifecycleSettings): Measurable {
  return {
    plan: lifecyclePlan(settings),
    search: null,
    costOf({ at }, cores): Cost {
      const setup = setupOf(settings, { cores, poolWorkers: cores, canShareMemory: true });
      const windowMs = at * (settings.windowMs + LIFECYCLE_MS) + READING_MS;
      return { lanes: setup.shares.length, key: keyOf(setup), windowMs };
    },
    attempt: (planned, bench) => take(settings, planned, bench),
  };
}

/** The experiment of a memory-lifecycle configuration. */
export const lifecycleExperiment = defineExperiment(lifecycleFields, {
  scenarioMeasures: lifecycleMeasures,
  targets: lifecycleTargets,
  breakdown: null,
  bind: (settings) => ({
    ...measurableOf(settings),
    measures: lifecycleMeasures,
    panels: [[growthTrace(settings)]],
    statusHelp: null,
    fullestSetup: () => null,
    points: blockSizes(settings),
    fingerprint: [
      asked("agents", String(settings.agents)),
      asked("placement", settings.placement),
      asked("topology", settings.topology),
    ],
    rowsOf: (samples) => lifecycleRows(settings, samples),
    paceOf: () => [],
    sentenceOf: ({ samples }) => lifecycleSentence(settings, samples),
    gaugeOf: () => null,
    tablesOf: ({ samples }) => [countedTable(settings, samples)],
    watch: null,
    notesOf: () => [
      {
        term: "Warm-up and order",
        text: `${formatCounted(warmLifecycles(settings), "lifecycle")} ran before all others and are not judged: code is compiled then, and what is kept once is made. Blocks then followed each other from small to large.`,
      },
      { term: "A lifecycle", text: `${lifecycleText(settings)}.` },
      {
        term: "What is subtracted",
        text: "Blocks that do nothing for as long as the largest blocks take. What a page gains from being read and drawn is in both.",
      },
    ],
  }),
});
