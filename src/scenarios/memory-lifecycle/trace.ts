// How memory moves from block to block: a line for each size of block and for idle ones, from the first reading of each.
import type { Sample } from "../../measurement/run/sample.ts";
import { formatCount } from "../../words/format.ts";
import type { Chart, TraceLine } from "../contract/chart.ts";
import { readingsOf } from "./evidence.ts";
import type { LifecycleSettings } from "./fields.ts";
import { blockSizes, IDLE, ROW } from "./series.ts";

/** Levels of lines differ, as each began when others had already run: what each adds to its own first reading compares. */
function lineOf(samples: readonly Sample[], name: string, series: string, at: number): TraceLine {
  const { readings } = readingsOf(samples, series, at);
  const first = readings[0]?.bytes ?? 0;
  return { name, points: readings.map(({ lifecycles, bytes }) => ({ x: lifecycles, y: bytes - first })) };
}

/** Without the warm-up, of which nothing is concluded. */
export function growthTrace(settings: LifecycleSettings): Chart {
  const sizes = blockSizes(settings);
  return {
    kind: "trace",
    title: "Memory since the first block of each line",
    across: "Lifecycles so far in this page",
    unit: "B",
    empty: "Each block adds a point here: what memory is left after a garbage collection.",
    linesOf: (samples) => [
      ...sizes.map((at) => lineOf(samples, `blocks of ${formatCount(at)}`, ROW, at)),
      lineOf(samples, "idle", IDLE, sizes[2]),
    ],
  };
}
