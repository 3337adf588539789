// The command behind `npm run regress`: reads the files, compares them, prints, writes reports and gives the exit code.
import { basename } from "node:path";
import { type ExitCode, exitOf, failingVerdicts } from "../../src/comparison/compare-exit.ts";
import { CONFIGURATION, CONFIGURATION_FACTS } from "../../src/comparison/allowed-facts.ts";
import { toNotesMarkdown } from "../../src/comparison/notes-markdown.ts";
import { compareLink, toLinkMarkdown } from "../../src/comparison/compare-link.ts";
import { toComparisonJson } from "../../src/comparison/comparison-json.ts";
import { rowWords } from "../../src/comparison/cells/row-words.ts";
import { CONSEQUENCES, flawText, flawThat } from "../../src/comparison/flaws.ts";
import { calibrationText, judge, type Judgement, type SidePair } from "../../src/comparison/judgement.ts";
import { toJunitXml } from "../../src/comparison/junit.ts";
import { readSide } from "../../src/comparison/read-side.ts";
import type { Side } from "../../src/comparison/side.ts";
import { comparisonSentence } from "../../src/comparison/comparison-sentence.ts";
import { noteLine, withSharedNotes } from "../../src/comparison/shared-notes.ts";
import { toVerdictMarkdown } from "../../src/comparison/verdict-markdown.ts";
import { toTextTable, verdictRows, verdictSummary } from "../../src/comparison/verdict-table.ts";
import { plain } from "../../src/words/plain-text.ts";
import { BadInput, readText, writeText } from "./command-files.ts";
import { help, readArguments, type RegressArguments } from "./regress-arguments.ts";

function open(path: string, side: string, { directions, columns }: RegressArguments): Side {
  const read = readSide(basename(path), readText(path), directions, columns, "flag");
  if (read.state === "refused") throw new BadInput(`${side} ${path}: ${read.message}`);
  return read.side;
}

function openCalibration(options: RegressArguments): SidePair | null {
  if (options.calibration === null) return null;
  const [first, again] = options.calibration;
  return [open(first, "Calibration", options), open(again, "Calibration", options)];
}

/** What makes the whole bad input. A flag may say that doubtful sides are meant so. */
function refuse({ flaws, calibrationFlaw, calibration }: Judgement, options: RegressArguments): void {
  const refused = flawThat(flaws, "refused");
  if (refused !== null) throw new BadInput(flawText(refused));
  const doubtful = options.allowsNewerBaseline ? null : flawThat(flaws, "doubtful");
  if (doubtful !== null) {
    const allowed = "Or allow a newer baseline (--allow-newer-baseline) where that is meant.";
    throw new BadInput(`${flawText(doubtful)} ${allowed}`);
  }
  if (calibration === null && calibrationFlaw !== null) {
    throw new BadInput(`--calibration: ${flawText(calibrationFlaw)}`);
  }
}

function print(judgement: Judgement, sides: readonly Side[], current: Side): void {
  const { comparison, flaws } = judgement;
  const { rows, notes: shared } = withSharedNotes(verdictRows(comparison));
  for (const { name, notes } of sides) for (const note of notes) console.log(plain(`${name}: ${note}`));
  if (rows.length > 0) console.log(toTextTable(rows));
  for (const [at, note] of shared.entries()) console.log(plain(noteLine(note, at + 1)));
  if (judgement.calibrationFlaw !== null) console.log(plain(calibrationText(judgement, current) ?? ""));
  for (const flaw of flaws) if (CONSEQUENCES[flaw.kind] === "remark") console.log(plain(flawText(flaw)));
  for (const note of judgement.notes) console.log(plain(note));
  for (const fact of comparison.unknown) console.log(plain(`Not checked: ${fact}.`));
  if (comparison.onlyInCurrent.length > 0) {
    const names = comparison.onlyInCurrent.map(({ row, metric }) => `${rowWords(row)}, ${metric.label}`);
    console.log(plain(`Only in the current result: ${names.slice(0, 20).join("; ")}.`));
  }
  console.log(plain(comparisonSentence(comparison, judgement.question)));
  console.log(`${verdictSummary(comparison)}.`);
}

/** The flags with which what is kept apart would be judged. */
function wayToAllow(allowable: readonly string[]): string {
  const configuration: ReadonlySet<string> = new Set(CONFIGURATION_FACTS);
  const others = allowable.filter((name) => !configuration.has(name));
  const names = others.length < allowable.length ? [CONFIGURATION, ...others] : others;
  const flags = names.map((name) => `--allow ${/^[a-z]+$/i.test(name) ? name : `"${name}"`}`).join(" ");
  return `Where that is meant, add ${flags}: it is judged then, and every report notes it.`;
}

async function compare(options: RegressArguments): Promise<ExitCode> {
  const baselines = options.baselines.map((path) => open(path, "Baseline", options));
  const current = open(options.current, "Current", options);
  const calibration = openCalibration(options);
  const { declaredFloor, allowed, configuration } = options;
  const judgement = judge({ baselines, current, calibration, declaredFloor, allowed, configuration });
  refuse(judgement, options);
  const answer = exitOf(judgement, options.failOn);
  const { comparison } = judgement;
  print(judgement, [...baselines, current], current);
  const link =
    options.site === null
      ? null
      : await compareLink(options.site, { baselines, current, calibration, declaredFloor, allowed });
  if (link !== null) console.log(link.state === "made" ? link.url : plain(`No link: ${link.reason}`));
  const markdown = toVerdictMarkdown(comparison, judgement.question) + toNotesMarkdown(judgement.notes);
  writeText(options.markdown, markdown + toLinkMarkdown(link));
  writeText(options.junit, toJunitXml(comparison, failingVerdicts(options.failOn), judgement));
  writeText(options.json, toComparisonJson(comparison, answer, judgement.notes));
  if (answer.code === 0) console.log(plain(answer.reason));
  else console.error(plain(answer.reason));
  if (answer.code === 4 && judgement.allowable.length > 0) {
    console.error(plain(wayToAllow(judgement.allowable)));
  }
  return answer.code;
}

/** @param args the arguments @returns the exit code; never throws for bad input */
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
