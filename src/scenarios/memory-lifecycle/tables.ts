// What lifecycles left behind of what is counted exactly, by size of block, beside blocks that did nothing.
import type { Sample, ValidSample } from "../../measurement/run/sample.ts";
import { formatBytesWithUnit, formatCount, MISSING } from "../../words/format.ts";
import { byPoint, valuesOf } from "../contract/rows.ts";
import type { FactTable } from "../contract/seen.ts";
import type { LifecycleSettings } from "./fields.ts";
import { type CounterMeasure, counterMeasures } from "./measures.ts";
import { blockSizes, IDLE, ROW } from "./series.ts";

function leftText({ counter, measure }: CounterMeasure, own: readonly ValidSample[]): string {
  const values = valuesOf(own, measure.id);
  // Without a garbage collection nobody knows which buffers are held.
  const isKnown = (counter !== "shared" && counter !== "wasm") || valuesOf(own, "memory").length > 0;
  if (values.length === 0 || !isKnown) return MISSING;
  const left = values.reduce((sum, value) => sum + value, 0);
  return measure.unit === "B" ? formatBytesWithUnit(left) : formatCount(left);
}

export function countedTable(settings: LifecycleSettings, samples: readonly Sample[]): FactTable {
  const rows = byPoint(samples, ROW);
  const idle = [...byPoint(samples, IDLE).values()].flat();
  const sizes = blockSizes(settings);
  return {
    title: "What is counted exactly",
    help: "What all blocks of a size made and did not give back. There is no noise in these figures: what grows in several blocks is a leak, however little it is.",
    head: ["What", ...sizes.map((at) => `Blocks of ${formatCount(at)}`), "Idle blocks"],
    rows: counterMeasures.map((one) => [
      one.measure.label,
      ...sizes.map((at) => leftText(one, rows.get(at) ?? [])),
      leftText(one, idle),
    ]),
  };
}
