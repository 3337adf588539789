// The notes of a comparison as Markdown, below its table: what differs and is judged all the same, and what failed by the file's own word.
import { toMarkdownText } from "../results/export-table.ts";
import { plain } from "../words/plain-text.ts";

/** @returns a list that begins with an empty line, or nothing where there are no notes */
export function toNotesMarkdown(notes: readonly string[]): string {
  return notes.length === 0 ? "" : `\n${notes.map((note) => `- ${toMarkdownText(plain(note))}\n`).join("")}`;
}
