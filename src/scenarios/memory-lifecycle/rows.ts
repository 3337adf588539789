// What is derived from the samples of a memory run: one row for each size of block.
import { smallestSeen } from "../../leaks/verdict.ts";
import type { Sample } from "../../measurement/run/sample.ts";
import { byPoint, exact, missing, type Row, type RowFigure, sampleFigures, valuesOf } from "../contract/rows.ts";
import { growthsOf } from "./evidence.ts";
import type { LifecycleSettings } from "./fields.ts";
import { counterMeasures, lifecycleMeasures } from "./measures.ts";
import { ROW } from "./series.ts";

const NOT_READ = missing(
  "The browser did not say what memory this page takes: it must be Chromium, and the page isolated. Only what is counted exactly was seen.",
);
const TOO_FEW = missing("Five readings and more of these blocks and of idle ones are needed.");

/** Whole bytes: nobody needs a part of one. */
function inBytes(value: number): number {
  return Math.round(value);
}

/** Rows by lifecycles in a block, ascending. */
export function lifecycleRows(settings: LifecycleSettings, samples: readonly Sample[]): Row[] {
  const growths = new Map(growthsOf(settings, samples).map(({ at, growth }) => [at, growth]));
  return [...byPoint(samples, ROW)].map(([at, own]): Row => {
    const isRead = valuesOf(own, "memory").length > 0;
    const growth = growths.get(at) ?? null;
    const unknown: RowFigure = isRead ? TOO_FEW : NOT_READ;
    const notRead = isRead ? {} : { memory: NOT_READ, "lane-memory": NOT_READ };
    const left = counterMeasures
      .filter(({ measure }) => measure.unit === "count")
      .flatMap(({ measure }) => valuesOf(own, measure.id))
      .reduce((sum, value) => sum + value, 0);
    return {
      at,
      samples: own.length,
      figures: {
        ...sampleFigures(lifecycleMeasures, own),
        ...notRead,
        growth:
          growth === null
            ? unknown
            : {
                state: "known",
                estimate: {
                  median: inBytes(growth.bytes),
                  interval: { kind: "confidence", low: inBytes(growth.low), high: inBytes(growth.high) },
                },
                values: [],
                yardstickDeviation: 0,
              },
        smallest: growth === null ? unknown : exact(inBytes(smallestSeen(growth))),
        left: exact(left),
      },
      status: null,
    };
  });
}
