// What the samples of a memory run say as evidence: series of readings of one page, and what was counted in each block.
import { type BlockSeries, type Growth, growthOf, type Reading } from "../../leaks/growth.ts";
import { FLOOR_BYTES, type LeakVerdict, leakVerdict } from "../../leaks/verdict.ts";
import { isValid, type Sample, type ValidSample } from "../../measurement/run/sample.ts";
import type { LifecycleSettings } from "./fields.ts";
import { counterMeasures } from "./measures.ts";
import { PROMISED_BYTES } from "./published.ts";
import { blockSizes, IDLE, ROW } from "./series.ts";

function samplesOf(samples: readonly Sample[], series: string, at: number): ValidSample[] {
  return samples.filter(isValid).filter((sample) => sample.series === series && sample.at === at);
}

/** Whose memory is read: all, or what the browser still attributes to workers that were ended. */
type Owner = "memory" | "lane-memory";

function readingOf({ figures }: ValidSample, of: Owner): (Reading & { readonly page: number }) | null {
  const { [of]: memory, begun, page } = figures;
  if (typeof memory !== "number" || typeof begun !== "number" || typeof page !== "number") return null;
  return { lifecycles: begun, bytes: memory, page };
}

/** Of a run that was gone on with in another page, the page with the most readings counts: levels of two pages differ. */
export function readingsOf(samples: readonly Sample[], series: string, at: number, of: Owner = "memory"): BlockSeries {
  const pages = new Map<number, Reading[]>();
  for (const sample of samplesOf(samples, series, at)) {
    const reading = readingOf(sample, of);
    if (reading === null) continue;
    const { page, ...own } = reading;
    pages.set(page, [...(pages.get(page) ?? []), own]);
  }
  const [readings = []] = [...pages.values()].sort((a, b) => b.length - a.length);
  return { lifecycles: at, readings };
}

export interface RowGrowth {
  readonly at: number;
  /** Null where readings are too few, or memory was not read. */
  readonly growth: Growth | null;
}

/** Growth per lifecycle by size of block, ascending. */
export function growthsOf(settings: LifecycleSettings, samples: readonly Sample[]): readonly RowGrowth[] {
  const idle = readingsOf(samples, IDLE, blockSizes(settings)[2]);
  return blockSizes(settings).map((at) => ({ at, growth: growthOf(readingsOf(samples, ROW, at), idle) }));
}

/** Where memory grows: in workers that were ended, as far as the browser attributes it to them, else in the page. */
export function placeOfGrowth(settings: LifecycleSettings, samples: readonly Sample[]): "page" | "workers" {
  const most = blockSizes(settings)[2];
  const own = growthOf(readingsOf(samples, ROW, most, "lane-memory"), readingsOf(samples, IDLE, most, "lane-memory"));
  return own !== null && own.low > FLOOR_BYTES ? "workers" : "page";
}

/** Whether any block has been read. */
function hasReading(samples: readonly Sample[]): boolean {
  return samples.some((sample) => isValid(sample) && typeof sample.figures["memory"] === "number");
}

/** @returns null where no block has been measured */
export function verdictOf(settings: LifecycleSettings, samples: readonly Sample[]): LeakVerdict | null {
  const own = samples.filter(isValid).filter(({ series }) => series === ROW);
  if (own.length === 0) return null;
  const isRead = hasReading(samples);
  return leakVerdict({
    blocks: isRead ? blockSizes(settings).map((at) => readingsOf(samples, ROW, at)) : [],
    idle: isRead ? readingsOf(samples, IDLE, blockSizes(settings)[2]) : null,
    counted: counterMeasures.map(({ measure: { id } }) => ({
      id,
      grown: own.map(({ figures }) => figures[id] ?? 0),
    })),
    claimBytes: PROMISED_BYTES,
  });
}
