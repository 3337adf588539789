// The speed-ups of a run that are certain, for a plan's what-ifs.
import type { Row } from "./rows.ts";
import type { PlanInput } from "./seen.ts";

/** More digits than an interval supports. */
function digits(value: number): number {
  return Number(value.toPrecision(3));
}

/**
 * @param rows with the measure "speed-up"
 * @returns intervals that lie above 1 as a whole, the largest gain first; null where there is none
 */
export function certainSpeedUps(rows: readonly Row[]): PlanInput | null {
  const times = rows
    .flatMap(({ figures }) => {
      const figure = figures["speed-up"];
      const interval = figure?.state === "known" ? figure.estimate.interval : null;
      return interval?.kind === "confidence" && interval.low > 1
        ? [{ low: digits(interval.low), high: digits(interval.high) }]
        : [];
    })
    .toSorted((a, b) => b.low - a.low);
  return times.length === 0 ? null : { kind: "speed-ups", times };
}
