// Reads a reference from CSV with the columns agents, throughput and, where there are several, trial.
import { parse } from "papaparse";
import { REFERENCE_LIMITS, type ReadReferences, type ReferenceFigure, referenceSeries, seriesId } from "./reference.ts";

const shape = 'The first line must be "agents,throughput" or "agents,throughput,trial", in op/s.';
const decimal = /^\d+(\.\d+)?(e[+-]?\d+)?$/i;
const columns = ["agents", "throughput", "trial"] as const;
type Column = (typeof columns)[number];

function refused(message: string): ReadReferences {
  return { state: "refused", message };
}

/** "Throughput (op/s)" → "throughput". */
function headerName(cell: string): string {
  return cell
    .replace(/\(.*\)/, "")
    .trim()
    .toLowerCase();
}

type CellRead =
  | { readonly state: "read"; readonly value: number }
  | { readonly state: "refused"; readonly why: string };

function readCell(column: Column, cell: string): CellRead {
  const trimmed = cell.trim();
  const shown = `"${trimmed.slice(0, 40)}"`;
  if (trimmed === "") return { state: "refused", why: "the cell is empty" };
  const value = decimal.test(trimmed) ? Number(trimmed) : Number.NaN;
  if (column === "throughput") {
    return value > 0 && value <= REFERENCE_LIMITS.opsPerSecondMost
      ? { state: "read", value }
      : { state: "refused", why: `${shown} is not a number above 0, with a point for decimals` };
  }
  const least = column === "agents" ? 1 : 0;
  return Number.isInteger(value) && value >= least && value <= REFERENCE_LIMITS.agentsMost
    ? { state: "read", value }
    : {
        state: "refused",
        why: `${shown} is not a whole number from ${least} to ${REFERENCE_LIMITS.agentsMost.toLocaleString("en-US")}`,
      };
}

function headerLine(text: string): string {
  return text.slice(0, 1_000).split(/\r\n|\n|\r/, 1)[0] ?? "";
}

/** The delimiter of the header; what the rows hold cannot mislead it. */
function delimiterOf(text: string): string {
  return /[,;\t|]/.exec(headerLine(text))?.[0] ?? ",";
}

/** Whether the text begins with a header of ours. */
export function isReferenceCsv(text: string): boolean {
  const names = headerLine(text)
    .split(/[,;\t|]/)
    .map((cell) => headerName(cell.replaceAll(/["\uFEFF]/g, "")));
  return names.includes("agents") && names.length >= 2;
}

/**
 * Reads CSV with commas, semicolons or tabs. Rows of the same agent count are trials of it.
 * @param name the file's name, to be the title
 */
export function readReferenceCsv(name: string, text: string): ReadReferences {
  const parsed = parse<string[]>(text, { preview: REFERENCE_LIMITS.figuresMost + 2, delimiter: delimiterOf(text) });
  const quoteError = parsed.errors.find(({ type }) => type === "Quotes");
  if (quoteError !== undefined) {
    return refused(`This CSV cannot be read: line ${(quoteError.row ?? 0) + 1} has a quote that is never closed.`);
  }
  const [header = [], ...lines] = parsed.data;
  const names = header.map(headerName);
  const placeOf = {
    agents: names.indexOf("agents"),
    throughput: names.indexOf("throughput"),
    trial: names.indexOf("trial"),
  };
  for (const column of ["agents", "throughput"] as const) {
    if (placeOf[column] < 0) return refused(`This CSV cannot be read: the column "${column}" is missing. ${shape}`);
  }
  if (lines.length > REFERENCE_LIMITS.figuresMost) {
    return refused(`This CSV has more than ${REFERENCE_LIMITS.figuresMost.toLocaleString("en-US")} lines.`);
  }
  const figures: ReferenceFigure[] = [];
  const seen = new Set<string>();
  for (const [n, line] of lines.entries()) {
    if (line.every((cell) => cell.trim() === "")) continue;
    const values = { agents: 0, throughput: 0, trial: 0 };
    for (const column of columns) {
      if (placeOf[column] < 0) continue;
      const cell = readCell(column, line[placeOf[column]] ?? "");
      if (cell.state === "refused") return refused(`Line ${n + 2}, column ${column}: ${cell.why}.`);
      values[column] = cell.value;
    }
    const key = `${values.agents} ${values.trial}`;
    if (placeOf.trial >= 0 && seen.has(key)) {
      return refused(`Line ${n + 2}: trial ${values.trial} of agent count ${values.agents} stands there twice.`);
    }
    seen.add(key);
    figures.push({ agents: values.agents, opsPerSecond: values.throughput });
  }
  if (figures.length === 0) return refused(`This CSV has a header but no rows. ${shape}`);
  const title = name.replace(/\.[a-z0-9]{1,5}$/i, "").slice(0, 120) || "Imported CSV";
  const about = {
    // By name alone: opening the file again after editing it replaces what it held.
    id: seriesId("imported", title),
    title,
    provenance: "imported",
    provenanceText: `imported from ${name === "" ? "a CSV file" : name.slice(0, 120)}; how it was measured is not known`,
  } as const;
  return { state: "read", series: [referenceSeries(about, figures)] };
}
