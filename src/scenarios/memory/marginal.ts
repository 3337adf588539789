// What one more agent takes: the slope of memory over the number of agents, with its interval, and what is there without any.
import type { Sample } from "../../measurement/run/sample.ts";
import { type FittedFigure, weightedLine } from "../../statistics/weighted-line.ts";
import { byPoint, valuesOf } from "../contract/rows.ts";
import { ROW } from "./series.ts";

export interface Marginal {
  /** Bytes of page and workers without agents. */
  readonly base: FittedFigure;
  /** Bytes of one more agent. */
  readonly each: FittedFigure;
}

/** @returns null under three readings, or where all have as many agents */
export function marginalOf(samples: readonly Sample[]): Marginal | null {
  const readings = [...byPoint(samples, ROW)].flatMap(([x, own]) =>
    valuesOf(own, "memory").map((y) => ({ x, y, scale: 1 })),
  );
  const line = weightedLine(readings);
  return line === null ? null : { base: line.intercept, each: line.slope };
}
