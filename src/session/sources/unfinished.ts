// The last run that did not come to its end: cut with its tab, or stopped before anything else was measured, so that it can go on.
import type { Result } from "../../results/format/result.ts";
import type { LibraryEntry } from "../../results/library/entry.ts";
import { recoveredRuns, theLibrary } from "./library.ts";

export interface Unfinished {
  readonly id: string;
  readonly name: string;
  readonly ending: "interrupted" | "stopped";
  /** Attempts, counted or not. */
  readonly samples: number;
  readonly result: Result;
}

/**
 * @param entries all that is kept
 * @param recovered what was taken in when this page opened the library, by id: it is told whatever is asked
 * @param scenario the kind that is asked: a stopped run is told where its question is asked, while nothing was measured since
 */
export function unfinishedOf(
  entries: readonly LibraryEntry[],
  recovered: readonly string[],
  scenario: string,
): LibraryEntry | null {
  const newest = entries.toSorted((a, b) => (a.createdAt < b.createdAt ? 1 : -1));
  const cut = newest.find(({ id, ending }) => recovered.includes(id) && ending === "interrupted");
  if (cut !== undefined) return cut;
  const last = newest.find(({ ending }) => ending !== "imported");
  return last?.ending === "stopped" && last.scenario === scenario ? last : null;
}

/** Null where there is none, or nothing is kept. Never rejects. */
export async function unfinishedRun(scenario: string): Promise<Unfinished | null> {
  try {
    const recovered = await recoveredRuns();
    const opened = await theLibrary();
    if (opened.state !== "open") return null;
    const ids = recovered.map(({ id }) => id);
    const entry = unfinishedOf(await opened.library.entries(), ids, scenario);
    const stored = entry === null ? null : await opened.library.read(entry.id);
    if (entry === null || stored?.state !== "read") return null;
    const { id, name, samples } = entry;
    return { id, name, samples, result: stored.result, ending: entry.ending === "stopped" ? "stopped" : "interrupted" };
  } catch {
    return null;
  }
}
