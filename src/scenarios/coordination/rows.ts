// What is derived from the samples of a coordination run: each cell beside the same agents in silence, and beside what the cores allow.
import type { Sample, ValidSample } from "../../measurement/run/sample.ts";
import { RESAMPLES } from "../../statistics/ratio.ts";
import { estimate } from "../../statistics/summary.ts";
import { NO_SOLO, saturatedEfficiency } from "../agents/efficiency.ts";
import { pairedLoss, talkBreakdown } from "../agents/talk-figures.ts";
import {
  byPoint,
  known,
  type MeasuredOn,
  missing,
  type Row,
  type RowFigure,
  sampleFigures,
  valuesOf,
} from "../contract/rows.ts";
import { type Cell, cellOf, controlOf, isControl, pointOf } from "./cells.ts";
import { coordinationMeasures } from "./measures.ts";
import { ROW, SOLO } from "./series.ts";

const SILENT: RowFigure = missing("These agents are in silence: they are what the others are held against.");

/** How much longer each round was than its control's, µs; repeats without a control are left out. */
export function talkingTimes(rows: readonly ValidSample[], controls: readonly ValidSample[]): number[] {
  const silent = new Map(controls.map(({ repeat, figures }) => [repeat, figures["round"]]));
  return rows.flatMap(({ repeat, figures }) => {
    const [own, control] = [figures["round"], silent.get(repeat)];
    return typeof own === "number" && typeof control === "number" ? [own - control] : [];
  });
}

function talkFigures(
  rows: readonly ValidSample[],
  controls: readonly ValidSample[],
  figures: Readonly<Record<string, RowFigure>>,
): Record<string, RowFigure> {
  const times = talkingTimes(rows, controls);
  return {
    ...talkBreakdown(rows, controls, figures),
    loss: pairedLoss(rows, controls),
    "talking-time": known(times, estimate(times)),
  };
}

/** Figures that agents in silence do not have, by their measures. */
const silentFigures: Readonly<Record<string, RowFigure>> = Object.fromEntries(
  [
    "loss",
    "rest",
    "fuse",
    "transport",
    "wait",
    "messages",
    "read-bytes",
    "carried-bytes",
    "carrying",
    "talking-time",
  ].map((id) => [id, SILENT]),
);

/** What is derived, of a row whose number names no team, as of a newer Headroom. */
const unknownFigures: Readonly<Record<string, RowFigure>> = Object.fromEntries(
  coordinationMeasures
    .filter(({ of }) => of === "row")
    .map(({ id }) => [id, missing("This Headroom does not know which team this row is of.")]),
);

/** Valid samples by cell, ascending. */
export function cellsMeasured(samples: readonly Sample[]): ReadonlyMap<number, readonly ValidSample[]> {
  return byPoint(samples, ROW);
}

/** The samples of the same agents in silence. */
export function controlsOf(cell: Cell, measured: ReadonlyMap<number, readonly ValidSample[]>): readonly ValidSample[] {
  return measured.get(pointOf(controlOf(cell))) ?? [];
}

/** Rows by cell. @param live while a run goes on efficiencies carry ranges */
export function coordinationRows(samples: readonly Sample[], on: MeasuredOn, live: boolean): Row[] {
  const measured = cellsMeasured(samples);
  const solos = valuesOf(byPoint(samples, SOLO).get(1) ?? [], "throughput");
  return [...measured].map(([at, own]): Row => {
    const cell = cellOf(at);
    const figures = sampleFigures(coordinationMeasures, own);
    if (cell === null) return { at, samples: own.length, figures: { ...figures, ...unknownFigures }, status: null };
    const throughputs = valuesOf(own, "throughput");
    const { coreNormalised } = saturatedEfficiency(
      cell.agents,
      throughputs,
      { solos, soloAgents: 1 },
      on,
      live ? 0 : RESAMPLES,
    );
    const talk = isControl(cell) ? silentFigures : talkFigures(own, controlsOf(cell, measured), figures);
    return {
      at,
      samples: own.length,
      figures: { ...figures, "core-normalised": coreNormalised ?? missing(NO_SOLO), ...talk },
      status: null,
    };
  });
}
