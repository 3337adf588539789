// How a pattern is measured: agents on prepared lanes follow its protocol for a window, and all that they counted is added up.
import type { Bench, Cost, Machine, Measurable, Taken } from "../../measurement/run/bench.ts";
import type { Planned } from "../../measurement/run/sample.ts";
import { shuffled } from "../../measurement/run/schedule.ts";
import { keyOf } from "../../measurement/run/windowed.ts";
import { asked, same } from "../../regression/fact.ts";
import { seatedSetup } from "../agents/agent-setup.ts";
import type { Chart } from "../contract/chart.ts";
import { defineExperiment } from "../contract/define-experiment.ts";
import { patternFields, type PatternSettings } from "./fields.ts";
import { patternFigures } from "./figures.ts";
import { measuresOf, patternMeasures } from "./measures.ts";
import { DRAIN_MS, orderOf } from "./orders.ts";
import { agentsFor, patternKinds, leftOutText } from "./pattern-kinds.ts";
import { publishedTable } from "./published.ts";
import { patternRows, ROW } from "./rows.ts";
import { patternSentence } from "./sentence.ts";

/** The ops in between: what an agent does with what it is handed, asked or told. */
const WORKLOAD = { workload: "explorer", gridSize: 5, policyLength: 1 } as const;

function setupOf({ placement, workers, transport, seed }: PatternSettings, agents: number, machine: Machine) {
  // Nobody hears rounds here: messages go their own way.
  return seatedSetup({ ...WORKLOAD, seed, placement, workers, topology: "none", transport }, agents, machine);
}

function planOf(settings: PatternSettings): Planned[] {
  const points = agentsFor(settings).flatMap((at) =>
    Array.from({ length: settings.repeats }, (_, repeat): Planned => ({ series: ROW, at, repeat })),
  );
  return shuffled(points, settings.seed);
}

async function take(settings: PatternSettings, planned: Planned, bench: Bench): Promise<Taken> {
  const prepared = await bench.prepare(setupOf(settings, planned.at, bench.machine));
  if (prepared.state !== "done") return prepared;
  const warm = await bench.warmUp("free");
  if (warm.state !== "done") return warm;
  const answer = await bench.protocol(orderOf(settings, planned, bench.machine.canShareMemory));
  if (answer.state !== "done") return answer;
  const figures = patternFigures(answer.value, planned.at, settings);
  if (figures !== null) return { state: "done", figures: { ...figures, "warmup-blocks": warm.value } };
  const { several } = patternKinds[settings.pattern];
  return { state: "invalid", reason: `No ${several} ended inside the window. Choose a longer window.` };
}

function measurableOf(settings: PatternSettings): Measurable {
  return {
    plan: planOf(settings),
    search: null,
    costOf({ at }, cores): Cost {
      const setup = setupOf(settings, at, { cores, poolWorkers: cores, canShareMemory: true });
      return { lanes: setup.shares.length, key: keyOf(setup), windowMs: settings.windowMs + DRAIN_MS };
    },
    attempt: (planned, bench) => take(settings, planned, bench),
  };
}

function panelsOf({ pattern }: PatternSettings): readonly (readonly Chart[])[] {
  const { several } = patternKinds[pattern];
  const times: Chart = {
    kind: "response",
    measures: pattern === "contention" ? ["wait-mean", "wait-most"] : ["p50", "p95"],
    title: pattern === "contention" ? "Wait for a resource" : `How long ${several} take`,
    unit: "ms",
    empty: "Each trial adds a point here.",
    limitUs: null,
  };
  const rate: Chart = {
    kind: "curve",
    measure: "rate",
    title: `${several.charAt(0).toUpperCase()}${several.slice(1)} a second`,
    limit: null,
  };
  return [[times], [rate]];
}

/** The experiment of a pattern's configuration. */
export const patternsExperiment = defineExperiment(patternFields, {
  scenarioMeasures: patternMeasures,
  targets: [],
  breakdown: null,
  bind: (settings) => ({
    ...measurableOf(settings),
    measures: measuresOf[settings.pattern],
    panels: panelsOf(settings),
    statusHelp: null,
    fullestSetup: (machine) => setupOf(settings, Math.max(...settings.agents), machine),
    points: agentsFor(settings),
    fingerprint: [
      same("pattern", settings.pattern),
      asked("placement", settings.placement),
      asked("lost messages", `${settings.lossPercent}%`),
      asked("crashes", `${settings.crashPercent}%`),
      same("think and hold", `${settings.thinkMs} ms, ${settings.holdMs} ms`),
    ],
    rowsOf: (samples) => patternRows(settings, samples),
    paceOf: () => [],
    sentenceOf: ({ rows, on }) => patternSentence(settings, rows, on.timerStepUs),
    gaugeOf: () => null,
    tablesOf: () => [publishedTable(settings.pattern)],
    watch: null,
    notesOf: () => {
      const text = leftOutText(settings);
      return text === null ? [] : [{ term: "Left out", text }];
    },
  }),
});
