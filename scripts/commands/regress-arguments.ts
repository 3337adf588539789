// The arguments of `npm run regress` and their help.
import { FAIL_ON, type FailOn } from "../../src/comparison/compare-exit.ts";
import {
  ALLOWABLE_FACTS,
  allowableFact,
  CONFIGURATION,
  CONFIGURATION_FACTS,
  type ConfigurationMode,
} from "../../src/comparison/allowed-facts.ts";
import { nearestOf } from "../../src/fields/nearest.ts";
import { COMPARED_KINDS } from "../../src/comparison/foreign/readers.ts";
import { type ColumnChoice, readColumnChoice } from "../../src/results/references/csv-columns.ts";
import { siteMistake, siteOf } from "./command-files.ts";
import { readFlags } from "./flags.ts";

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

Judges a result against its baseline. Takes about a second.
${COMPARED_KINDS}

  --baseline FILE          what to compare with; several are sessions of one baseline (prediction interval); required
  --current FILE           what to judge; required
  --fail-on BAND           minor, warning, critical; or inconclusive: warning, and inconclusive too (default: warning)
  --calibration FILE       given twice: one configuration measured against itself, as Calibrate on the page does; what
                           differs there is noise (default: the spread of the trials alone tells)
  --noise-floor PERCENT    a noise floor that is known otherwise, from 0 to 1000 (default: none)
  --higher NAME            declares that more is better in a metric of a foreign format; repeatable
  --lower NAME             likewise, that less is better
  --allow-newer-baseline   the baseline may have been measured after the current result (default: refused)
  --allow FACT             a fact that may differ; it is noted in every report. Repeatable (default: none may). One of:
${factLines}
  --allow configuration    another configuration than the baseline's is the question and is judged: the sentence names
                           it. It stands for ${CONFIGURATION_FACTS.join(", ")}
  --columns NAMES          which columns of a CSV hold what, such as agents=workers,throughput=rate (and trial=…);
                           decimal=comma or decimal=point says how its numbers are written (default: its header says it)
  --markdown FILE          also writes the sentence, the worst rows and behind a fold the others as Markdown
  --junit FILE             also writes a test for each row and metric as JUnit XML
  --json FILE              also writes every figure as JSON
  --site URL               also prints a link to the comparison on the page there, and writes it into the Markdown
                           (default: no link)
  --help                   this text

Example: npm run regress -- --baseline before.json --current after.json --fail-on critical --markdown verdict.md

Exit codes: 0 fine, 1 a regression at or above --fail-on, 2 bad input, 3 an invalid run, nothing measured or a row
missing, 4 not comparable. Inconclusive is 0 with a warning unless --fail-on inconclusive.`;

function isFailOn(text: string): text is FailOn {
  return FAIL_ON.some((band) => band === text);
}

function refused(message: string): ReadArguments {
  return { state: "refused", message };
}

const kinds = {
  baseline: "values",
  current: "values",
  "fail-on": "value",
  "noise-floor": "value",
  calibration: "values",
  higher: "values",
  lower: "values",
  "allow-newer-baseline": "switch",
  allow: "values",
  columns: "value",
  markdown: "value",
  junit: "value",
  json: "value",
  site: "value",
} as const;

interface Allowed {
  readonly facts: ReadonlySet<string>;
  readonly configuration: ConfigurationMode;
}

/** @returns a sentence where one of them is no fact */
function allowedBy(texts: readonly string[]): Allowed | string {
  const facts = new Set<string>();
  let configuration: ConfigurationMode = "kept";
  for (const text of texts) {
    const fact = allowableFact(text);
    if (text.toLowerCase() === CONFIGURATION) configuration = "asked";
    else if (fact !== null) facts.add(fact);
    else {
      const names = [CONFIGURATION, ...ALLOWABLE_FACTS];
      const nearest = nearestOf(text.toLowerCase(), names);
      const meant = nearest === null ? "" : ` Did you mean "${nearest}"?`;
      return `--allow is "${text}"; it must be one of ${names.join(", ")}.${meant}`;
    }
  }
  return { facts, configuration };
}

/** @returns a sentence where a metric is declared both ways */
function directionsBy(higher: readonly string[], lower: readonly string[]): RegressArguments["directions"] | string {
  const both = lower.find((name) => higher.includes(name));
  if (both !== undefined) return `--higher and --lower both name ${both}.`;
  return new Map([
    ...higher.map((name) => [name, "higher"] as const),
    ...lower.map((name) => [name, "lower"] as const),
  ]);
}

/** Reads the arguments; the message of a refusal names the argument. */
export function readArguments(args: readonly string[]): ReadArguments {
  const read = readFlags(args, kinds, { command: "npm run regress" });
  if (read.state !== "read") return read;
  const { flags } = read;
  const baselines = flags.all("baseline");
  const [current, second] = flags.all("current");
  if (baselines.length === 0) return refused("--baseline is missing: give the file to compare with.");
  if (current === undefined) return refused("--current is missing: give the file to judge.");
  if (second !== undefined) return refused("--current is given twice: one result is judged at a time.");
  const failOn = flags.one("fail-on") ?? "warning";
  if (!isFailOn(failOn)) return refused(`--fail-on is "${failOn}"; it must be one of ${FAIL_ON.join(", ")}.`);
  const floorText = flags.one("noise-floor");
  const floor = floorText === null ? null : Number(floorText.replace(/%$/, "")) / 100;
  if (floor !== null && !(floor >= 0 && floor <= 10)) {
    return refused(`--noise-floor is "${floorText ?? ""}"; it must be a percentage from 0 to 1000.`);
  }
  const calibration = flags.all("calibration");
  const [first, again] = calibration;
  const pair = first === undefined || again === undefined ? null : ([first, again] as const);
  if (calibration.length > 0 && (pair === null || calibration.length > 2)) {
    return refused(`--calibration stands ${calibration.length} times: give its two files, each once.`);
  }
  const siteText = flags.one("site");
  const site = siteText === null ? null : siteOf(siteText);
  if (site === null && siteText !== null) return refused(siteMistake);
  const allowed = allowedBy(flags.all("allow"));
  if (typeof allowed === "string") return refused(allowed);
  const columnsText = flags.one("columns");
  const columns = columnsText === null ? null : readColumnChoice(columnsText);
  if (columns?.state === "refused") return refused(`--columns: ${columns.message}`);
  const directions = directionsBy(flags.all("higher"), flags.all("lower"));
  if (typeof directions === "string") return refused(directions);
  return {
    state: "read",
    options: {
      baselines,
      current,
      failOn,
      markdown: flags.one("markdown"),
      junit: flags.one("junit"),
      json: flags.one("json"),
      declaredFloor: floor,
      calibration: pair,
      directions,
      allowed: allowed.facts,
      configuration: allowed.configuration,
      columns: columns?.choice ?? null,
      allowsNewerBaseline: flags.has("allow-newer-baseline"),
      site,
    },
  };
}
