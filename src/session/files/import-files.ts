// Takes library files into the library of this browser, and says how many results came in.
import { formatCount, formatCounted } from "../../words/format.ts";
import { importLibrary } from "../sources/import-library.ts";
import { libraryChanged, theLibrary } from "../sources/library.ts";

export interface Imported {
  readonly notices: readonly string[];
  readonly problems: readonly string[];
}

async function importOne(file: File): Promise<Imported> {
  const opened = await theLibrary();
  if (opened.state === "unavailable") return { notices: [], problems: [`${file.name}: ${opened.message}`] };
  const known = new Set((await opened.library.entries()).map(({ id }) => id));
  const { taken, known: already, problems } = await importLibrary(opened.library, file, known);
  libraryChanged();
  const parts = [
    `${formatCounted(taken, "result")} taken in`,
    ...(already === 0 ? [] : [`${formatCount(already)} were here already and stay as they are`]),
  ];
  return { notices: taken + already === 0 ? [] : [`${parts.join("; ")}.`], problems };
}

/** One after the other, so that the second knows what the first brought. Never throws. */
export async function importFiles(files: readonly File[]): Promise<Imported> {
  const all: Imported[] = [];
  for (const file of files) {
    all.push(
      await importOne(file).catch((error: unknown) => ({
        notices: [],
        problems: [`${file.name}: ${error instanceof Error ? error.message : "The library could not be used."}`],
      })),
    );
  }
  return { notices: all.flatMap(({ notices }) => notices), problems: all.flatMap(({ problems }) => problems) };
}
