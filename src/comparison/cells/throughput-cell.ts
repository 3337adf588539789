// The throughput of so many agents as a cell, for sources that hold nothing else: references and CSV. It is compared with the scaling scenario's.
import type { CellFigures, ComparedCell } from "../../regression/compared-cell.ts";
import type { Metric } from "../../regression/metric.ts";

/** The axis and the measure of the scaling scenario; a test holds them to it. */
const AGENTS_AXIS = "agents";
const throughput: Metric = { id: "throughput", label: "throughput", unit: "op/s", better: "higher" };

export function throughputCell(agents: number, figures: CellFigures): ComparedCell {
  return { row: { kind: "point", axis: AGENTS_AXIS, at: agents }, metric: throughput, figures };
}
