// The arguments of `npm run merge` and their help.
import { MACHINES_MOST } from "../../src/comparison/fleet/fleet-mode.ts";
import { DEFAULT_SITE, siteMistake, siteOf } from "./command-files.ts";
import { readFlags } from "./flags.ts";

/** Where what is merged is found: files that are named, or the folder of a fleet. */
type Parts =
  | { readonly kind: "files"; readonly shards: readonly string[] }
  | {
      readonly kind: "folder";
      readonly folder: string;
      /** How many machines the fleet has; null where its files alone say it. */
      readonly machines: number | null;
    };

export interface MergeArguments {
  readonly out: string;
  readonly parts: Parts;
  readonly site: string;
}

type ReadMergeArguments =
  | { readonly state: "read"; readonly options: MergeArguments }
  | { readonly state: "help" }
  | { readonly state: "refused"; readonly message: string };

export const mergeHelp = `Usage: npm run merge -- --out FILE SHARD SHARD [SHARD …] [options]
       npm run merge -- --out FILE --results DIR [--machines N] [options]

Merges results of one scenario and configuration that differ in their rows alone, such as agent counts, as parts of a run
that several machines shared, into one result. Takes about a second.

  SHARD         a result that Headroom saved, or that npm run bench -- --out wrote; two or more
  --out FILE    where the merged result is written; required
  --results DIR instead of files: the folder of a fleet (docs/fleet.md). One file that cannot be read is named, and the others are
                merged. Of a fleet that replicates, the file has the result of each machine, as the page's library opens it
  --machines N  how many machines the fleet has, so that one that left nothing is noticed; with --results
  --site URL    where the printed link leads, an http or https address (default: ${DEFAULT_SITE})
  --help        this text

Example: npm run merge -- --out current.json shard-1.json shard-2.json

Exit codes: 0 merged, 2 bad input, 3 merged but not whole: a machine or a row is missing, or a machine's run tells nothing,
4 not comparable: the environments differ.`;

function refused(message: string): ReadMergeArguments {
  return { state: "refused", message };
}

/** @returns what is merged, or what is wrong with how it was asked for */
function partsOf(shards: readonly string[], folder: string | null, machines: string | null): Parts | string {
  if (folder === null) {
    if (machines !== null) return "--machines is about the folder of a fleet: give --results DIR too.";
    if (shards.length >= 2) return { kind: "files", shards };
    return `Give at least two results to merge; ${shards.length === 1 ? "1 was" : `${shards.length} were`} given.`;
  }
  if (shards.length > 0) return "Give either files or --results, not both.";
  if (machines === null) return { kind: "folder", folder, machines: null };
  const count = /^\d{1,3}$/.test(machines) ? Number(machines) : 0;
  return count >= 1 && count <= MACHINES_MOST
    ? { kind: "folder", folder, machines: count }
    : `--machines ${machines}: it must be a whole number from 1 to ${MACHINES_MOST}.`;
}

/** Reads the arguments; the message of a refusal names the argument. */
export function readMergeArguments(args: readonly string[]): ReadMergeArguments {
  const kinds = { out: "value", site: "value", results: "value", machines: "value" } as const;
  const read = readFlags(args, kinds, { command: "npm run merge", takesFiles: true });
  if (read.state !== "read") return read;
  const { flags } = read;
  const out = flags.one("out");
  const shards = flags.positionals;
  if (out === null) return refused("--out is missing: give the file to write.");
  const parts = partsOf(shards, flags.one("results"), flags.one("machines"));
  if (typeof parts === "string") return refused(parts);
  const site = siteOf(flags.one("site") ?? DEFAULT_SITE);
  return site === null ? refused(siteMistake) : { state: "read", options: { out, parts, site } };
}
