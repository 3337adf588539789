// The arguments of `npm run merge` and their help.
import { parseArgs } from "node:util";
import { DEFAULT_SITE, siteMistake, siteOf } from "./command-files.ts";

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
that several machines shared, into one result.

  --out FILE    where the merged result is written
  --site URL    where the printed link leads (default: ${DEFAULT_SITE})
  --help        this text

Exit codes: 0 merged, 2 bad input, 4 not comparable: the environments differ.`;

function refused(message: string): ReadMergeArguments {
  return { state: "refused", message };
}

/** Reads the arguments; the message of a refusal names the argument. */
export function readMergeArguments(args: readonly string[]): ReadMergeArguments {
  const one = { type: "string" } as const;
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      options: { out: one, site: one, help: { type: "boolean" } },
      allowPositionals: true,
    });
    if (values.help === true) return { state: "help" };
    if (values.out === undefined) return refused("--out is missing: give the file to write.");
    if (positionals.length < 2) {
      return refused(`Give at least two results to merge; ${positionals.length} was given.`);
    }
    const site = siteOf(values.site ?? DEFAULT_SITE);
    return site === null
      ? refused(siteMistake)
      : { state: "read", options: { out: values.out, shards: positionals, site } };
  } catch (error) {
    return refused(error instanceof Error ? error.message : String(error));
  }
}
