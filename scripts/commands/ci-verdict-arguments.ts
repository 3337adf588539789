// The arguments of `npm run ci:verdict` and their help.
import { parseArgs } from "node:util";
import { DEFAULT_SITE, siteMistake, siteOf } from "./command-files.ts";

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
  readonly site: string;
  readonly notComparablePasses: boolean;
  /** Given to `npm run regress` as they are. */
  readonly regress: readonly string[];
}

type ReadCiVerdictArguments =
  | { readonly state: "read"; readonly options: CiVerdictArguments }
  | { readonly state: "help" }
  | { readonly state: "refused"; readonly message: string };

export const ciVerdictHelp = `Usage: npm run ci:verdict -- --shards DIR --out DIR [options] [-- OPTIONS OF npm run regress]

Merges the results below a folder, judges the merged one against the baseline and writes what CI shows.

  --shards DIR            every .json file below it is a part of the run; one alone is taken as it is
  --out DIR               gets current.json, verdict.md and, where there was a baseline, verdict.xml and verdict.json
  --baseline PATH         a file, or a folder of .json files; repeatable. None there: exit 0 with a notice
  --keep FILE             in the end copies the result there if every row was measured: the next baseline
  --agents LIST           agent counts of the whole run, such as 1,5,10: one that no shard brought is a missing row
  --site URL              where links lead (default: ${DEFAULT_SITE})
  --not-comparable WORD   fail (default) or pass: whether environments that differ end with 4 or with 0 and a warning
  --help                  this text

verdict.md is also appended to the file that GITHUB_STEP_SUMMARY names, where it is set.

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
  const one = { type: "string" } as const;
  const end = args.indexOf("--");
  const own = end === -1 ? args : args.slice(0, end);
  try {
    const { values } = parseArgs({
      args: [...own],
      options: {
        shards: one,
        out: one,
        baseline: { type: "string", multiple: true },
        keep: one,
        agents: one,
        site: one,
        "not-comparable": one,
        help: { type: "boolean" },
      },
    });
    if (values.help === true) return { state: "help" };
    if (values.shards === undefined) return refused("--shards is missing: give the folder of the results to merge.");
    if (values.out === undefined) return refused("--out is missing: give the folder to write to.");
    const word = values["not-comparable"] ?? "fail";
    if (word !== "fail" && word !== "pass") return refused(`--not-comparable is "${word}"; it must be fail or pass.`);
    const points = values.agents === undefined ? null : countsOf(values.agents);
    if (points !== null && points.length === 0) {
      return refused(`--agents is "${values.agents ?? ""}"; it must be agent counts such as 1,5,10.`);
    }
    const site = siteOf(values.site ?? DEFAULT_SITE);
    if (site === null) return refused(siteMistake);
    return {
      state: "read",
      options: {
        shards: values.shards,
        out: values.out,
        baselines: values.baseline ?? [],
        keep: values.keep ?? null,
        points,
        site,
        notComparablePasses: word === "pass",
        regress: end === -1 ? [] : args.slice(end + 1),
      },
    };
  } catch (error) {
    return refused(error instanceof Error ? error.message : String(error));
  }
}
