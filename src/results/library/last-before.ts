// Finds the run that a new one is naturally compared with: the last one of the same settings before it.
import type { LibraryEntry } from "./entry.ts";

/** @param id of a kept result @returns the newest earlier entry of the same scenario with the same description, or null */
export function lastBefore(id: string, entries: readonly LibraryEntry[]): LibraryEntry | null {
  const own = entries.find((entry) => entry.id === id);
  if (own === undefined) return null;
  const earlier = entries.filter(
    ({ scenario, description, createdAt }) =>
      scenario === own.scenario && description === own.description && createdAt < own.createdAt,
  );
  return earlier.reduce<LibraryEntry | null>(
    (last, entry) => (last === null || entry.createdAt > last.createdAt ? entry : last),
    null,
  );
}
