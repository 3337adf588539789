// Every other tool whose files Headroom compares: the one list that page and command read.
import { agentsCsv } from "./agents-csv.ts";
import { freeagenticsBaseline } from "./freeagentics-baseline.ts";
import { freeagenticsResults } from "./freeagentics-results.ts";
import { k6Summary } from "./k6-summary.ts";
import { pytestBenchmark } from "./pytest-benchmark.ts";
import type { ForeignFile, ForeignReader } from "./reader.ts";

/** The first that recognises a file reads it, so that the vaguest outlines come last. */
export const FOREIGN_READERS: readonly ForeignReader[] = [
  pytestBenchmark,
  freeagenticsResults,
  k6Summary,
  freeagenticsBaseline,
  agentsCsv,
];

/** @returns the reader of this kind of file, or null where no tool of ours writes such files */
export function foreignReaderOf(file: ForeignFile): ForeignReader | null {
  return FOREIGN_READERS.find((reader) => reader.recognises(file)) ?? null;
}

/** "Headroom compares its own result files, …": what a person may give instead. */
export const COMPARED_KINDS = `Headroom compares its own result files, ${FOREIGN_READERS.slice(0, -1)
  .map(({ title }) => title)
  .join(", ")}, and ${FOREIGN_READERS.at(-1)?.title ?? ""}.`;
