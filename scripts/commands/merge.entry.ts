// The command behind `npm run merge`: reads the shards, merges them, writes the result and prints what it is, with a link.
import { resolve } from "node:path";
import { mergeResults } from "../../src/comparison/shards/merge.ts";
import type { Shard } from "../../src/comparison/shards/shard.ts";
import { readResultText } from "../../src/results/format/result-text.ts";
import { plain } from "../../src/words/plain-text.ts";
import { BadInput, readText } from "./command-files.ts";
import { type MergeArguments, mergeHelp, readMergeArguments } from "./merge-arguments.ts";
import { mergeFolder } from "./merge-folder.ts";
import { writeMerged } from "./merge-written.ts";

/** 0 merged, 2 bad input, 3 merged but not whole, 4 not comparable. */
export type MergeExitCode = 0 | 2 | 3 | 4;

function open(path: string): Shard {
  const read = readResultText(readText(path));
  if (read.state === "refused") {
    throw new BadInput(`${path}: ${read.message} Give results that Headroom saved, or npm run bench -- --out wrote.`);
  }
  return { name: plain(path), result: read.result };
}

async function mergeFiles(out: string, shards: readonly string[], site: string): Promise<MergeExitCode> {
  if (shards.some((path) => resolve(path) === resolve(out))) {
    throw new BadInput(`--out names ${out}, which is one of the results to merge. Give another file.`);
  }
  const merged = mergeResults(shards.map(open));
  switch (merged.state) {
    case "refused":
      throw new BadInput(merged.message);
    case "different":
      console.error(`Not comparable: ${merged.differences.join("; ")}.`);
      return 4;
    case "merged": {
      const lines = await writeMerged(merged.result, { out, site, parts: shards.length });
      console.log(lines.join("\n"));
      return 0;
    }
  }
}

async function merge({ out, parts, site }: MergeArguments): Promise<MergeExitCode> {
  switch (parts.kind) {
    case "files":
      return mergeFiles(out, parts.shards, site);
    case "folder":
      return mergeFolder(out, parts, site);
  }
}

/** @param args the arguments @returns the exit code; never throws for bad input */
export async function runMerge(args: readonly string[]): Promise<MergeExitCode> {
  const read = readMergeArguments(args);
  switch (read.state) {
    case "help":
      console.log(mergeHelp);
      return 0;
    case "refused":
      console.error(`${plain(read.message)}\n\n${mergeHelp}`);
      return 2;
    case "read":
      try {
        return await merge(read.options);
      } catch (error) {
        if (!(error instanceof BadInput)) throw error;
        console.error(plain(error.message));
        return 2;
      }
  }
}
