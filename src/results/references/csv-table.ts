// CSV of unknown origin as a table: whichever delimiter, with "sep=" and "#" lines, and every row with its line as an editor counts it.
import { parse } from "papaparse";

export interface CsvRow {
  /** From 1, of the row's first line. */
  readonly line: number;
  readonly cells: readonly string[];
}

export type CsvTable =
  | {
      readonly state: "read";
      readonly header: CsvRow;
      /** Rows with anything in them. */
      readonly rows: readonly CsvRow[];
      readonly delimiter: string;
    }
  | { readonly state: "refused"; readonly message: string };

const DELIMITERS = ["\t", ";", "|", ","] as const;
/** No table that a person or a tool writes is wider; a file in one endless line is none. */
const COLUMNS_MOST = 1_000;
const HEADER_CHARACTERS_MOST = 100_000;
const SEP_LINE = /^"?sep=(.)"?[ \t]*$/i;

/** Without a byte order mark, and with "\n" at every line's end. */
function normalised(text: string): string {
  return text.replace(/^\uFEFF/, "").replaceAll(/\r\n?/g, "\n");
}

/** Remarks as empty lines, so that the lines below keep their numbers. Inside of quotes "#" is text. */
function withoutRemarks(text: string): string {
  if (!/^#/m.test(text)) return text;
  let isQuoted = false;
  const lines = text.split("\n").map((line) => {
    if (!isQuoted && line.startsWith("#")) return "";
    if ((line.split('"').length - 1) % 2 === 1) isQuoted = !isQuoted;
    return line;
  });
  return lines.join("\n");
}

interface Opening {
  readonly text: string;
  readonly delimiter: string;
  readonly header: string;
}

/** The header, which is the first line that is neither empty nor a remark, and the delimiter that it has. */
function openingOf(raw: string): Opening {
  const whole = normalised(raw);
  const first = whole.split("\n", 1)[0] ?? "";
  const declared = SEP_LINE.exec(first)?.[1];
  // The line stays as an empty one, so that the lines below keep their numbers.
  const text = withoutRemarks(declared === undefined ? whole : whole.slice(first.length));
  const header = /^.*\S.*$/m.exec(text)?.[0] ?? "";
  const unquoted = header.slice(0, 10_000).replaceAll(/"[^"]*"/g, "");
  const delimiter = declared ?? DELIMITERS.find((one) => unquoted.includes(one)) ?? ",";
  return { text, delimiter, header };
}

function lineOf(text: string, offset: number): number {
  return text.slice(0, offset).split("\n").length;
}

/** Names of the columns, as far as the first line tells; fewer than two where the text is no table. */
export function csvHeader(raw: string): readonly string[] {
  const { delimiter, header } = openingOf(raw.slice(0, 100_000));
  return parse<string[]>(header, { delimiter }).data[0] ?? [];
}

/** @param rowsMost more rows than these are refused */
export function readCsvTable(raw: string, rowsMost: number): CsvTable {
  const { text, delimiter, header: line1 } = openingOf(raw);
  if (line1.length > HEADER_CHARACTERS_MOST) {
    return { state: "refused", message: "its first line is longer than the names of any columns." };
  }
  const found: CsvRow[] = [];
  let [line, cursor, problem]: [number, number, string | null] = [1, 0, null];
  parse<string[]>(text, {
    delimiter,
    newline: "\n",
    step({ data, errors, meta }, parser) {
      const quote = errors.find(({ type }) => type === "Quotes");
      const start = line;
      for (let at = cursor; at < meta.cursor; at += 1) if (text.charCodeAt(at) === 10) line += 1;
      cursor = meta.cursor;
      if (quote !== undefined) {
        const at = quote.index === undefined ? start : lineOf(text, quote.index);
        problem = `line ${at} has a quote that is never closed, or text behind a closed one.`;
        parser.abort();
        return;
      }
      if (data.length > COLUMNS_MOST) {
        problem = `line ${start} has more than ${COLUMNS_MOST.toLocaleString("en-US")} columns.`;
        parser.abort();
        return;
      }
      if (data.every((cell) => cell.trim() === "")) return;
      found.push({ line: start, cells: data });
      if (found.length > rowsMost + 1) {
        problem = `it has more than ${rowsMost.toLocaleString("en-US")} lines.`;
        parser.abort();
      }
    },
  });
  if (problem !== null) return { state: "refused", message: problem };
  const [header, ...rows] = found;
  if (header === undefined) return { state: "refused", message: "it is empty." };
  return { state: "read", header, rows, delimiter };
}
