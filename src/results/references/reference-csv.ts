// Reads a reference from CSV: how many agents, or threads or clients, and the throughput of each; trials where there are several.
import { choiceHint, type ChosenBy, type ColumnChoice, type CsvRole, placeColumns } from "./csv-columns.ts";
import { type Decimal, decimalOf, numberOfCell } from "./csv-numbers.ts";
import { type CsvRow, csvHeader, readCsvTable } from "./csv-table.ts";
import { REFERENCE_LIMITS, type ReadReferences, type ReferenceFigure, referenceSeries, seriesId } from "./reference.ts";

const shape = 'The first line must be such as "agents,throughput" or "agents,throughput,trial", in op/s.';
/** Rows that are named one by one; the rest is counted. */
const NAMED_MOST = 20;
/** Efficiencies above this are per cent. */
const SHARE_MOST = 2;

function refused(message: string): ReadReferences {
  return { state: "refused", message };
}

/** Whether the text is a table at all: a first line with several names, and more lines. */
export function isTable(text: string): boolean {
  const names = csvHeader(text);
  return names.length >= 2 && names.some((name) => /\p{L}/u.test(name)) && /[\r\n]\s*\S/.test(text.trimStart());
}

function grouped(bound: number): string {
  return bound.toLocaleString("en-US");
}

type CellRead =
  | { readonly state: "read"; readonly value: number }
  | { readonly state: "refused"; readonly why: string };

function readCell(role: Exclude<CsvRole, "efficiency">, cell: string, decimal: Decimal): CellRead {
  const shown = `"${cell.trim().slice(0, 40)}"`;
  if (cell.trim() === "") return { state: "refused", why: "the cell is empty" };
  const value = numberOfCell(cell, decimal) ?? Number.NaN;
  if (role === "throughput") {
    return value > 0 && value <= REFERENCE_LIMITS.opsPerSecondMost
      ? { state: "read", value }
      : {
          state: "refused",
          why: `${shown} is not a number above 0 and at most ${grouped(REFERENCE_LIMITS.opsPerSecondMost)}, with a ${decimal} for decimals`,
        };
  }
  const least = role === "agents" ? 1 : 0;
  return Number.isInteger(value) && value >= least && value <= REFERENCE_LIMITS.agentsMost
    ? { state: "read", value }
    : {
        state: "refused",
        why: `${shown} is not a whole number from ${least} to ${grouped(REFERENCE_LIMITS.agentsMost)}`,
      };
}

/** Why a row does not fit its header, or null. Empty cells behind the last column do not count. */
function lengthProblem({ cells }: CsvRow, columns: number): string | null {
  const used = cells.findLastIndex((cell) => cell.trim() !== "") + 1;
  if (used <= columns) return null;
  return `it has ${used} cells, and the header names ${columns}: put a number with the delimiter inside into quotes`;
}

interface Reading {
  readonly figures: readonly ReferenceFigure[];
  /** Why rows were left out. */
  readonly problems: readonly string[];
}

function claimOf(cell: string, decimal: Decimal, isPercent: boolean): number | undefined {
  const value = numberOfCell(cell.replace("%", ""), decimal);
  if (value === null || value < 0) return undefined;
  return isPercent ? value / 100 : value;
}

function readRows(
  rows: readonly CsvRow[],
  at: Readonly<Record<CsvRole, number | null>>,
  columns: number,
  decimal: Decimal,
): Reading {
  const figures: ReferenceFigure[] = [];
  const problems: string[] = [];
  const seen = new Set<string>();
  const cellAt = ({ cells }: CsvRow, role: CsvRole): string => (at[role] === null ? "" : (cells[at[role]] ?? ""));
  const stated = rows.map((row) => numberOfCell(cellAt(row, "efficiency").replace("%", ""), decimal) ?? 0);
  const isPercent = stated.some((value) => value > SHARE_MOST);
  const valuesOf = (row: CsvRow): Record<"agents" | "throughput" | "trial", number> | string => {
    const tooLong = lengthProblem(row, columns);
    if (tooLong !== null) return `Line ${row.line}: ${tooLong}.`;
    const values = { agents: 0, throughput: 0, trial: 0 };
    for (const role of ["agents", "throughput", "trial"] as const) {
      if (at[role] === null) continue;
      const cell = readCell(role, cellAt(row, role), decimal);
      if (cell.state === "refused") return `Line ${row.line}, column ${role}: ${cell.why}.`;
      values[role] = cell.value;
    }
    return values;
  };
  for (const row of rows) {
    const values = valuesOf(row);
    if (typeof values === "string") {
      problems.push(values);
      continue;
    }
    const { agents, throughput, trial } = values;
    const key = `${agents} ${trial}`;
    if (at.trial !== null && seen.has(key)) {
      problems.push(`Line ${row.line}: trial ${trial} of agent count ${agents} stands there twice.`);
      continue;
    }
    seen.add(key);
    const claimedEfficiency = claimOf(cellAt(row, "efficiency"), decimal, isPercent);
    figures.push({ agents, opsPerSecond: throughput, claimedEfficiency });
  }
  return { figures, problems };
}

/** "Line 3 …" as notes: the first ones by name, and how many more. */
function notesOf(problems: readonly string[]): readonly string[] {
  const named = problems.slice(0, NAMED_MOST).map((problem) => `${problem} The row is left out.`);
  const more = problems.length - named.length;
  if (more === 0) return named;
  return [...named, more === 1 ? "1 more row is left out." : `${more} more rows are left out.`];
}

/**
 * Reads CSV of any dialect that `csv-table.ts` knows. Rows of the same agent count are trials of it. A bad row is left out and
 * named in the notes; the file is refused where no row is left.
 * @param name the file's name, to be the title
 * @param choice which columns hold what; null where the header says it
 * @param by how whoever reads the message can choose them
 */
export function readReferenceCsv(
  name: string,
  text: string,
  choice: ColumnChoice | null = null,
  by: ChosenBy = "field",
): ReadReferences {
  const table = readCsvTable(text, REFERENCE_LIMITS.figuresMost);
  if (table.state === "refused") return refused(`This CSV cannot be read: ${table.message}`);
  const { header, rows } = table;
  const placed = placeColumns(header.cells, choice, by);
  if (placed.state === "refused") return refused(`This CSV cannot be read: ${placed.message}`);
  const { at } = placed;
  if (rows.length === 0) return refused(`This CSV has a header but no rows. ${shape}`);
  const throughputs = rows.map(({ cells }) => cells[at.throughput ?? 0] ?? "");
  const written = choice?.decimal ?? decimalOf(throughputs);
  if (typeof written !== "string" && written.state === "ambiguous") {
    const cell = throughputs[written.at]?.trim() ?? "";
    const digits = cell.replace(/[.,]/, "");
    return refused(
      `Line ${rows[written.at]?.line ?? 1}, column throughput: "${cell}" may be ${digits} or ${cell.replace(",", ".")}, and no other cell of the column decides. Write ${digits} or ${cell}0, or ${choiceHint(by, "decimal=point or decimal=comma")}.`,
    );
  }
  const decimal = typeof written === "string" ? written : written.decimal;
  const { figures, problems } = readRows(rows, at, header.cells.length, decimal);
  if (figures.length === 0) return refused(problems[0] ?? `This CSV has a header but no rows. ${shape}`);
  const title = name.replace(/\.[a-z0-9]{1,5}$/i, "").slice(0, 120) || "Imported CSV";
  const about = {
    // By name alone: opening the file again after editing it replaces what it held.
    id: seriesId("imported", title),
    title,
    provenance: "imported",
    provenanceText: `imported from ${name === "" ? "a CSV file" : name.slice(0, 120)}; how it was measured is not known`,
  } as const;
  const notes = notesOf(problems);
  return { state: "read", series: [referenceSeries(about, figures)], ...(notes.length === 0 ? {} : { notes }) };
}
