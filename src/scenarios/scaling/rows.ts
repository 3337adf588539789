// What is derived from the samples of a scaling run: throughput with its efficiencies, status, and where time went.
import type { Measure } from "../contract/measure.ts";
import type { ValidSample, Sample } from "../../measurement/run/sample.ts";
import { statusOf } from "../../scaling/status.ts";
import { RESAMPLES } from "../../statistics/ratio.ts";
import { estimate } from "../../statistics/summary.ts";
import { type Efficiencies, NO_SOLO, saturatedEfficiency, scaled, type Yardstick } from "../agents/efficiency.ts";
import {
  byPoint,
  exact,
  known,
  type MeasuredOn,
  middle,
  missing,
  type Row,
  sampleFigures,
  valuesOf,
} from "../contract/rows.ts";
import { talkBreakdown } from "../agents/talk-figures.ts";
import type { ScalingSettings } from "./fields.ts";
import { statusOfRate } from "./held-rate.ts";
import { judgedBy } from "./judged-by.ts";
import { scalingMeasures } from "./measures.ts";
import { SERIES } from "./series.ts";
import { efficiencyId, isBatched, soloAgents } from "./solo.ts";

function pacedEfficiency(throughputs: readonly number[], offered: number): Efficiencies {
  const estimated = estimate(throughputs);
  const values = throughputs.map((value) => value / offered);
  const efficiency = known(values, estimated === null ? null : scaled(estimated, 1 / offered));
  return { efficiency, coreNormalised: null };
}

/** One agent is what saturated rows are held against, and so has no status of its own; a batch alone is no row. */
function statusOfRow(settings: ScalingSettings, agents: number, figures: Row["figures"]): Row["status"] {
  if (settings.pacing === "paced") return statusOfRate({ figures });
  const judged = middle(figures[judgedBy(settings)]);
  const isReference = agents === 1 && !isBatched(settings);
  return isReference || judged === null ? null : statusOf(judged);
}

interface Basis {
  readonly settings: ScalingSettings;
  readonly measures: readonly Measure[];
  readonly yardstick: Yardstick;
  readonly on: MeasuredOn;
  readonly resamples: number;
}

/** @param rows its samples, one at least @param controls the same agents without messages */
function rowOf(
  { settings, measures, yardstick, on, resamples }: Basis,
  agents: number,
  rows: readonly ValidSample[],
  controls: readonly ValidSample[],
): Row {
  const throughputs = valuesOf(rows, "throughput");
  const { efficiency, coreNormalised } =
    settings.pacing === "paced"
      ? pacedEfficiency(throughputs, agents * settings.opsPerSecondPerAgent)
      : saturatedEfficiency(agents, throughputs, yardstick, on, resamples);
  const figures = sampleFigures(measures, rows);
  const id = settings.pacing === "paced" ? "efficiency" : efficiencyId(settings);
  const judged = { [id]: efficiency, ...(coreNormalised === null ? {} : { "core-normalised": coreNormalised }) };
  const share = middle(efficiency);
  const overhead = share === null ? missing(NO_SOLO) : exact(1 - share);
  const hasBreakdown = measures.some(({ id }) => id === "loss");
  return {
    at: agents,
    samples: rows.length,
    figures: {
      ...figures,
      ...judged,
      ...(id === "efficiency" ? { overhead } : {}),
      memory: on.engineMemory === null ? missing("Not known yet.") : exact(on.engineMemory.perAgentBytes),
      ...(hasBreakdown ? talkBreakdown(rows, controls, figures) : {}),
    },
    status: statusOfRow(settings, agents, { ...figures, ...judged }),
  };
}

/** Rows by agent count, ascending. @param live while a run goes on efficiencies carry ranges */
export function scalingRows(
  settings: ScalingSettings,
  samples: readonly Sample[],
  on: MeasuredOn,
  live: boolean,
): Row[] {
  const alone = soloAgents(settings);
  const solos = valuesOf(byPoint(samples, SERIES.solo).get(alone) ?? [], "throughput");
  const controls = byPoint(samples, SERIES.control);
  const yardstick = { solos, soloAgents: alone };
  const basis = { settings, measures: scalingMeasures(settings), yardstick, on, resamples: live ? 0 : RESAMPLES };
  return [...byPoint(samples, SERIES.row)].map(([agents, rows]) =>
    rowOf(basis, agents, rows, controls.get(agents) ?? []),
  );
}
