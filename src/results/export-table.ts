// Writes a table as CSV or Markdown text, for files and the clipboard.

export interface ExportColumn {
  readonly key: string;
  readonly label: string;
  /** Such as "op/s"; null where there is none. It goes into the header. */
  readonly unit: string | null;
}

/** A cell as it is, not as it is shown: numbers stay numbers, null is a missing value. */
export type ExportCell = string | number | boolean | null;

export interface ExportTable {
  readonly columns: readonly ExportColumn[];
  readonly rows: readonly Readonly<Record<string, ExportCell>>[];
}

function header({ label, unit }: ExportColumn): string {
  return unit === null ? label : `${label} (${unit})`;
}

function cellOf(row: Readonly<Record<string, ExportCell>>, key: string): ExportCell {
  return row[key] ?? null;
}

/** Quotes by RFC 4180. Text that a spreadsheet would take for a formula gets an apostrophe in front. */
function csvCell(cell: ExportCell): string {
  if (cell === null) return "";
  if (typeof cell !== "string") return String(cell);
  const text = /^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]/.test(text) || text.trim() !== text ? `"${text.replaceAll('"', '""')}"` : text;
}

/** @returns RFC 4180 CSV with CRLF lines; numbers with a point and every digit, missing values empty */
export function toCsv({ columns, rows }: ExportTable): string {
  const lines = [
    columns.map((column) => csvCell(header(column))),
    ...rows.map((row) => columns.map(({ key }) => csvCell(cellOf(row, key)))),
  ];
  return lines.map((line) => `${line.join(",")}\r\n`).join("");
}

/** Text of unknown origin as one line of Markdown that stays text: no markup, no links, no table cells. */
export function toMarkdownText(text: string): string {
  return text
    .replaceAll(/[\\`*_[\]|!#]/g, "\\$&")
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(/\r\n|\r|\n/g, " ");
}

function markdownCell(cell: ExportCell): string {
  return cell === null ? "–" : toMarkdownText(String(cell));
}

/** One line of a GitHub-flavoured Markdown table. */
export function markdownLine(cells: readonly string[]): string {
  return `| ${cells.join(" | ")} |\n`;
}

/** @returns a GitHub-flavoured Markdown table; columns that hold only numbers are aligned right */
export function toMarkdown({ columns, rows }: ExportTable): string {
  const isNumeric = ({ key }: ExportColumn) =>
    rows.every((row) => cellOf(row, key) === null || typeof cellOf(row, key) === "number");
  return [
    markdownLine(columns.map((column) => markdownCell(header(column)))),
    markdownLine(columns.map((column) => (isNumeric(column) ? "---:" : "---"))),
    ...rows.map((row) => markdownLine(columns.map(({ key }) => markdownCell(cellOf(row, key))))),
  ].join("");
}
