// The command behind `npm run regress`: reads the files, compares them, prints, writes reports and gives the exit code.
import { readFileSync, statSync, writeFileSync } from "node:fs";
import { basename } from "node:path";
import { compareResults } from "../src/regression/comparison.ts";
import { type CompareInput, mistakeIn, readCompareInput } from "../src/results/compare-input.ts";
import { type ExitCode, exitOf, failingVerdicts } from "../src/results/compare-exit.ts";
import { toJunitXml } from "../src/results/junit.ts";
import { toTextTable, toVerdictMarkdown, verdictRows, verdictSummary } from "../src/results/verdict-table.ts";
import { help, readArguments, type RegressArguments } from "./regress-arguments.ts";

const BYTES_MOST = 80_000_000;

/** Something a person must mend; its message says what and how. */
class BadInput extends Error {}

function readText(path: string): string {
  try {
    if (statSync(path).size > BYTES_MOST)
      throw new BadInput(`${path} is larger than 80 MB. Check that it is the right file.`);
    return readFileSync(path, "utf8");
  } catch (error) {
    if (error instanceof BadInput) throw error;
    throw new BadInput(`${path} cannot be read: ${error instanceof Error ? error.message : String(error)}`);
  }
}

function open(path: string, side: string, { directions }: RegressArguments): CompareInput {
  const read = readCompareInput(basename(path), readText(path), directions);
  if (read.state === "refused") throw new BadInput(`${side} ${path}: ${read.message}`);
  return read.input;
}

function write(path: string | null, text: string): void {
  if (path === null) return;
  try {
    writeFileSync(path, text);
  } catch (error) {
    throw new BadInput(`${path} cannot be written: ${error instanceof Error ? error.message : String(error)}`);
  }
}

function compare(options: RegressArguments): ExitCode {
  const baselines = options.baselines.map((path) => open(path, "Baseline", options));
  const current = open(options.current, "Current", options);
  const mistake = mistakeIn(baselines, current, options.allowsNewerBaseline);
  if (mistake !== null) throw new BadInput(mistake);
  const comparison = compareResults(
    baselines.map(({ measured }) => measured),
    current.measured,
    { noiseFloor: options.noiseFloor, calibration: null },
  );
  const rows = verdictRows(comparison);
  const answer = exitOf(comparison, options.failOn);
  for (const input of [...baselines, current]) for (const note of input.notes) console.log(`${input.name}: ${note}`);
  if (rows.length > 0) console.log(toTextTable(rows));
  for (const fact of comparison.unknown) console.log(`Not checked: ${fact}.`);
  if (comparison.onlyInCurrent.length > 0) {
    console.log(`Only in the current result: ${comparison.onlyInCurrent.slice(0, 20).join("; ")}.`);
  }
  console.log(`${verdictSummary(comparison)}. Changes are positive where worse.`);
  write(options.markdown, toVerdictMarkdown(comparison));
  write(options.junit, toJunitXml(comparison, failingVerdicts(options.failOn)));
  const document = {
    format: "headroom-comparison",
    version: 1,
    exitCode: answer.code,
    reason: answer.reason,
    comparison,
  };
  write(options.json, `${JSON.stringify(document, null, 2)}\n`);
  if (answer.code === 0) console.log(answer.reason);
  else console.error(answer.reason);
  return answer.code;
}

/** @param args what stands behind the command @returns the exit code; never throws for bad input */
export function runRegress(args: readonly string[]): ExitCode {
  const read = readArguments(args);
  switch (read.state) {
    case "help":
      console.log(help);
      return 0;
    case "refused":
      console.error(`${read.message}\n\n${help}`);
      return 2;
    case "read":
      try {
        return compare(read.options);
      } catch (error) {
        if (!(error instanceof BadInput)) throw error;
        console.error(error.message);
        return 2;
      }
  }
}
