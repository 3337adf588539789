// The command behind `npm run catalogue`: reads the result files of a folder and writes their index.
import { readdirSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import {
  CATALOGUE_LIMITS,
  type CatalogueIndex,
  INDEX_FILE,
  readCatalogueIndex,
} from "../../src/results/catalogue/catalogue-index.ts";
import { makeIndex } from "../../src/results/catalogue/make-index.ts";
import { plain } from "../../src/words/plain-text.ts";
import { BadInput, readText } from "./command-files.ts";
import { readFlags } from "./flags.ts";

const help = `Usage: npm run catalogue -- [options]

Writes ${INDEX_FILE} again from the result files (*.json) of public/catalogue. To add a result, put its file there and run this.
Names, notes and tags that stand in ${INDEX_FILE} are kept: write them there. Takes about a second.

  --folder PATH   another folder (default: public/catalogue)
  --title TEXT    the catalogue's title (default: the one that it has)
  --help          this text

Example: npm run catalogue -- --folder site/catalogue --title "Runs of our cluster"

Exit codes: 0 written, 2 a file cannot be in it: the message names the file and the way out.`;

function filesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder).filter((name) => name.endsWith(".json"));
  } catch {
    throw new BadInput(`${folder} is not a folder that can be read. Make it, or name another with --folder.`);
  }
}

function indexBefore(path: string): CatalogueIndex {
  const read = readCatalogueIndex(readText(path, CATALOGUE_LIMITS.index.charactersMost));
  if (read.state === "read") return read.index;
  throw new BadInput(`${path}: ${read.message} Or delete it, and write names and notes again.`);
}

function write(folder: string, title: string | null): void {
  const names = filesIn(folder);
  const path = join(folder, INDEX_FILE);
  const before = names.includes(INDEX_FILE) ? indexBefore(path) : null;
  const files = names
    .filter((name) => name !== INDEX_FILE)
    .map((file) => ({ file, text: readText(join(folder, file), CATALOGUE_LIMITS.file.charactersMost) }));
  const made = makeIndex(files, before, title ?? undefined);
  if (made.state === "refused") throw new BadInput(`${folder}: ${made.message}`);
  // Whole or not at all.
  writeFileSync(`${path}.new`, made.text);
  renameSync(`${path}.new`, path);
  const { results } = made.index;
  console.log(`${path}: ${results.length} ${results.length === 1 ? "result" : "results"} in “${made.index.title}”.`);
}

/** @param args the arguments @returns the exit code; never throws for bad input */
export function runCatalogue(args: readonly string[]): 0 | 2 {
  const read = readFlags(args, { folder: "value", title: "value" } as const, { command: "npm run catalogue" });
  switch (read.state) {
    case "help":
      console.log(help);
      return 0;
    case "refused":
      console.error(`${plain(read.message)}\n\n${help}`);
      return 2;
    case "read":
      try {
        write(read.flags.one("folder") ?? join("public", "catalogue"), read.flags.one("title"));
        return 0;
      } catch (error) {
        if (!(error instanceof BadInput)) throw error;
        console.error(plain(error.message));
        return 2;
      }
  }
}
