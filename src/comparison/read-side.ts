// Opens a file to be compared: finds out from its content what it is, and makes a side of a comparison of it.
import { type ComparedCell, cellKey } from "../regression/compared-cell.ts";
import { parseBoundedJson } from "../results/format/bounded-json.ts";
import { isTaggedResult, readResult } from "../results/format/read-result.ts";
import { COMMAND_FILE_LIMITS, EMPTY_FILE, repeatedSample } from "../results/format/result-text.ts";
import type { Directions } from "./cells/measured-input.ts";
import { rowWords } from "./cells/row-words.ts";
import type { ForeignFile } from "./foreign/reader.ts";
import { COMPARED_KINDS, foreignReaderOf, nearestReaderText } from "./foreign/readers.ts";
import { type NotNumber, placeText } from "../results/format/json-scan.ts";
import type { ChosenBy, ColumnChoice } from "../results/references/csv-columns.ts";
import { resultSide, type Side } from "./side.ts";

export type ReadSide =
  | { readonly state: "read"; readonly side: Side }
  | { readonly state: "refused"; readonly message: string };

function refused(message: string): ReadSide {
  return { state: "refused", message };
}

function readOwn(name: string, text: string, json: unknown): ReadSide {
  const read = readResult(json);
  if (read.state === "refused") return read;
  const repeated = repeatedSample(read.result);
  if (repeated !== null) return refused(`This result cannot be compared: ${repeated} Use the file as it was saved.`);
  return { state: "read", side: resultSide(name, read.result, text) };
}

/** Why a file that no reader recognises is none of ours. @param json undefined where it is no JSON */
function unrecognised(json: unknown): ReadSide {
  if (json === undefined) return refused(`This file is of no kind that can be compared. ${COMPARED_KINDS}`);
  if (typeof json === "object" && json !== null && "schema" in json && typeof json.schema === "string") {
    const schema = json.schema.slice(0, 60);
    return refused(`Its field "schema" is "${schema}": a reference, which has no trials to compare. ${COMPARED_KINDS}`);
  }
  return refused(
    `This JSON is of no kind that can be compared: it has no field "format". ${nearestReaderText(json)} ${COMPARED_KINDS}`,
  );
}

function readContent(
  name: string,
  text: string,
  directions: Directions,
  columns: ColumnChoice | null,
  chosenBy: ChosenBy,
): ReadSide {
  const content = text
    .slice(0, COMMAND_FILE_LIMITS.charactersMost + 1)
    .replace(/^\uFEFF/, "")
    .trimStart();
  if (content === "") return refused(EMPTY_FILE);
  const isJson = content.startsWith("{") || content.startsWith("[");
  const json = isJson ? parseBoundedJson(content, COMMAND_FILE_LIMITS) : null;
  if (json?.state === "refused") return refused(`This file cannot be read: ${json.message} Save it again.`);
  if (json !== null && isTaggedResult(json.value)) return readOwn(name, text, json.value);
  const notNumbers = json?.notNumbers ?? [];
  const file: ForeignFile = { name, text: content, json: json?.value, notNumbers, columns, chosenBy };
  const reader = foreignReaderOf(file);
  if (reader === null) return unrecognised(file.json);
  const read = reader.read(file, directions);
  if (read.state === "refused") return refused(`${read.message}${placesText(notNumbers)}`);
  const { measured, id, measuredAt, notes, failures = [] } = read;
  const source = { kind: "file", title: reader.title } as const;
  return { state: "read", side: { name, source, text, useless: null, measured, id, measuredAt, notes, failures } };
}

/** Where a refused file has NaN or Infinity: that may be the reason. */
function placesText(notNumbers: readonly NotNumber[]): string {
  return notNumbers
    .slice(0, 3)
    .map((one) => ` ${placeText(one)}.`)
    .join("");
}

function repeatedCell(cells: readonly ComparedCell[]): ComparedCell | null {
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
 * @param columns which columns of a CSV hold what; null where its header says it
 * @param chosenBy how whoever reads the message can choose them
 * @returns the side, or one message that names the field and the way out
 */
export function readSide(
  name: string,
  text: string,
  directions: Directions = new Map(),
  columns: ColumnChoice | null = null,
  chosenBy: ChosenBy = "field",
): ReadSide {
  const read = readContent(name, text, directions, columns, chosenBy);
  if (read.state === "refused") return read;
  const repeated = repeatedCell(read.side.measured.cells);
  if (repeated === null) return read;
  const row = `"${rowWords(repeated.row)}" (${repeated.metric.label})`;
  return refused(`${row} is in this file twice. Names must be unique: rename or remove one.`);
}
