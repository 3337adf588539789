// The arguments of `npm run ci:verdict` and their help.
import { publicSiteOf, siteMistake } from "./command-files.ts";
import { readFlags } from "./flags.ts";

export interface CiVerdictArguments {
  /** A folder: every .json file below it is a shard. */
  readonly shards: string;
  /** A folder for everything that is written. */
  readonly out: string;
  /** Files, or folders of .json files; those that do not exist are no baseline yet. */
  readonly baselines: readonly string[];
  /** Where a valid result is copied to, as the next baseline; null where it is not. */
  readonly keep: string | null;
  /** Points of the whole run, such as agent counts; null where only what the shards say can be missing. */
  readonly points: readonly number[] | null;
  /** Where links lead; null where there are none, since nobody else could open them. */
  readonly site: string | null;
  readonly notComparablePasses: boolean;
  /** Given to `npm run regress` as they are. */
  readonly regress: readonly string[];
}

type ReadCiVerdictArguments =
  | { readonly state: "read"; readonly options: CiVerdictArguments }
  | { readonly state: "help" }
  | { readonly state: "refused"; readonly message: string };

export const ciVerdictHelp = `Usage: npm run ci:verdict -- --shards DIR --out DIR [options] [-- OPTIONS OF npm run regress]

Merges the results below a folder, judges the merged one against the baseline and writes what CI shows. Takes a few seconds.

  --shards DIR            every .json file below it is a part of the run; one alone is taken as it is; required
  --out DIR               gets current.json, verdict.md and, where there was a baseline, verdict.xml and verdict.json; required
  --baseline PATH         a file, or a folder of .json files; repeatable. None there: exit 0 with a notice
  --keep FILE             in the end copies the result there if every row was measured: the next baseline (default: nowhere)
  --agents LIST           agent counts of the whole run, such as 1,5,10: one that no shard brought is a missing row (default:
                          those that the shards and the baseline name)
  --site URL              where links lead, an http or https address that others can open (default: none, and no links)
  --not-comparable WORD   fail or pass: whether environments that differ end with 4 or with 0 and a warning (default: fail)
  --help                  this text

verdict.md is also appended to the file that GITHUB_STEP_SUMMARY names, where it is set.

Example: npm run ci:verdict -- --shards shards --out verdict --baseline baseline.json -- --fail-on critical

Exit codes: 0 fine or no baseline yet, 1 a regression, 2 bad input, 3 an invalid run or a row missing, 4 not comparable.`;

function refused(message: string): ReadCiVerdictArguments {
  return { state: "refused", message };
}

/** None where one of them is no agent count. */
function countsOf(text: string): readonly number[] {
  const counts = text.split(",").map((part) => Number(part.trim()));
  return counts.every((count) => Number.isInteger(count) && count >= 1) ? counts : [];
}

/** Reads the arguments; the message of a refusal names the argument. What stands after "--" is for regress. */
export function readCiVerdictArguments(args: readonly string[]): ReadCiVerdictArguments {
  const end = args.indexOf("--");
  const kinds = {
    shards: "value",
    out: "value",
    baseline: "values",
    keep: "value",
    agents: "value",
    site: "value",
    "not-comparable": "value",
  } as const;
  const read = readFlags(end === -1 ? args : args.slice(0, end), kinds, { command: "npm run ci:verdict" });
  if (read.state !== "read") return read;
  const { flags } = read;
  const shards = flags.one("shards");
  const out = flags.one("out");
  if (shards === null) return refused("--shards is missing: give the folder of the results to merge.");
  if (out === null) return refused("--out is missing: give the folder to write to.");
  const word = flags.one("not-comparable") ?? "fail";
  if (word !== "fail" && word !== "pass") return refused(`--not-comparable is "${word}"; it must be fail or pass.`);
  const agents = flags.one("agents");
  const points = agents === null ? null : countsOf(agents);
  if (points !== null && points.length === 0) {
    return refused(`--agents is "${agents ?? ""}"; it must be agent counts such as 1,5,10.`);
  }
  const site = publicSiteOf(flags.one("site") ?? "");
  if (site.state === "mistaken") return refused(siteMistake);
  return {
    state: "read",
    options: {
      shards,
      out,
      baselines: flags.all("baseline"),
      keep: flags.one("keep"),
      points,
      site: site.state === "site" ? site.url : null,
      notComparablePasses: word === "pass",
      regress: end === -1 ? [] : args.slice(end + 1),
    },
  };
}
