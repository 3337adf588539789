// What is derived from the samples of a scaling run: throughput with its efficiencies, status, and where time went.
import type { Measure } from "../contract/measure.ts";
import type { ValidSample, Sample } from "../../measurement/run/sample.ts";
import { logDeviation } from "../../regression/log-deviation.ts";
import { statusOf } from "../../scaling/status.ts";
import { ratioOfMedians, RESAMPLES } from "../../statistics/ratio.ts";
import { type Estimate, estimate, median } from "../../statistics/summary.ts";
import {
  byPoint,
  exact,
  known,
  type MeasuredOn,
  middle,
  missing,
  type Row,
  type RowFigure,
  sampleFigures,
  valuesOf,
} from "../contract/rows.ts";
import type { ScalingSettings } from "./fields.ts";
import { statusOfRate } from "./held-rate.ts";
import { judgedBy } from "./judged-by.ts";
import { scalingMeasures } from "./measures.ts";
import { SERIES } from "./plan.ts";

/** The ends of C's interval lie at least so many of its standard deviations apart, as the extremes of five values do on average. */
const DEVIATIONS_PER_RANGE = 2.33;

const NO_SOLO = "No trial of one agent alone counts yet, so X(1) is not known.";

function scaled({ median: middle, interval }: Estimate, factor: number): Estimate {
  return {
    median: middle * factor,
    interval: interval === null ? null : { ...interval, low: interval.low * factor, high: interval.high * factor },
  };
}

/** What a ratio is divided by, with its interval; all are positive. */
interface Divisor {
  readonly by: number;
  readonly low: number;
  readonly high: number;
}

/**
 * A ratio over a divisor that has an interval of its own: the halves of both intervals, in logarithms, are added as independent
 * errors are, by their squares.
 */
function dividedBy({ median: middle, interval }: Estimate, { by, low, high }: Divisor): Estimate {
  if (interval === null || !(interval.low > 0)) return scaled({ median: middle, interval }, 1 / by);
  const under = Math.hypot(Math.log(middle / interval.low), Math.log(high / by));
  const over = Math.hypot(Math.log(interval.high / middle), Math.log(by / low));
  const share = middle / by;
  return {
    median: share,
    interval: { ...interval, low: share * Math.exp(-under), high: share * Math.exp(over) },
  };
}

/** Figures that hold throughput against a yardstick. */
interface Efficiencies {
  readonly efficiency: RowFigure;
  readonly coreNormalised: RowFigure | null;
}

function pacedEfficiency(throughputs: readonly number[], offered: number): Efficiencies {
  const estimated = estimate(throughputs);
  const values = throughputs.map((value) => value / offered);
  const efficiency = known(values, estimated === null ? null : scaled(estimated, 1 / offered));
  return { efficiency, coreNormalised: null };
}

function saturatedEfficiency(
  agents: number,
  throughputs: readonly number[],
  solos: readonly number[],
  { capacity }: MeasuredOn,
  resamples: number,
): Efficiencies {
  const perSolo = ratioOfMedians(throughputs, solos, resamples);
  const solo = median(solos);
  if (perSolo === null || solo === null) return { efficiency: missing(NO_SOLO), coreNormalised: missing(NO_SOLO) };
  const { cores, low, high } = capacity;
  const soloDeviation = logDeviation(solos) ?? 0;
  const coresDeviation = agents > cores ? Math.log(high / low) / DEVIATIONS_PER_RANGE : 0;
  const against = (divisor: Divisor, deviation: number): RowFigure =>
    known(
      throughputs.map((value) => value / (divisor.by * solo)),
      dividedBy(perSolo, divisor),
      deviation,
    );
  const atMost = (most: number): number => Math.min(agents, most);
  return {
    efficiency: against({ by: agents, low: agents, high: agents }, soloDeviation),
    coreNormalised: against(
      { by: atMost(cores), low: atMost(low), high: atMost(high) },
      Math.hypot(soloDeviation, coresDeviation),
    ),
  };
}

/** How a lock-step row falls short of the same agents without messages, and what explains it. */
function breakdownOf(
  rows: readonly ValidSample[],
  controls: readonly ValidSample[],
  figures: Readonly<Record<string, RowFigure>>,
): Record<string, RowFigure> {
  const free = median(valuesOf(controls, "throughput"));
  const own = median(valuesOf(rows, "throughput"));
  const parts = ["fuse", "transport", "wait"];
  if (free === null || own === null) {
    const none = missing("No control without messages counts yet.");
    return Object.fromEntries(["loss", "rest", ...parts].map((id) => [id, none]));
  }
  const loss = 1 - own / free;
  const explained = parts.reduce((sum, id) => sum + (middle(figures[id]) ?? 0), 0);
  return { loss: exact(loss), rest: exact(loss - explained) };
}

/** One agent is what saturated rows are held against, and so has no status of its own. */
function statusOfRow(settings: ScalingSettings, agents: number, figures: Row["figures"]): Row["status"] {
  if (settings.pacing === "paced") return statusOfRate({ figures });
  const judged = middle(figures[judgedBy(settings)]);
  return agents === 1 || judged === null ? null : statusOf(judged);
}

interface Basis {
  readonly settings: ScalingSettings;
  readonly measures: readonly Measure[];
  /** Ops per second of one agent alone. */
  readonly solos: readonly number[];
  readonly on: MeasuredOn;
  readonly resamples: number;
}

/** @param rows its samples, one at least @param controls the same agents without messages */
function rowOf(
  { settings, measures, solos, on, resamples }: Basis,
  agents: number,
  rows: readonly ValidSample[],
  controls: readonly ValidSample[],
): Row {
  const throughputs = valuesOf(rows, "throughput");
  const { efficiency, coreNormalised } =
    settings.pacing === "paced"
      ? pacedEfficiency(throughputs, agents * settings.opsPerSecondPerAgent)
      : saturatedEfficiency(agents, throughputs, solos, on, resamples);
  const figures = sampleFigures(measures, rows);
  const judged = { efficiency, ...(coreNormalised === null ? {} : { "core-normalised": coreNormalised }) };
  const share = middle(efficiency);
  const hasBreakdown = measures.some(({ id }) => id === "loss");
  return {
    at: agents,
    samples: rows.length,
    figures: {
      ...figures,
      ...judged,
      overhead: share === null ? missing(NO_SOLO) : exact(1 - share),
      memory: on.engineMemory === null ? missing("Not known yet.") : exact(on.engineMemory.perAgentBytes),
      ...(hasBreakdown ? breakdownOf(rows, controls, figures) : {}),
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
  const solos = valuesOf(byPoint(samples, SERIES.solo).get(1) ?? [], "throughput");
  const controls = byPoint(samples, SERIES.control);
  const basis = { settings, measures: scalingMeasures(settings), solos, on, resamples: live ? 0 : RESAMPLES };
  return [...byPoint(samples, SERIES.row)].map(([agents, rows]) =>
    rowOf(basis, agents, rows, controls.get(agents) ?? []),
  );
}
