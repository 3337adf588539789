// How one agent is measured, and what is made of it: rows, the published targets, the sentence.
import { latencyBuckets, meanUs } from "../../measurement/run/window-figures.ts";
import { type Windowed, windowed } from "../../measurement/run/windowed.ts";
import { same } from "../../regression/fact.ts";
import type { Pace } from "../../scaling/drift.ts";
import { formatMeasured } from "../../words/format.ts";
import { listed } from "../../words/listed.ts";
import { pacedOrder, saturatedOrder, soloSetup } from "../agents/agent-setup.ts";
import { besidePymdp } from "../agents/beside-pymdp.ts";
import { latencyFigures } from "../agents/latency-measures.ts";
import { workloadFact } from "../agents/workload-fact.ts";
import { defineExperiment } from "../contract/define-experiment.ts";
import { byPoint, middleOf, valuesOf } from "../contract/rows.ts";
import type { Seen } from "../contract/seen.ts";
import { outcomeOf } from "../contract/target.ts";
import { rateText, singleAgentFields, type SingleAgentSettings } from "./fields.ts";
import { furtherPercentiles, singleAgentMeasures } from "./measures.ts";
import { planSingleAgent } from "./plan.ts";
import { singleAgentRows } from "./rows.ts";
import { ROW, SATURATED } from "./series.ts";
import { singleAgentTargets } from "./targets.ts";

function measurableOf(settings: SingleAgentSettings): Windowed {
  return {
    plan: planSingleAgent(settings),
    setupOf: () => soloSetup(settings),
    orderOf: ({ at }) =>
      at === SATURATED
        ? saturatedOrder("free", settings.windowMs)
        : pacedOrder("free", settings.windowMs, settings.opsPerSecond),
    figuresOf: (reports, order) => ({
      mean: meanUs(reports, "latencyCounts"),
      ...latencyFigures(reports, order, furtherPercentiles),
    }),
    distributionsOf: (reports) => ({ latency: latencyBuckets(reports) }),
  };
}

/** The pace is taken from the windows that run as fast as they can, whose repeats lie in order of time. */
function placeOf(repeat: number, repeats: number): Pace["place"] {
  const third = Math.floor((repeat * 3) / repeats);
  return third === 0 || third === 1 ? third : 2;
}

function throughputAlone(rows: Seen["rows"]): number | null {
  const row = rows.find(({ at }) => at === SATURATED);
  return row === undefined ? null : middleOf(row, "throughput");
}

function sentenceOf({ rows }: Seen): string | null {
  const throughput = throughputAlone(rows);
  if (throughput === null) return null;
  const outcomes = singleAgentTargets.map((target) => outcomeOf(target, rows));
  const count = (state: string) => outcomes.filter(({ verdict }) => verdict.state === state).length;
  const [met, missed, unknown] = [count("met"), count("missed"), count("not measurable")];
  const times = throughput / 20;
  const others = [
    ...(missed === 0 ? [] : [`${missed} ${missed === 1 ? "is" : "are"} missed`]),
    ...(unknown === 0 ? [] : [`${unknown} ${unknown === 1 ? "has" : "have"} no figure here`]),
  ];
  const names = outcomes.flatMap(({ target, verdict }) => (verdict.state === "met" ? [target.label] : []));
  const which = met === 0 ? "" : `: ${listed(names)}`;
  const targets = [`It meets ${met} of ${outcomes.length} published targets${which}`, ...others].join("; ");
  return `One agent does ${formatMeasured(throughput)} op/s on one worker, ${formatMeasured(times)} times the published 20 op/s. ${targets}.`;
}

/** The experiment of a single-agent configuration. */
export const singleAgentExperiment = defineExperiment(singleAgentFields, {
  scenarioMeasures: singleAgentMeasures,
  targets: singleAgentTargets,
  breakdown: null,
  bind: (settings) => ({
    watch: null,
    ...windowed(measurableOf(settings)),
    measures: singleAgentMeasures,
    panels: [
      [
        {
          kind: "distribution",
          of: "latency",
          title: "Latency of single ops",
          unit: "share of ops",
          marked: ["p50", "p95"],
        },
      ],
    ],
    fullestSetup: () => soloSetup(settings),
    statusHelp: null,
    points: [SATURATED, settings.opsPerSecond],
    fingerprint: [workloadFact(settings), same("rate", rateText(settings))],
    rowsOf: singleAgentRows,
    paceOf: (samples) =>
      (byPoint(samples, ROW).get(SATURATED) ?? []).flatMap((sample) =>
        valuesOf([sample], "throughput").map((opsPerSecond) => ({
          place: placeOf(sample.repeat, settings.repeats),
          opsPerSecond,
        })),
      ),
    sentenceOf,
    notesOf: () => [],
    gaugeOf: () => null,
    tablesOf: ({ rows }) => besidePymdp(settings, throughputAlone(rows)),
  }),
});
