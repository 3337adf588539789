// Turns the table of a result into files with plain numbers.
import { toCsv, toMarkdown, toMarkdownText } from "../../../results/export-table.ts";
import type { Result } from "../../../results/format/result.ts";
import { provenanceOf } from "../../../results/provenance.ts";
import { resultTable } from "../../../results/result-table.ts";

/** The table as CSV, or as Markdown under a line that says what it is. */
export function resultTableFile(result: Result, kind: "csv" | "md"): Blob {
  const table = resultTable(result);
  return kind === "csv"
    ? new Blob([toCsv(table)], { type: "text/csv" })
    : new Blob([`${toMarkdownText(provenanceOf(result))}\n\n${toMarkdown(table)}`], { type: "text/markdown" });
}
