// Opens files to be compared: finds out from the content what each is, and refuses pairs that cannot be meant.
import { type Cell, cellKey } from "../regression/cell.ts";
import { METRICS } from "../regression/metrics.ts";
import { parseBoundedJson } from "../results/format/bounded-json.ts";
import { isFreeagenticsBaseline, readFreeagenticsBaseline } from "./foreign/freeagentics-baseline.ts";
import { readFreeagenticsCells } from "./foreign/freeagentics-cells.ts";
import { isFreeagenticsFile } from "../results/references/freeagentics-file.ts";
import { isK6Summary, readK6Summary } from "./foreign/k6-summary.ts";
import type { Directions, MeasuredInput, ReadMeasured } from "./cells/measured-input.ts";
import { isPytestBenchmark, readPytestBenchmark } from "./foreign/pytest-benchmark.ts";
import { isReferenceCsv, readReferenceCsv } from "../results/references/reference-csv.ts";
import { measuredOf } from "./cells/result-cells.ts";
import { rowName } from "../words/row-name.ts";
import { COMMAND_FILE_LIMITS, repeatedTrial } from "../results/format/result-text.ts";
import type { Result } from "../results/format/schema.ts";
import { isTaggedResult, readResult } from "../results/format/upgrade.ts";

/** A file that was read, with its name. */
export interface CompareInput extends MeasuredInput {
  readonly name: string;
  /** The text as it came, to tell whether two files are one. */
  readonly text: string;
}

export type ReadCompareInput =
  | { readonly state: "read"; readonly input: CompareInput }
  | { readonly state: "refused"; readonly message: string };

const kinds =
  "Headroom compares its own result files, FreeAgentics' enhanced CI results and baselines, pytest-benchmark JSON, k6 summaries, and CSV with the columns agents, throughput and trial.";

function refused(message: string): ReadMeasured {
  return { state: "refused", message };
}

/** A result of Headroom that is already open, as it is compared. */
export function measuredResult(result: Result): MeasuredInput {
  const counted = result.trials.filter(({ state }) => state === "valid").length;
  const left = result.trials.length - counted;
  const notes = left === 0 ? [] : [`${left} of ${result.trials.length} attempts do not count.`];
  return {
    measured: measuredOf(result),
    id: result.id,
    measuredAt: { field: "createdAt", text: result.createdAt },
    notes,
  };
}

function readOwn(json: unknown): ReadMeasured {
  const read = readResult(json);
  if (read.state === "refused") return read;
  const repeated = repeatedTrial(read.result);
  if (repeated !== null) return refused(`This result cannot be compared: ${repeated} Use the file as it was saved.`);
  return { state: "read", ...measuredResult(read.result) };
}

function readCsv(name: string, text: string): ReadMeasured {
  const read = readReferenceCsv(name, text);
  if (read.state === "refused") return read;
  const rows = read.series[0]?.rows ?? [];
  const cells = rows.map(({ agents, trials }): Cell => {
    return {
      row: rowName(agents),
      metric: METRICS.throughput,
      figures: { kind: "trials", values: trials, yardstickDeviation: 0 },
    };
  });
  return { state: "read", measured: { fingerprint: [], cells }, id: null, measuredAt: null, notes: [] };
}

function readJson(json: unknown, directions: Directions): ReadMeasured {
  if (isTaggedResult(json)) return readOwn(json);
  if (typeof json === "object" && json !== null && "schema" in json && typeof json.schema === "string") {
    return refused(
      `Its field "schema" is "${json.schema.slice(0, 60)}": a reference, which has no trials to compare. ${kinds}`,
    );
  }
  if (isPytestBenchmark(json)) return readPytestBenchmark(json);
  if (isFreeagenticsFile(json)) return readFreeagenticsCells(json, directions);
  if (isK6Summary(json)) return readK6Summary(json, directions);
  if (isFreeagenticsBaseline(json)) return readFreeagenticsBaseline(json, directions);
  return refused(`This JSON is of no kind that can be compared: it has no field "format". ${kinds}`);
}

function readContent(name: string, text: string, directions: Directions): ReadMeasured {
  const content = text
    .slice(0, COMMAND_FILE_LIMITS.charactersMost + 1)
    .replace(/^\uFEFF/, "")
    .trimStart();
  if (content === "") return refused(`This file is empty. ${kinds}`);
  if (!content.startsWith("{") && !content.startsWith("[")) {
    return isReferenceCsv(content)
      ? readCsv(name, content)
      : refused(`This file is of no kind that can be compared. ${kinds}`);
  }
  const json = parseBoundedJson(content, COMMAND_FILE_LIMITS);
  if (json.state === "refused") return refused(`This file cannot be read: ${json.message} Save it again.`);
  return readJson(json.value, directions);
}

function repeatedCell(cells: readonly Cell[]): Cell | null {
  const seen = new Set<string>();
  for (const cell of cells) {
    const key = cellKey(cell);
    if (seen.has(key)) return cell;
    seen.add(key);
  }
  return null;
}

/**
 * Opens a file by its content. Never throws.
 * @param name the file's name
 * @param directions for metrics that no format declares
 * @returns the input, or one message that names the field and the way out
 */
export function readCompareInput(name: string, text: string, directions: Directions = new Map()): ReadCompareInput {
  const read = readContent(name, text, directions);
  if (read.state === "refused") return read;
  const repeated = repeatedCell(read.measured.cells);
  if (repeated !== null) {
    const message = `"${repeated.row}" (${repeated.metric.label}) stands in this file twice. Names must be unique: rename or remove one.`;
    return { state: "refused", message };
  }
  const { measured, id, measuredAt, notes } = read;
  return { state: "read", input: { name, text, measured, id, measuredAt, notes } };
}

type Identified = Pick<CompareInput, "name" | "id" | "measuredAt" | "text">;

function isSame(a: Identified, b: Identified): boolean {
  return a.text === b.text || (a.id !== null && a.id === b.id);
}

function sameText({ id }: Identified): string {
  return id === null ? "their content is equal" : `their field "id" is "${id}"`;
}

/**
 * Refuses a calibration that would hide what is judged: two runs that are one, or one of which is judged itself.
 * @param judged baselines and current result
 * @returns one message that names the way out; null where all is well
 */
export function mistakeInCalibration(
  [first, again]: readonly [Identified, Identified],
  judged: readonly Identified[],
): string | null {
  if (isSame(first, again)) {
    return `Both runs of the calibration are the same result: ${sameText(again)}. Give two runs of one configuration.`;
  }
  for (const run of [first, again]) {
    const twin = judged.find((one) => isSame(one, run));
    if (twin !== undefined) {
      return `The calibration holds ${twin.name}, which is judged itself: ${sameText(run)}. Its own difference would pass as noise. Calibrate with other runs.`;
    }
  }
  return null;
}

/**
 * Refuses what cannot be meant: a result compared with itself, the same session twice, or the two sides swapped.
 * @param allowsNewerBaseline the caller said that the times are meant so
 * @returns one message that names the field and the way out; null where all is well
 */
export function mistakeIn(
  baselines: readonly Identified[],
  current: Identified,
  allowsNewerBaseline = false,
): string | null {
  for (const [n, baseline] of baselines.entries()) {
    if (isSame(baseline, current)) {
      return `Baseline ${baseline.name} and current ${current.name} are the same result: ${sameText(current)}. Give another file for one of them.`;
    }
    const twin = baselines.slice(0, n).find((earlier) => isSame(earlier, baseline));
    if (twin !== undefined) {
      return `Baselines ${twin.name} and ${baseline.name} are the same session: ${sameText(baseline)}. Give each session once.`;
    }
    const was = baseline.measuredAt;
    const is = current.measuredAt;
    if (was === null || is === null || allowsNewerBaseline) continue;
    if (Date.parse(was.text) > Date.parse(is.text)) {
      return `Baseline and current seem swapped: the field "${was.field}" of ${baseline.name} (${was.text}) is later than "${is.field}" of ${current.name} (${is.text}). Exchange them, or allow a newer baseline (--allow-newer-baseline) where that is meant.`;
    }
  }
  return null;
}
