// Makes a reference series comparable: who gives its figures, and the throughput of every row.
import type { CellFigures } from "../../regression/compared-cell.ts";
import type { MeasuredResult } from "../../regression/comparison.ts";
import type { ReferenceSeries } from "../../results/references/reference.ts";
import { same } from "../../regression/fact.ts";
import { throughputCell } from "./throughput-cell.ts";

function figuresOf(trials: readonly number[], opsPerSecond: number): CellFigures {
  return trials.length > 1
    ? { kind: "trials", values: trials, yardstickDeviation: 0 }
    : { kind: "single", value: opsPerSecond };
}

/** A series beside a result of Headroom is not comparable, because somebody else measured it; imported ones do not say who. */
export function referenceMeasured({ provenance, provenanceText, rows }: ReferenceSeries): MeasuredResult {
  const fingerprint = provenance === "imported" ? [] : [same("measured by", provenanceText.replace(/\.$/, ""))];
  const cells = rows.map(({ agents, trials, opsPerSecond }) => throughputCell(agents, figuresOf(trials, opsPerSecond)));
  return { fingerprint, cells };
}
