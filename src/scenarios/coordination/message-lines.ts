// What messages cost where no agent thinks, as lines over their size: α + β·bytes, after LogGP.
import type { TransportKind } from "../../measurement/lane/transport.ts";
import type { Sample } from "../../measurement/run/sample.ts";
import { median } from "../../statistics/summary.ts";
import { weightedLine, type WeightedLine } from "../../statistics/weighted-line.ts";
import { byPoint, valuesOf } from "../contract/rows.ts";
import { MESSAGE_SERIES, PUBLISH } from "./series.ts";

/** Medians of one series by its points, µs; ascending. */
export interface Measured {
  readonly at: number;
  /** How long a round lasts. */
  readonly roundUs: number;
  /** Time that one lane spends publishing and carrying in a round. */
  readonly carryingUs: number;
}

/** @returns what a series of messages measured; points without a valid sample are left out */
export function measuredSeries(samples: readonly Sample[], series: string): Measured[] {
  return [...byPoint(samples, series)].flatMap(([at, own]) => {
    const [roundUs, carryingUs, lanes] = ["round", "carrying", "lanes"].map((id) => median(valuesOf(own, id)));
    return typeof roundUs === "number" && typeof carryingUs === "number" && typeof lanes === "number"
      ? [{ at, roundUs, carryingUs: carryingUs / lanes }]
      : [];
  });
}

function lineOf(measured: readonly Measured[], of: "roundUs" | "carryingUs"): WeightedLine | null {
  // Sizes span four decades, and so do times: errors are relative.
  const points = measured.flatMap((point) => (point[of] > 0 ? [{ x: point.at, y: point[of], scale: point[of] }] : []));
  return weightedLine(points);
}

/** Both lines of a transport, µs over bytes; null where too few sizes were measured. */
export interface MessageLines {
  /** A round of two workers that send each other a message and confirm it, and do nothing else. */
  readonly round: WeightedLine | null;
  /** Time of one worker that thinks between messages for one of them: to publish it, to send it, and to take the other one in. */
  readonly carrying: WeightedLine | null;
}

export function messageLines(samples: readonly Sample[], transport: TransportKind): MessageLines {
  const { sizes, carry } = MESSAGE_SERIES[transport];
  return {
    round: lineOf(measuredSeries(samples, sizes), "roundUs"),
    carrying: lineOf(measuredSeries(samples, carry), "carryingUs"),
  };
}

/** Time to write one row in place between ops, where no other lane reads it, µs over bytes. */
export function publishLine(samples: readonly Sample[]): WeightedLine | null {
  return lineOf(measuredSeries(samples, PUBLISH), "carryingUs");
}
