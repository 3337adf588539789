// How optimisations are measured, and what is made of it: a row for each, with its claim.
import { workloadFact } from "../agents/workload-fact.ts";
import type { Cost, Measurable } from "../../measurement/run/bench.ts";
import type { Planned } from "../../measurement/run/sample.ts";
import { shuffled } from "../../measurement/run/schedule.ts";
import { keyOf } from "../../measurement/run/windowed.ts";
import { asked } from "../../regression/fact.ts";
import { certainSpeedUps } from "../contract/speed-ups.ts";
import { defineExperiment } from "../contract/define-experiment.ts";
import { byPoint, sampleFigures } from "../contract/rows.ts";
import { optimisationFields, type OptimisationSettings, tickedOf } from "./fields.ts";
import { measuresOf, optimisationMeasures } from "./measures.ts";
import { OPTIMISATIONS, optimisationAt } from "./optimisations-list.ts";
import { optimisationSentence } from "./sentence.ts";
import { ROW } from "./series.ts";
import { optimisationTables } from "./tables.ts";
import { oneLane, sidesOf, take, WARM_MS } from "./take.ts";

/** About what looking at a window afterwards takes. */
const LOOKED_AT_MS = 150;

function pointsOf(settings: OptimisationSettings): number[] {
  return tickedOf(settings).map((kind) => OPTIMISATIONS[kind].at);
}

function planOf(settings: OptimisationSettings): Planned[] {
  const points = pointsOf(settings).flatMap((at) =>
    Array.from({ length: settings.repeats }, (_, repeat): Planned => ({ series: ROW, at, repeat })),
  );
  return shuffled(points, settings.seed);
}

function measurableOf(settings: OptimisationSettings): Measurable {
  return {
    plan: planOf(settings),
    search: null,
    costOf({ at }, cores): Cost {
      const machine = { cores, poolWorkers: cores, canShareMemory: true };
      const optimisation = optimisationAt(at);
      const sides = optimisation === undefined ? null : sidesOf(optimisation.comparison, settings, machine);
      const { windowMs } = settings;
      if (sides === null) {
        return { lanes: 1, key: keyOf(oneLane(settings)), windowMs: WARM_MS + windowMs + LOOKED_AT_MS };
      }
      return { lanes: sides.with.shares.length, key: `${keyOf(sides.with)} in turn`, windowMs: 2 * windowMs };
    },
    attempt: (planned, bench) => take(settings, planned, bench),
  };
}

/** The experiment of an optimisations configuration. */
export const optimisationsExperiment = defineExperiment(optimisationFields, {
  scenarioMeasures: optimisationMeasures,
  targets: [],
  breakdown: null,
  bind: (settings) => ({
    ...measurableOf(settings),
    measures: measuresOf(tickedOf(settings)),
    panels: [
      [
        {
          kind: "bars",
          measure: "speed-up",
          title: "What each gains",
          unit: "times as fast as without",
          empty: "Each trial adds to a bar here: how fast agents are with an optimisation, beside the same without.",
        },
      ],
    ],
    statusHelp: null,
    fullestSetup: () => oneLane(settings),
    points: pointsOf(settings).toSorted((a, b) => a - b),
    fingerprint: [workloadFact(settings), asked("agents", String(settings.agents))],
    rowsOf: (samples) =>
      [...byPoint(samples, ROW)].map(([at, own]) => ({
        at,
        samples: own.length,
        figures: sampleFigures(measuresOf(tickedOf(settings)), own),
        status: null,
      })),
    paceOf: () => [],
    sentenceOf: ({ rows }) => optimisationSentence(settings, rows),
    gaugeOf: () => null,
    tablesOf: ({ rows }) => optimisationTables(rows),
    watch: null,
    planInputOf: ({ rows }) => certainSpeedUps(rows),
    notesOf: () => [],
  }),
});
