// Memory after each block as a picture: a line for each size of block and for idle ones, over the lifecycles that were run.
import type { Sample } from "../../measurement/run/sample.ts";
import { formatCount } from "../../words/format.ts";
import type { Chart, TraceLine } from "../contract/chart.ts";
import { readingsOf } from "./evidence.ts";
import type { LifecycleSettings } from "./fields.ts";
import { blockSizes, IDLE, ROW, WARM, warmBlockSize } from "./series.ts";

function lineOf(samples: readonly Sample[], name: string, series: string, at: number): TraceLine {
  const { readings } = readingsOf(samples, series, at);
  return { name, points: readings.map(({ lifecycles, bytes }) => ({ x: lifecycles, y: bytes })) };
}

export function levelTrace(settings: LifecycleSettings): Chart {
  const sizes = blockSizes(settings);
  return {
    kind: "trace",
    title: "Memory after each block",
    across: "Lifecycles so far in this page",
    unit: "B",
    empty: "Each block adds a point here: what memory is left after a garbage collection.",
    linesOf: (samples) => [
      ...sizes.map((at) => lineOf(samples, `blocks of ${formatCount(at)}`, ROW, at)),
      lineOf(samples, "idle", IDLE, sizes[2]),
      lineOf(samples, "warm-up", WARM, warmBlockSize(settings)),
    ],
  };
}
