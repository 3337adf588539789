// Owns text and tables of Markdown: text of unknown origin stays text.
import { oneLine } from "./one-line.ts";

/** Nothing to see, and in the way of whoever looks for mentions, issue numbers and addresses to link. */
const nothing = "&#8203;";

/** Text as one line without markup: no links, HTML, code or table cells, nor what GitHub and GitLab link by themselves. */
export function markdownText(text: string): string {
  return (
    oneLine(text)
      .replaceAll("&", "&amp;")
      // A mention would call a stranger to the report; a number would point at somebody's issue.
      .replaceAll(/[#@]/g, (sign) => `${sign}${nothing}`)
      .replaceAll(/:(?=\/\/)|\bwww(?=\.)/gi, (start) => `${start}${nothing}`)
      .replaceAll("<", "&lt;")
      .replaceAll(">", "&gt;")
      .replaceAll("`", "&#96;")
      .replaceAll("|", "&#124;")
      .replaceAll("$", "&#36;")
      .replaceAll(/[\\*_[\]!~^=]/g, String.raw`\$&`)
      // What begins a list or a rule only does so at the start of a line.
      .replace(/^(?:[-+]|\d{1,9}[.)](?=\s|$))/, (start) => `${start.slice(0, -1)}\\${start.slice(-1)}`)
  );
}

/** A list of texts of unknown origin. */
export function markdownList(texts: readonly string[]): string {
  const said = texts.filter((text) => oneLine(text) !== "");
  return said.map((text) => `- ${markdownText(text)}\n`).join("");
}

function tableLine(cells: readonly string[]): string {
  return `| ${cells.join(" | ")} |\n`;
}

/** A table; text cells are escaped, numbers are aligned right. All rows have as many cells as there are columns. */
export function markdownTable(columns: readonly string[], rows: readonly (readonly (string | number)[])[]): string {
  const isNumeric = (column: number) => rows.every((row) => typeof row[column] === "number");
  return [
    tableLine(columns.map(markdownText)),
    tableLine(columns.map((_, column) => (isNumeric(column) ? "---:" : "---"))),
    ...rows.map((row) => tableLine(row.map((cell) => (typeof cell === "number" ? String(cell) : markdownText(cell))))),
  ].join("");
}
