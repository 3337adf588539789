// What is derived from the samples of a cache run: one row for each size.
import type { Sample } from "../../measurement/run/sample.ts";
import type { Status } from "../../scaling/status.ts";
import { byPoint, type Row, sampleFigures } from "../contract/rows.ts";
import { type Effect, effectOf } from "./finding.ts";
import { cacheMeasures } from "./measures.ts";
import { ROW } from "./series.ts";

/** A cache that makes agents slower is bad, whatever it finds. */
const statuses = {
  faster: { word: "Faster", tone: "good" },
  slower: { word: "Slower", tone: "bad" },
  "not told from noise": null,
  "too few trials": null,
} as const satisfies Record<Effect, Status | null>;

export function cacheRows(samples: readonly Sample[]): Row[] {
  return [...byPoint(samples, ROW)].map(([at, own]) => {
    const row = { at, samples: own.length, figures: sampleFigures(cacheMeasures, own), status: null };
    return { ...row, status: statuses[effectOf(row)] };
  });
}
