// How a team's throughput stands to as many lone agents, and to what the cores allow, with intervals.
import { logDeviation } from "../../regression/log-deviation.ts";
import { ratioOfMedians } from "../../statistics/ratio.ts";
import { type Estimate, median } from "../../statistics/summary.ts";
import { known, type MeasuredOn, missing, type RowFigure } from "../contract/rows.ts";

/** The ends of C's interval lie at least so many of its standard deviations apart, as the extremes of five values do on average. */
const DEVIATIONS_PER_RANGE = 2.33;

export const NO_SOLO = "No trial of one agent alone counts yet, so X(1) is not known.";

export function scaled({ median: middle, interval }: Estimate, factor: number): Estimate {
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
export interface Efficiencies {
  readonly efficiency: RowFigure;
  readonly coreNormalised: RowFigure | null;
}

/** What a team is held against. */
export interface Yardstick {
  /** Throughputs of one worker that is alone, op/s. */
  readonly solos: readonly number[];
  /** Agents on it: one, or a full batch of those that step together. */
  readonly soloAgents: number;
}

/**
 * Efficiency is per agent, so that a full batch is divided among its agents; core-normalised efficiency is per core.
 * @param throughputs of the team, op/s
 * @param resamples for the interval; 0 while a run goes on
 */
export function saturatedEfficiency(
  agents: number,
  throughputs: readonly number[],
  { solos, soloAgents }: Yardstick,
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
  const share = agents / soloAgents;
  const atMost = (most: number): number => Math.min(agents, most);
  return {
    efficiency: against({ by: share, low: share, high: share }, soloDeviation),
    coreNormalised: against(
      { by: atMost(cores), low: atMost(low), high: atMost(high) },
      Math.hypot(soloDeviation, coresDeviation),
    ),
  };
}
