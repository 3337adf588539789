// The command behind `npm run merge`: reads the shards, merges them, writes the result and prints what it is, with a link.
import { resolve } from "node:path";
import { toResultJson } from "../../src/results/result-json.ts";
import { linkPayload } from "../../src/results/link/result-link.ts";
import { mergeResults } from "../../src/comparison/shards/merge.ts";
import type { Shard } from "../../src/comparison/shards/shard.ts";
import { experimentOf } from "../../src/results/experiment.ts";
import { readResultText } from "../../src/results/format/result-text.ts";
import { plain } from "../../src/words/plain-text.ts";
import { BadInput, readText, writeText } from "./command-files.ts";
import { type MergeArguments, mergeHelp, readMergeArguments } from "./merge-arguments.ts";

/** 0 merged, 2 bad input, 4 not comparable. */
export type MergeExitCode = 0 | 2 | 4;

function open(path: string): Shard {
  const read = readResultText(readText(path));
  if (read.state === "refused") {
    throw new BadInput(`${path}: ${read.message} Give results that Headroom saved, or npm run bench -- --out wrote.`);
  }
  return { name: plain(path), result: read.result };
}

async function merge({ out, shards, site }: MergeArguments): Promise<MergeExitCode> {
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
      const { result } = merged;
      writeText(out, toResultJson(result));
      const payload = await linkPayload(result);
      const { points, scenario } = experimentOf(result);
      const rows = points.map((at) => scenario.axis.format(at)).join(", ");
      const what = `${rows} ${scenario.axis.label.toLowerCase()}`;
      console.log(`${shards.length} results, ${what}, ${result.samples.length} trials: ${out} (${result.id})`);
      console.log(
        payload === null ? "No link: the result has more trials than a link holds." : `${site}#/r/${payload}`,
      );
      return 0;
    }
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
