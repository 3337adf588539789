// The plan as CSV for spreadsheets: a row for each size of process.
import type { DeploymentInput } from "../deployment/deployment-input.ts";
import { sizeName } from "../deployment/object-names.ts";
import { oneLine } from "./one-line.ts";
import { processResources } from "../deployment/process-resources.ts";

type Cell = string | number;

/** Longer than a title: a cell may have a list of assumptions. */
const CELL_LENGTH_MOST = 2_000;

/** A cell, quoted by RFC 4180. A text that a spreadsheet would take for a formula gets an apostrophe in front. */
function csvCell(cell: Cell): string {
  if (typeof cell === "number") return String(cell);
  const line = oneLine(cell, CELL_LENGTH_MOST);
  const text = /^[=+\-@＝＋－＠]/u.test(line) ? `'${line}` : line;
  return /[",;]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** Provenance and assumptions, in every row: CSV has no comments, and rows are sorted and pasted elsewhere. */
function aboutCells({ curve, words, madeOn, headroomVersion }: DeploymentInput): Readonly<Record<string, Cell>> {
  return {
    plan: words.sentence,
    asked: words.demand,
    curve: curve.title,
    provenance: `${curve.provenance}: ${curve.provenanceText}`,
    read_as: curve.reading,
    left_out: curve.excludedRows.join("; "),
    assumptions: words.assumptions.join("; "),
    made_on: madeOn,
    headroom_version: headroomVersion,
  };
}

/** @returns RFC 4180 CSV with CRLF lines; the same columns for every plan, numbers with a point and every digit */
export function planCsv(input: DeploymentInput): string {
  const about = aboutCells(input);
  const rows: readonly Readonly<Record<string, Cell>>[] = processResources(input).map((size) => ({
    name: sizeName(input.names.name, size.agents),
    processes: size.processes,
    agents_per_process: size.agents,
    memory_request_mib: size.requestMi,
    memory_limit_mib: size.limitMi,
    cpu_request_millicores: size.millicores,
    ops_per_second_per_process: size.opsPerSecond,
    ops_per_second: size.opsPerSecond * size.processes,
    machine_type: input.plan.machines?.machine.name ?? "",
    ...about,
  }));
  const [first] = rows;
  if (first === undefined) return "";
  const lines = [Object.keys(first), ...rows.map((row) => Object.values(row))];
  return lines.map((line) => `${line.map(csvCell).join(",")}\r\n`).join("");
}
