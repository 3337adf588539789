// Moves the whole library out as one file, line by line, so that it is never held twice.
import { dateOf } from "../../capacity/asked/calendar.ts";
import type { LibraryEntry } from "../../results/library/entry.ts";
import type { Library } from "../../results/library/library-db.ts";
import { libraryHeader, libraryLine } from "../../results/library/library-file.ts";

/** The library as a file. @param entries those to put in, in this order */
export async function libraryFile(library: Library, entries: readonly LibraryEntry[]): Promise<Blob> {
  const parts: string[] = [];
  for (const { id } of entries) {
    const stored = await library.read(id);
    if (stored.state !== "read") continue;
    const { name, tags, pinned, savedAt, ending } = stored.entry;
    parts.push(libraryLine({ labels: { name, tags, pinned, savedAt, ending }, result: stored.result }));
  }
  return new Blob([libraryHeader(parts.length, new Date().toISOString()), ...parts], { type: "application/x-ndjson" });
}

export function libraryFileName(): string {
  return `headroom-library-${dateOf(Math.floor(Date.now() / 86_400_000))}.ndjson`;
}
