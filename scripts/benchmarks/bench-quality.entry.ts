// What `npm run bench:quality` reads of each result, and how often the quality line was right.
import { deriveResult } from "../../src/results/derive.ts";
import type { Result } from "../../src/results/format/result.ts";
import { type QualityState, signsOf } from "../../src/scaling/quality.ts";

interface QualityCase {
  readonly quality: QualityState;
  /** The quality with the signs it comes from. */
  readonly text: string;
}

function percent(share: number | null): string {
  return share === null ? "–" : `${Math.round(share * 100)}%`;
}

export function qualityCase(result: Result): QualityCase {
  const { drift, quality } = deriveResult(result);
  const { parallelCapacity: c } = result.environment;
  const { pace, repeats, cores, stolen } = signsOf(drift, c, result.environment.stolenShare ?? null);
  return {
    quality,
    text: `${quality.padEnd(8)}  stolen ${percent(stolen)}, pace ${percent(pace)}, repeats ${percent(repeats)}, interval of C ${percent(cores)} (${c.low}–${c.high})`,
  };
}

/** A quiet machine is right as steady, a disturbed one as unsteady or useless. */
export function qualitySummary(
  quiet: readonly QualityCase[],
  disturbed: readonly QualityCase[],
): { readonly text: string; readonly holds: boolean } {
  const steady = quiet.filter(({ quality }) => quality === "steady").length;
  const told = disturbed.filter(({ quality }) => quality === "unsteady" || quality === "useless").length;
  return {
    text: `quiet runs called steady: ${steady} of ${quiet.length}; disturbed runs called unsteady or useless: ${told} of ${disturbed.length}`,
    holds: steady === quiet.length && told === disturbed.length,
  };
}
