// A roofline as text: the same cells for the page and the command.
import { formatMeasured, formatPercent } from "../../words/format.ts";
import type { RooflineRow } from "./roofline.ts";

export interface RooflineCells {
  readonly placement: string;
  readonly workers: string;
  readonly opsPerSecond: string;
  readonly flopsPerOp: string;
  readonly bytesPerOp: string;
  /** Billions per second. */
  readonly reached: string;
  readonly arithmetic: string;
  /** GB per second. */
  readonly memory: string;
  readonly share: string;
  readonly bound: string;
}

export const rooflineHeads: Readonly<Record<keyof RooflineCells, string>> = {
  placement: "Placement",
  workers: "Workers",
  opsPerSecond: "op/s",
  flopsPerOp: "flops an op",
  bytesPerOp: "bytes an op",
  reached: "Reached, GFLOP/s",
  arithmetic: "Roof, GFLOP/s",
  memory: "Memory, GB/s",
  share: "Of the roof",
  bound: "Lower roof",
};

const WIDTHS = { f64: "64 bits", f32: "32 bits" } as const;

function giga(value: number): string {
  return formatMeasured(value / 1e9);
}

/** The columns between the name of a placement and its share of the roof, in order. */
export const ROOFLINE_FIGURES = [
  "workers",
  "opsPerSecond",
  "flopsPerOp",
  "bytesPerOp",
  "reached",
  "arithmetic",
  "memory",
  "bound",
] as const satisfies readonly (keyof RooflineCells)[];

export function rooflineCells(row: RooflineRow): RooflineCells {
  const { placement, precision, workers, opsPerSecond, cost, flops, roof, share, bound, steppedBy } = row;
  const by = steppedBy === "engine" ? "the engine" : `the kernel, ${WIDTHS[precision]}`;
  return {
    placement: `${placement}: ${by}`,
    workers: String(workers),
    opsPerSecond: formatMeasured(opsPerSecond),
    flopsPerOp: formatMeasured(cost.flops),
    bytesPerOp: formatMeasured(cost.bytes),
    reached: giga(flops),
    arithmetic: giga(roof.flops),
    memory: giga(roof.bytes),
    share: formatPercent(share),
    bound,
  };
}

/** What the figures are, in words. */
export const rooflineHelp =
  "An op's arithmetic is counted from the non-zeros of its model, as the kernel does it: a multiply-add is two, and masks, bit work, loads and the world count nothing. The engine's rows are held against the same count. The roofs are of the same workers at the same time: multiply-add chains in registers, and a triad over as much memory as the agents of a kernel take, so that it lies in the same caches. Much of an op is no multiply-add, so that the share says how far from the peak it is, not how much could be gained.";
