// Every other tool whose files Headroom compares: the one list that page and command read.
import { agentsCsv } from "./agents-csv.ts";
import { isJsonObject } from "../../results/format/versions.ts";
import { freeagenticsLoadTest } from "./freeagentics-load-test.ts";
import { freeagenticsSnapshot } from "./freeagentics-snapshot.ts";
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
  freeagenticsLoadTest,
  freeagenticsSnapshot,
  freeagenticsBaseline,
  agentsCsv,
];

/** @returns the reader of this kind of file, or null where no tool of ours writes such files */
export function foreignReaderOf(file: ForeignFile): ForeignReader | null {
  return FOREIGN_READERS.find((reader) => reader.recognises(file)) ?? null;
}

/** Fields that make a kind of file the nearest one, though the rest does not fit. */
const NEAR: Readonly<Record<string, readonly string[]>> = {
  "pytest-benchmark": ["machine_info", "commit_info", "benchmarks", "datetime"],
  "freeagentics-results": ["suite_info", "scalability_analysis"],
  "k6-summary": ["root_group", "metrics", "results", "state", "options"],
  "freeagentics-load-test": ["agent_counts", "throughputs", "efficiencies", "memory_analysis"],
  "freeagentics-snapshot": ["summary", "timestamp", "baseline_metrics"],
  "freeagentics-baseline": ["baselines", "mean", "std"],
};

/** "It is an object with the fields a and b; the nearest known kind is …": what was found, and what would be read. */
export function nearestReaderText(json: unknown): string {
  if (Array.isArray(json)) return `It is a list of ${json.length} entries; no known kind is a list.`;
  if (!isJsonObject(json)) return "";
  const fields = Object.keys(json);
  const shown = fields.slice(0, 8).map((field) => `"${field.slice(0, 40)}"`);
  const found =
    fields.length === 0 ? "no fields" : `the fields ${shown.join(", ")}${fields.length > 8 ? " and more" : ""}`;
  const near = FOREIGN_READERS.map((reader) => ({
    reader,
    shared: (NEAR[reader.kind] ?? []).filter((field) => fields.includes(field)).length,
  })).reduce((best, one) => (one.shared > best.shared ? one : best));
  const nearest = near.shared === 0 ? "" : ` The nearest known kind is ${near.reader.title}: ${near.reader.outline}.`;
  return `It is an object with ${found}.${nearest}`;
}

/** "Headroom compares its own result files, …": what a person may give instead. */
export const COMPARED_KINDS = `Headroom compares its own result files, ${FOREIGN_READERS.slice(0, -1)
  .map(({ title }) => title)
  .join(", ")}, and ${FOREIGN_READERS.at(-1)?.title ?? ""}.`;
