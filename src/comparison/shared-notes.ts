// Notes that several rows of a table have in common: said once below it, with a number in each row.
import type { VerdictRow } from "./verdict-table.ts";

export interface NotedRows {
  /** The rows, where a note that others have too is "note 1". */
  readonly rows: readonly VerdictRow[];
  /** What the numbers stand for, from 1. */
  readonly notes: readonly string[];
}

/** Takes out every note that more than one row has. */
export function withSharedNotes(rows: readonly VerdictRow[]): NotedRows {
  const counts = new Map<string, number>();
  for (const { cells } of rows) {
    if (cells.note !== "") counts.set(cells.note, (counts.get(cells.note) ?? 0) + 1);
  }
  const notes = [...counts].filter(([, count]) => count > 1).map(([note]) => note);
  const places = new Map(notes.map((note, at) => [note, at + 1]));
  return {
    notes,
    rows: rows.map((row) => {
      const place = places.get(row.cells.note);
      return place === undefined ? row : { ...row, cells: { ...row.cells, note: `note ${place}` } };
    }),
  };
}

/** "Note 1: …", as it stands below a table. @param place from 1 */
export function noteLine(note: string, place: number): string {
  return `Note ${place}: ${note}`;
}
