// What a memory run found, in sentences that can be said aloud.
import type { Sample } from "../../measurement/run/sample.ts";
import { formatBytesWithUnit, formatMeasured, formatTimes } from "../../words/format.ts";
import type { MeasuredOn, Row } from "../contract/rows.ts";
import { marginalOf } from "./marginal.ts";

/** Source: the memory section of the published document. */
const PUBLISHED_BYTES = 34.5e6;

const NO_MEMORY = "This browser does not tell what memory the page takes";

/** @returns the sentence, or null where nothing has been read yet */
export function memorySentence(rows: readonly Row[], samples: readonly Sample[], on: MeasuredOn): string | null {
  if (rows.length === 0) return null;
  const exact = on.engineMemory?.perAgentBytes ?? null;
  const exactText =
    exact === null ? "" : ` The engine's own arrays of an agent are exactly ${formatBytesWithUnit(exact)}.`;
  const line = marginalOf(samples);
  if (line === null) return `${NO_MEMORY}, or too few numbers of agents were read.${exactText}`;
  const { base, each } = line;
  if (each.low <= 0) {
    return `What one more agent takes cannot be told from noise: ${formatBytesWithUnit(Math.max(0, each.high))} at most. Measure more agents, further apart.${exactText}`;
  }
  const range = `(${formatBytesWithUnit(each.low)} to ${formatBytesWithUnit(each.high)})`;
  return `One more agent takes ${formatBytesWithUnit(each.value)} ${range}, over ${formatBytesWithUnit(base.value)} that page and workers take without any: the published ${formatBytesWithUnit(PUBLISHED_BYTES)} is ${formatTimes(PUBLISHED_BYTES / each.value)} as much.${exactText} About ${formatMeasured(1e9 / each.value)} agents fit into a gigabyte.`;
}
