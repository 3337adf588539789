// The arguments of `npm run merge` and their help.
import { DEFAULT_SITE, siteMistake, siteOf } from "./command-files.ts";
import { readFlags } from "./flags.ts";

export interface MergeArguments {
  readonly out: string;
  readonly shards: readonly string[];
  readonly site: string;
}

type ReadMergeArguments =
  | { readonly state: "read"; readonly options: MergeArguments }
  | { readonly state: "help" }
  | { readonly state: "refused"; readonly message: string };

export const mergeHelp = `Usage: npm run merge -- --out FILE SHARD SHARD [SHARD …] [options]

Merges results of one scenario and configuration that differ in their rows alone, such as agent counts, as parts of a run
that several machines shared, into one result. Takes about a second.

  SHARD         a result that Headroom saved, or that npm run bench -- --out wrote; two or more
  --out FILE    where the merged result is written; required
  --site URL    where the printed link leads, an http or https address (default: ${DEFAULT_SITE})
  --help        this text

Example: npm run merge -- --out current.json shard-1.json shard-2.json

Exit codes: 0 merged, 2 bad input, 4 not comparable: the environments differ.`;

function refused(message: string): ReadMergeArguments {
  return { state: "refused", message };
}

/** Reads the arguments; the message of a refusal names the argument. */
export function readMergeArguments(args: readonly string[]): ReadMergeArguments {
  const kinds = { out: "value", site: "value" } as const;
  const read = readFlags(args, kinds, { command: "npm run merge", takesFiles: true });
  if (read.state !== "read") return read;
  const { flags } = read;
  const out = flags.one("out");
  const shards = flags.positionals;
  if (out === null) return refused("--out is missing: give the file to write.");
  if (shards.length < 2) {
    return refused(
      `Give at least two results to merge; ${shards.length === 1 ? "1 was" : `${shards.length} were`} given.`,
    );
  }
  const site = siteOf(flags.one("site") ?? DEFAULT_SITE);
  return site === null ? refused(siteMistake) : { state: "read", options: { out, shards, site } };
}
