// The command behind `npm run regress`: reads the files, compares them, prints, writes reports and gives the exit code.
import { basename } from "node:path";
import { compareResults } from "../src/regression/comparison.ts";
import {
  type CompareInput,
  mistakeIn,
  mistakeInCalibration,
  readCompareInput,
} from "../src/comparison/compare-input.ts";
import { type ExitCode, exitOf, failingVerdicts } from "../src/comparison/compare-exit.ts";
import { compareLink, toLinkMarkdown } from "../src/comparison/compare-link.ts";
import { toJunitXml } from "../src/comparison/junit.ts";
import { toTextTable, toVerdictMarkdown, verdictRows, verdictSummary } from "../src/comparison/verdict-table.ts";
import { plain } from "../src/words/plain-text.ts";
import { BadInput, readText, writeText } from "./command-files.ts";
import { help, readArguments, type RegressArguments } from "./regress-arguments.ts";

function open(path: string, side: string, { directions }: RegressArguments): CompareInput {
  const read = readCompareInput(basename(path), readText(path), directions);
  if (read.state === "refused") throw new BadInput(`${side} ${path}: ${read.message}`);
  return read.input;
}

function openCalibration(
  options: RegressArguments,
  judged: readonly CompareInput[],
): readonly [CompareInput, CompareInput] | null {
  if (options.calibration === null) return null;
  const [first, again] = options.calibration;
  const pair = [open(first, "Calibration", options), open(again, "Calibration", options)] as const;
  const mistake = mistakeInCalibration(pair, judged);
  if (mistake !== null) throw new BadInput(`--calibration: ${mistake}`);
  return pair;
}

async function compare(options: RegressArguments): Promise<ExitCode> {
  const baselines = options.baselines.map((path) => open(path, "Baseline", options));
  const current = open(options.current, "Current", options);
  const mistake = mistakeIn(baselines, current, options.allowsNewerBaseline);
  if (mistake !== null) throw new BadInput(mistake);
  const calibration = openCalibration(options, [...baselines, current]);
  const comparison = compareResults(
    baselines.map(({ measured }) => measured),
    current.measured,
    {
      noiseFloor: options.noiseFloor,
      calibration: calibration === null ? null : [calibration[0].measured, calibration[1].measured],
    },
  );
  const rows = verdictRows(comparison);
  const answer = exitOf(comparison, options.failOn);
  for (const input of [...baselines, current])
    for (const note of input.notes) console.log(plain(`${input.name}: ${note}`));
  if (rows.length > 0) console.log(toTextTable(rows));
  if (comparison.calibrationDifferences.length > 0) {
    const differences = comparison.calibrationDifferences.join("; ");
    console.log(plain(`The calibration does not count, for it was measured differently: ${differences}.`));
  }
  for (const fact of comparison.unknown) console.log(plain(`Not checked: ${fact}.`));
  if (comparison.onlyInCurrent.length > 0) {
    console.log(plain(`Only in the current result: ${comparison.onlyInCurrent.slice(0, 20).join("; ")}.`));
  }
  console.log(`${verdictSummary(comparison)}. Changes are positive where worse.`);
  const link =
    options.site === null
      ? null
      : await compareLink(options.site, { baselines, current, calibration, noiseFloor: options.noiseFloor });
  if (link !== null) console.log(link.state === "made" ? link.url : plain(`No link: ${link.reason}`));
  writeText(options.markdown, toVerdictMarkdown(comparison) + toLinkMarkdown(link));
  writeText(options.junit, toJunitXml(comparison, failingVerdicts(options.failOn)));
  const document = {
    format: "headroom-comparison",
    version: 1,
    exitCode: answer.code,
    reason: answer.reason,
    comparison,
  };
  writeText(options.json, `${JSON.stringify(document, null, 2)}\n`);
  if (answer.code === 0) console.log(plain(answer.reason));
  else console.error(plain(answer.reason));
  return answer.code;
}

/** @param args what stands behind the command @returns the exit code; never throws for bad input */
export async function runRegress(args: readonly string[]): Promise<ExitCode> {
  const read = readArguments(args);
  switch (read.state) {
    case "help":
      console.log(help);
      return 0;
    case "refused":
      console.error(`${plain(read.message)}\n\n${help}`);
      return 2;
    case "read":
      try {
        return await compare(read.options);
      } catch (error) {
        if (!(error instanceof BadInput)) throw error;
        console.error(plain(error.message));
        return 2;
      }
  }
}
