// How scaling is measured, and what is made of it: rows against one agent alone and against the cores, charts, sentence, notes.
import { FULL_BATCH } from "../../measurement/lane/placement.ts";
import type { TrialSetup } from "../../measurement/lane/lane-host.ts";
import type { Sample, ValidSample } from "../../measurement/run/sample.ts";
import { lossFigures } from "../../measurement/run/window-figures.ts";
import { type Windowed, windowed } from "../../measurement/run/windowed.ts";
import { asked, type Fact, same } from "../../regression/fact.ts";
import type { Pace } from "../../scaling/drift.ts";
import { median } from "../../statistics/summary.ts";
import { formatCounted } from "../../words/format.ts";
import { LIMITS } from "../agents/agent-fields.ts";
import { isLockStep } from "../agents/agent-form.ts";
import { fullBatchSetup, pacedOrder, saturatedOrder, seatedSetup, soloSetup } from "../agents/agent-setup.ts";
import { besidePymdp } from "../agents/beside-pymdp.ts";
import { latencyFigures } from "../agents/latency-measures.ts";
import { steppedByFigure, steppedByNote } from "../agents/stepped-by.ts";
import { roundFigures } from "../agents/talk-figures.ts";
import { workloadFact } from "../agents/workload-fact.ts";
import { defineExperiment } from "../contract/define-experiment.ts";
import { byPoint, valuesOf } from "../contract/rows.ts";
import { pacedPanels, saturatedPanels } from "./charts.ts";
import { pacingText, scalingFields, type ScalingSettings } from "./fields.ts";
import { HELD_RATE_TEXT } from "./held-rate.ts";
import { judgedBy, judgedByText } from "./judged-by.ts";
import { allScalingMeasures, scalingMeasures } from "./measures.ts";
import { planScaling } from "./plan.ts";
import { scalingRows } from "./rows.ts";
import { realTimeCapacity, scalingSentence } from "./sentence.ts";
import { SERIES } from "./series.ts";
import { isBatched, soloAgents } from "./solo.ts";

function yardstickSetup(settings: ScalingSettings): TrialSetup {
  return isBatched(settings) ? fullBatchSetup(settings, settings.precision) : soloSetup(settings);
}

/** The trials that give X(1). */
function solosOf(settings: ScalingSettings, samples: readonly Sample[]): readonly ValidSample[] {
  return byPoint(samples, SERIES.solo).get(soloAgents(settings)) ?? [];
}

function measurableOf(settings: ScalingSettings): Windowed {
  const { windowMs, opsPerSecondPerAgent } = settings;
  return {
    plan: planScaling(settings),
    setupOf: ({ series, at }, machine) =>
      series === SERIES.solo ? yardstickSetup(settings) : seatedSetup(settings, at, machine),
    orderOf({ series }) {
      const rhythm = series === SERIES.row && isLockStep(settings) ? "lock-step" : "free";
      return settings.pacing === "paced"
        ? pacedOrder(rhythm, windowMs, opsPerSecondPerAgent)
        : saturatedOrder(rhythm, windowMs);
    },
    figuresOf: (reports, order) => ({
      ...latencyFigures(reports, order),
      ...(isBatched(settings) ? steppedByFigure(reports) : {}),
      ...(order.rhythm === "lock-step" ? { ...lossFigures(reports), ...roundFigures(reports) } : {}),
    }),
  };
}

function factsOf(settings: ScalingSettings): Fact[] {
  const { placement, precision, topology, pacing } = settings;
  return [
    workloadFact(settings),
    asked("placement", placement),
    ...(isBatched(settings) ? [asked("precision", precision)] : []),
    asked("topology", topology),
    // What is offered decides what throughput, efficiency and latency mean.
    same("pacing", pacing === "paced" ? `${pacingText(settings)} per agent` : pacing),
  ];
}

/** Solo repeat modulo 3 tells the place. */
function placeOf(repeat: number): Pace["place"] {
  const place = repeat % 3;
  return place === 0 || place === 1 ? place : 2;
}

const realTimeNote =
  "the largest count that holds at least 99% of its offered rate with p95 latency of at most 10 ms. The published document says “under 10 ms at 15–20 agents”, which its own mean inference time of 50 ms contradicts.";

const batchNote = {
  term: "X(1)",
  text: `One worker that steps a full batch of ${FULL_BATCH} agents alone, through the same kernel, whose blocks few agents do not fill.`,
};

/** The experiment of a scaling configuration. */
export const scalingExperiment = defineExperiment(scalingFields, {
  scenarioMeasures: allScalingMeasures,
  targets: [],
  breakdown: "What hearing each other costs",
  bind: (settings) => ({
    watch: null,
    ...windowed(measurableOf(settings)),
    measures: scalingMeasures(settings),
    panels: settings.pacing === "paced" ? pacedPanels : saturatedPanels(settings),
    statusHelp: settings.pacing === "paced" ? HELD_RATE_TEXT : judgedByText(settings),
    ...(settings.pacing === "paced" ? {} : { statusOf: judgedBy(settings) }),
    // A result holds the memory of so many agents at most. A batch's arrays are exact beforehand, and are most of what it takes.
    fullestSetup(machine) {
      const most = Math.max(...settings.agents);
      return most > LIMITS.agentsMost ? null : seatedSetup(settings, most, machine);
    },
    points: settings.agents.toSorted((a, b) => a - b),
    fingerprint: factsOf(settings),
    rowsOf: (samples, on, live) => scalingRows(settings, samples, on, live),
    paceOf: (samples) =>
      solosOf(settings, samples).flatMap((sample) =>
        valuesOf([sample], "throughput").map((opsPerSecond) => ({ place: placeOf(sample.repeat), opsPerSecond })),
      ),
    sentenceOf: ({ rows, on }) => scalingSentence(settings, rows, on),
    gaugeOf: () => null,
    // One of a batch does not step by itself: its share of the time is no step that pymdp's could stand beside.
    tablesOf: ({ samples }) =>
      isBatched(settings) ? [] : besidePymdp(settings, median(valuesOf(solosOf(settings, samples), "throughput"))),
    notesOf: ({ rows, samples }) => [
      ...(settings.pacing === "paced"
        ? [{ term: "Real-time capacity", text: `${formatCounted(realTimeCapacity(rows), "agent")}: ${realTimeNote}` }]
        : []),
      ...(isBatched(settings) ? [...(settings.pacing === "paced" ? [] : [batchNote]), ...steppedByNote(samples)] : []),
    ],
  }),
});
