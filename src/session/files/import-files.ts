// Takes library files and results into the library of this browser, and says how many results came in.
import type { Result } from "../../results/format/result.ts";
import { defaultName, ENTRY_LIMITS } from "../../results/library/entry.ts";
import { formatCount, formatCounted } from "../../words/format.ts";
import { importLibrary } from "../sources/import-library.ts";
import { keepCopy } from "../sources/keep-copy.ts";
import { libraryChanged, theLibrary } from "../sources/library.ts";

export interface Imported {
  readonly notices: readonly string[];
  readonly problems: readonly string[];
}

/** A result that is to be kept, and the name of its file. */
export interface FiledResult {
  readonly fileName: string;
  readonly result: Result;
}

interface Counted {
  readonly taken: number;
  /** There already, and left as they are. */
  readonly known: number;
  readonly problems: readonly string[];
}

function refused(fileName: string, message: string): Counted {
  return { taken: 0, known: 0, problems: [`${fileName}: ${message}`] };
}

async function importOne(file: File): Promise<Counted> {
  const opened = await theLibrary();
  if (opened.state === "unavailable") return refused(file.name, opened.message);
  const known = new Set((await opened.library.entries()).map(({ id }) => id));
  const report = await importLibrary(opened.library, file, known);
  libraryChanged();
  return report;
}

/** What a person called the file; one that Headroom named says less than what was measured. */
export function nameOfFiled({ fileName, result }: FiledResult): string {
  const name = fileName
    .replace(/\.[a-z]+$/i, "")
    .slice(0, ENTRY_LIMITS.nameMost)
    .trim();
  return name === "" || name.startsWith("headroom-") ? defaultName(result) : name;
}

async function keepOne(filed: FiledResult): Promise<Counted> {
  const kept = await keepCopy(filed.result, nameOfFiled(filed), []);
  switch (kept.state) {
    case "kept":
      return { taken: 1, known: 0, problems: [] };
    case "known":
      return { taken: 0, known: 1, problems: [] };
    case "refused":
      return refused(filed.fileName, kept.message);
  }
}

/** "2 results taken in; 1 was here already and stays as it is." @returns none where nothing could be read */
export function takenNotices(taken: number, known: number): readonly string[] {
  if (taken + known === 0) return [];
  const were = known === 1 ? "was here already and stays as it is" : "were here already and stay as they are";
  const already = known === 0 ? "" : `; ${formatCount(known)} ${were}`;
  return [`${formatCounted(taken, "result")} taken in${already}.`];
}

/** One after the other, so that the second knows what the first brought. Never throws. */
export async function importFiles(libraries: readonly File[], results: readonly FiledResult[] = []): Promise<Imported> {
  const all: Counted[] = [];
  for (const file of libraries) {
    all.push(
      await importOne(file).catch((error: unknown) =>
        refused(file.name, error instanceof Error ? error.message : "The library could not be used."),
      ),
    );
  }
  for (const filed of results) all.push(await keepOne(filed));
  const sum = (of: "taken" | "known"): number => all.reduce((total, one) => total + one[of], 0);
  return { notices: takenNotices(sum("taken"), sum("known")), problems: all.flatMap(({ problems }) => problems) };
}
