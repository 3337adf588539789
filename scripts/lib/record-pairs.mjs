// Records real pairs for the error rates of verdicts: a fresh page for each, arms point by point in turn.
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { withMeasuringPage } from "./measuring-page.mjs";

/**
 * @param {{ pairs: number, folder: string, texts: Record<string, string>, slowShare: number, tell: (text: string) => void }} asked
 *   what the folder holds already is not measured again
 * @returns {Promise<object[][]>} for each the results: unchanged, unchanged again, slowed
 */
export async function recordPairs({ pairs, folder, texts, slowShare, tell }) {
  mkdirSync(folder, { recursive: true });
  const files = Array.from({ length: pairs }, (_, n) => join(folder, `pair-${n + 1}.json`));
  const missing = files.filter((file) => !existsSync(file));
  if (missing.length > 0) {
    await withMeasuringPage(async ({ measureTriple }) => {
      for (const [n, file] of missing.entries()) {
        const results = await measureTriple({ ...texts, seed: String(1 + files.indexOf(file)) }, slowShare);
        // Whole or not at all: a part would be taken for a pair the next time.
        writeFileSync(`${file}.part`, JSON.stringify(results));
        renameSync(`${file}.part`, file);
        tell(`measured ${n + 1} of ${missing.length} pairs`);
      }
    });
  }
  const triples = files.map((file) => JSON.parse(readFileSync(file, "utf8")));
  const measuredBy = new Set(
    triples.flat().map(({ environment, scenario, settings }) => {
      const { seed: _, ...rest } = settings;
      return JSON.stringify([environment.engineVersion, environment.browser, scenario, rest]);
    }),
  );
  if (measuredBy.size > 1) throw new Error(`${folder} holds pairs of different engines or settings: empty it.`);
  return triples;
}
