// Texts, lists and tables in Markdown. Text of unknown origin stays text.
import { oneLine } from "./one-line.ts";

/** A space without width. It keeps renderers from making links of mentions, issue numbers and addresses. */
const nothing = "&#8203;";

/** Text as one line without markup: no links, HTML, code or table cells, and nothing that GitHub or GitLab makes a link of. */
export function markdownText(text: string): string {
  return (
    oneLine(text)
      .replaceAll("&", "&amp;")
      // A mention would notify a stranger, and a number would link to somebody's issue.
      .replaceAll(/[#@]/g, (sign) => `${sign}${nothing}`)
      .replaceAll(/:(?=\/\/)|\bwww(?=\.)/gi, (start) => `${start}${nothing}`)
      .replaceAll("<", "&lt;")
      .replaceAll(">", "&gt;")
      .replaceAll("`", "&#96;")
      .replaceAll("|", "&#124;")
      .replaceAll("$", "&#36;")
      .replaceAll(/[\\*_[\]!~^=]/g, String.raw`\$&`)
      // These begin a list only at the start of a line.
      .replace(/^(?:[-+]|\d{1,9}[.)](?=\s|$))/, (start) => `${start.slice(0, -1)}\\${start.slice(-1)}`)
  );
}

/** A list of texts of unknown origin. */
export function markdownList(texts: readonly string[]): string {
  const shown = texts.filter((text) => oneLine(text) !== "");
  return shown.map((text) => `- ${markdownText(text)}\n`).join("");
}

function tableLine(cells: readonly string[]): string {
  return `| ${cells.join(" | ")} |\n`;
}

/**
 * A table. Texts are escaped; columns of numbers are aligned right.
 * @param rows each with as many cells as there are columns
 */
export function markdownTable(columns: readonly string[], rows: readonly (readonly (string | number)[])[]): string {
  const isNumeric = (column: number) => rows.every((row) => typeof row[column] === "number");
  return [
    tableLine(columns.map(markdownText)),
    tableLine(columns.map((_, column) => (isNumeric(column) ? "---:" : "---"))),
    ...rows.map((row) => tableLine(row.map((cell) => (typeof cell === "number" ? String(cell) : markdownText(cell))))),
  ].join("");
}
