// Makes a reference series comparable: who gives its figures, and the throughput of every row.
import type { Cell, Figures } from "../../regression/cell.ts";
import type { MeasuredResult } from "../../regression/comparison.ts";
import { METRICS } from "../../regression/metrics.ts";
import { same } from "./measured-input.ts";
import type { ReferenceSeries } from "../../results/references/reference.ts";
import { rowName } from "../../words/row-name.ts";

function figuresOf(trials: readonly number[], opsPerSecond: number): Figures {
  return trials.length > 1
    ? { kind: "trials", values: trials, yardstickDeviation: 0 }
    : { kind: "single", value: opsPerSecond };
}

/** A series beside a result of Headroom is not comparable, for somebody else gives it; imported ones do not say who. */
export function referenceMeasured({ provenance, provenanceText, rows }: ReferenceSeries): MeasuredResult {
  const fingerprint = provenance === "imported" ? [] : [same("measured by", provenanceText.replace(/\.$/, ""))];
  const cells = rows.map(({ agents, trials, opsPerSecond }): Cell => ({
    row: rowName(agents),
    metric: METRICS.throughput,
    figures: figuresOf(trials, opsPerSecond),
  }));
  return { fingerprint, cells };
}
