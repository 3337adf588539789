// Takes a library file in, line by line, so that it is never held twice.
import type { Library } from "../../results/library/library-db.ts";
import { LIBRARY_LIMITS, readLibraryHeader, readLibraryLine } from "../../results/library/library-file.ts";

/** What an import did, in numbers and words. */
export interface ImportReport {
  readonly taken: number;
  /** Already there under the same id: left as they are. */
  readonly known: number;
  /** Why lines were not taken, the first ones. */
  readonly problems: readonly string[];
}

const PROBLEMS_SHOWN = 5;

async function* linesOf(file: Blob): AsyncGenerator<string> {
  const reader = file.stream().pipeThrough(new TextDecoderStream()).getReader();
  let rest = "";
  for (;;) {
    const { done, value } = await reader.read();
    rest += value ?? "";
    const lines = rest.split("\n");
    rest = lines.pop() ?? "";
    yield* lines;
    if (rest.length > LIBRARY_LIMITS.line.charactersMost) {
      await reader.cancel();
      throw new RangeError("A line is longer than any result.");
    }
    if (done) break;
  }
  if (rest.trim() !== "") yield rest;
}

/** Takes the results of a library file in. What is there already stays as it is. Never throws. */
export async function importLibrary(library: Library, file: File, known: ReadonlySet<string>): Promise<ImportReport> {
  const refused = (message: string): ImportReport => ({ taken: 0, known: 0, problems: [`${file.name}: ${message}`] });
  if (file.size > LIBRARY_LIMITS.bytesMost) return refused("it is larger than 500 MB, more than any library holds.");
  const problems: string[] = [];
  let [taken, already, number, announced] = [0, 0, 0, 0];
  const seen = new Set<string>();
  try {
    for await (const line of linesOf(file)) {
      if (number === 0) {
        const header = readLibraryHeader(line);
        if (header.state === "refused") return refused(header.message);
        announced = header.entries;
      } else if (line.trim() !== "") {
        const read = readLibraryLine(line, number);
        if (read.state === "refused") problems.push(read.message);
        else if (seen.has(read.item.result.id)) {
          problems.push(
            `Line ${number + 1} has the id of an earlier line, ${read.item.result.id}: the first one stays.`,
          );
        } else if (known.has(read.item.result.id)) already += 1;
        else {
          seen.add(read.item.result.id);
          // However it ended where it was measured: here it is an import, and never called measured here.
          const labels = { ...read.item.labels, ending: "imported" as const };
          const kept = await library.keep({ ...read.item, labels }, "later");
          if (kept.state === "refused") {
            problems.push(kept.message);
            break;
          }
          taken += 1;
        }
      }
      number += 1;
      if (number > LIBRARY_LIMITS.entriesMost) break;
    }
  } catch {
    problems.push("The file could not be read to its end. Check that it still exists and try again.");
  }
  const missing = announced - (number - 1);
  if (missing > 0 && problems.length === 0) {
    problems.push(
      `The file ends early: ${missing} of ${announced} results are not in it. Export it again where it was made.`,
    );
  }
  return { taken, known: already, problems: problems.slice(0, PROBLEMS_SHOWN) };
}
