// The arguments of `npm run regress` and their help.
import { parseArgs } from "node:util";
import { FAIL_ON, type FailOn } from "../../src/comparison/compare-exit.ts";
import {
  ALLOWABLE_FACTS,
  allowableFact,
  CONFIGURATION,
  CONFIGURATION_FACTS,
  type ConfigurationMode,
} from "../../src/comparison/allowed-facts.ts";
import { COMPARED_KINDS } from "../../src/comparison/foreign/readers.ts";
import { type ColumnChoice, readColumnChoice } from "../../src/results/references/csv-columns.ts";
import { siteMistake, siteOf } from "./command-files.ts";

export interface RegressArguments {
  readonly baselines: readonly string[];
  readonly current: string;
  readonly failOn: FailOn;
  readonly markdown: string | null;
  readonly junit: string | null;
  readonly json: string | null;
  /** A share; null where the repeats alone tell. */
  readonly declaredFloor: number | null;
  /** Two files, of one configuration measured against itself; null where the repeats alone tell. */
  readonly calibration: readonly [string, string] | null;
  readonly directions: ReadonlyMap<string, "higher" | "lower">;
  readonly allowsNewerBaseline: boolean;
  /** Facts that may differ, by name. */
  readonly allowed: ReadonlySet<string>;
  /** A gate keeps its configuration, unless a flag says that another one is the question. */
  readonly configuration: ConfigurationMode;
  /** Which columns of a CSV hold what; null where its header says it. */
  readonly columns: ColumnChoice | null;
  /** Where a link to the comparison leads; null where none is wanted. */
  readonly site: string | null;
}

/** Names side by side, in lines of so many characters. */
function wrapped(names: readonly string[], charactersMost: number): readonly string[] {
  const lines: string[] = [];
  for (const name of names) {
    const last = lines.at(-1);
    const longer = last === undefined ? name : `${last}, ${name}`;
    if (last === undefined || longer.length > charactersMost) lines.push(name);
    else lines[lines.length - 1] = longer;
  }
  return lines;
}

export type ReadArguments =
  | { readonly state: "read"; readonly options: RegressArguments }
  | { readonly state: "help" }
  | { readonly state: "refused"; readonly message: string };

const factLines = wrapped(ALLOWABLE_FACTS, 92)
  .map((line) => `${" ".repeat(27)}${line}`)
  .join("\n");

export const help = `Usage: npm run regress -- --baseline FILE [--baseline FILE …] --current FILE [options]

Judges a result against its baseline.
${COMPARED_KINDS}

  --baseline FILE          what to compare with; several are sessions of one baseline (prediction interval)
  --current FILE           what to judge
  --fail-on BAND           minor, warning (default), critical; or inconclusive: warning, and inconclusive too
  --calibration FILE       given twice: one configuration measured against itself, as Calibrate on the page does; what
                           differs there is noise
  --noise-floor PERCENT    a noise floor that is known otherwise
  --higher NAME            declares that more is better in a metric of a foreign format; repeatable
  --lower NAME             likewise, that less is better
  --allow-newer-baseline   the baseline may have been measured after the current result
  --allow FACT             a fact of the environment that may differ; it is noted in every report. Repeatable. One of:
${factLines}
  --allow configuration    another configuration than the baseline's is the question and is judged: the sentence names it. It stands
                           for ${CONFIGURATION_FACTS.join(", ")}
  --columns NAMES          which columns of a CSV hold what, such as agents=workers,throughput=rate (and trial=…);
                           decimal=comma or decimal=point says how its numbers are written
  --markdown FILE          also writes the table as Markdown
  --junit FILE             also writes it as JUnit XML
  --json FILE              also writes every figure as JSON
  --site URL               also prints a link to the comparison on the page there, and writes it into the Markdown
  --help                   this text

Exit codes: 0 fine, 1 a regression at or above --fail-on, 2 bad input, 3 an invalid run, nothing measured or a row
missing, 4 not comparable. Inconclusive is 0 with a warning unless --fail-on inconclusive.`;

function isFailOn(text: string): text is FailOn {
  return FAIL_ON.some((band) => band === text);
}

function refused(message: string): ReadArguments {
  return { state: "refused", message };
}

/** Reads the arguments; the message of a refusal names the argument. */
export function readArguments(args: readonly string[]): ReadArguments {
  const one = { type: "string" } as const;
  const many = { type: "string", multiple: true } as const;
  const flag = { type: "boolean" } as const;
  try {
    const { values } = parseArgs({
      args: [...args],
      options: {
        baseline: many,
        current: many,
        "fail-on": one,
        "noise-floor": one,
        calibration: many,
        higher: many,
        lower: many,
        "allow-newer-baseline": flag,
        allow: many,
        columns: one,
        markdown: one,
        junit: one,
        json: one,
        site: one,
        help: flag,
      },
    });
    if (values.help === true) return { state: "help" };
    const baselines = values.baseline ?? [];
    const [current, second] = values.current ?? [];
    if (baselines.length === 0) return refused("--baseline is missing: give the file to compare with.");
    if (current === undefined) return refused("--current is missing: give the file to judge.");
    if (second !== undefined) return refused("--current stands twice: one result is judged at a time.");
    const failOn = values["fail-on"] ?? "warning";
    if (!isFailOn(failOn)) return refused(`--fail-on is "${failOn}"; it must be one of ${FAIL_ON.join(", ")}.`);
    const floorText = values["noise-floor"];
    const floor = floorText === undefined ? null : Number(floorText.replace(/%$/, "")) / 100;
    if (floor !== null && !(floor >= 0 && floor <= 10)) {
      return refused(`--noise-floor is "${floorText ?? ""}"; it must be a percentage from 0 to 1000.`);
    }
    const calibration = values.calibration ?? [];
    const [first, again] = calibration;
    const pair = first === undefined || again === undefined ? null : ([first, again] as const);
    if (calibration.length > 0 && (pair === null || calibration.length > 2)) {
      return refused(`--calibration stands ${calibration.length} times: give its two files, each once.`);
    }
    const site = values.site === undefined ? null : siteOf(values.site);
    if (site === null && values.site !== undefined) return refused(siteMistake);
    const allowed = new Set<string>();
    let configuration: ConfigurationMode = "kept";
    for (const text of values.allow ?? []) {
      if (text.toLowerCase() === CONFIGURATION) {
        configuration = "asked";
        continue;
      }
      const fact = allowableFact(text);
      if (fact === null) return refused(`--allow is "${text}"; it must be one of ${ALLOWABLE_FACTS.join(", ")}.`);
      allowed.add(fact);
    }
    const columns = values.columns === undefined ? null : readColumnChoice(values.columns);
    if (columns?.state === "refused") return refused(`--columns: ${columns.message}`);
    const directions = new Map<string, "higher" | "lower">();
    for (const name of values.higher ?? []) directions.set(name, "higher");
    for (const name of values.lower ?? []) {
      if (directions.has(name)) return refused(`--higher and --lower both name ${name}.`);
      directions.set(name, "lower");
    }
    return {
      state: "read",
      options: {
        baselines,
        current,
        failOn,
        markdown: values.markdown ?? null,
        junit: values.junit ?? null,
        json: values.json ?? null,
        declaredFloor: floor,
        calibration: pair,
        directions,
        allowed,
        configuration,
        columns: columns?.choice ?? null,
        allowsNewerBaseline: values["allow-newer-baseline"] === true,
        site,
      },
    };
  } catch (error) {
    return refused(error instanceof Error ? error.message : String(error));
  }
}
