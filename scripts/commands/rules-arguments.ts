// The arguments of `npm run rules` and their help.
import { readDuration } from "../../src/alerts/go/duration.ts";
import type { Lookback } from "../../src/alerts/evaluation/sample-store.ts";
import { readFlags } from "./flags.ts";

interface Shared {
  readonly files: readonly string[];
  /** Whether what lies beyond the grammar is passed over. */
  readonly simple: boolean;
}

export type RulesArguments =
  | (Shared & { readonly task: "check"; readonly intervalMs: number })
  | (Shared & { readonly task: "test"; readonly lookback: Lookback })
  | {
      readonly task: "export";
      readonly file: string | null;
      readonly to: "prometheus" | "published";
      readonly out: string | null;
    };

type ReadRulesArguments =
  | { readonly state: "read"; readonly options: RulesArguments }
  | { readonly state: "help" }
  | { readonly state: "refused"; readonly message: string };

export const rulesHelp = `Usage: npm run rules -- check FILE [FILE …] [options]
       npm run rules -- test FILE [FILE …] [options]
       npm run rules -- export [FILE] [--to prometheus|published] [--out FILE]

check reads rule files of Prometheus, or in the published form, and prints every fault and hint with its line and column.
test runs unit-test files of promtool, and prints what was expected and what came instead.
export writes the rules of a file, or the published ones, in the other form; what the form cannot say is told.

Read are the rules selector op number, number op selector, and absent(selector). Other PromQL is refused.

  --simple        passes over what is PromQL beyond these rules, and counts it, in place of failing
  --interval D    how often groups are evaluated that do not say it, for hints of check (default: 1m)
  --lookback L    whether a sample of exactly 5 minutes counts: inclusive as in Prometheus 2, or exclusive as in 3 (default)
  --to FORM       prometheus or published (default: prometheus)
  --out FILE      where an export is written (default: the terminal)
  --help          this text

Example: npm run rules -- test alerts_test.yml

Exit codes, as promtool's: 0 all is well, 1 a fault, or a test that failed or could not be judged.`;

function refused(message: string): ReadRulesArguments {
  return { state: "refused", message };
}

const TASKS = ["check", "test", "export"] as const;

const FLAGS_OF = {
  check: ["simple", "interval"],
  test: ["simple", "lookback"],
  export: ["to", "out"],
} as const satisfies Record<(typeof TASKS)[number], readonly string[]>;

/** Reads the arguments; the message of a refusal names the argument. */
export function readRulesArguments(args: readonly string[]): ReadRulesArguments {
  const kinds = { simple: "switch", interval: "value", lookback: "value", to: "value", out: "value" } as const;
  const read = readFlags(args, kinds, { command: "npm run rules", takesFiles: true });
  if (read.state !== "read") return read;
  const { flags } = read;
  const [word, ...files] = flags.positionals;
  const task = TASKS.find((one) => one === word);
  if (task === undefined)
    return refused(
      `${word === undefined ? "The task is missing" : `There is no task "${word}"`}: write check, test or export.`,
    );
  const taken: readonly string[] = FLAGS_OF[task];
  for (const name of ["simple", "interval", "lookback", "to", "out"] as const) {
    if (flags.has(name) && !taken.includes(name)) return refused(`--${name} is no flag of ${task}.`);
  }
  if (task !== "export" && files.length === 0) return refused(`Give a file to ${task}.`);
  const shared = { files, simple: flags.has("simple") };
  switch (task) {
    case "check": {
      const interval = readDuration(flags.one("interval") ?? "1m");
      return interval.state === "refused"
        ? refused(`--interval ${interval.message}`)
        : { state: "read", options: { task, ...shared, intervalMs: interval.ms } };
    }
    case "test": {
      const lookback = flags.one("lookback") ?? "exclusive";
      if (lookback !== "inclusive" && lookback !== "exclusive")
        return refused("--lookback must be inclusive or exclusive.");
      return { state: "read", options: { task, ...shared, lookback } };
    }
    case "export": {
      const to = flags.one("to") ?? "prometheus";
      if (to !== "prometheus" && to !== "published") return refused("--to must be prometheus or published.");
      const [file, ...more] = files;
      if (more.length > 0) return refused("export takes one file.");
      return { state: "read", options: { task, file: file ?? null, to, out: flags.one("out") } };
    }
  }
}
