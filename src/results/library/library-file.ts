// The library as one file, version 1: a header line, then one line of JSON for each result.
import { RESULT_LIMITS } from "../format/result-text.ts";
import * as v from "valibot";
import { parseBoundedJson } from "../format/bounded-json.ts";
import { readResult } from "../format/read-result.ts";
import type { Result } from "../format/result.ts";
import { schemaMessage } from "../format/schema-message.ts";
import { type Labels, labelsSchema } from "./entry.ts";

const LIBRARY_FORMAT = "headroom-library";
const LIBRARY_VERSION = 1;

export const LIBRARY_LIMITS = {
  bytesMost: 500_000_000,
  entriesMost: 20_000,
  line: RESULT_LIMITS,
} as const;

export interface LibraryItem {
  readonly labels: Labels;
  readonly result: Result;
}

/** The header line of so many results. */
export function libraryHeader(entries: number, exportedAt: string): string {
  return `${JSON.stringify({ format: LIBRARY_FORMAT, version: LIBRARY_VERSION, entries, exportedAt })}\n`;
}

export function libraryLine({ labels, result }: LibraryItem): string {
  return `${JSON.stringify({ labels, result })}\n`;
}

export type HeaderRead =
  | { readonly state: "read"; readonly entries: number }
  | { readonly state: "refused"; readonly message: string };

const headerSchema = v.object({
  format: v.literal(LIBRARY_FORMAT),
  version: v.pipe(v.number(), v.integer(), v.minValue(1)),
  entries: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(LIBRARY_LIMITS.entriesMost)),
});

/** Whether a text begins as a library file does, whatever else is wrong with it. */
export function isLibraryText(start: string): boolean {
  return start.trimStart().slice(0, 200).includes(`"${LIBRARY_FORMAT}"`) && !start.trimStart().startsWith("[");
}

export function readLibraryHeader(line: string): HeaderRead {
  const json = parseBoundedJson(line, LIBRARY_LIMITS.line);
  if (json.state === "refused")
    return { state: "refused", message: `This library file cannot be read: ${json.message}` };
  const parsed = v.safeParse(headerSchema, json.value, { abortEarly: true });
  if (!parsed.success) {
    return { state: "refused", message: `This is not a library of Headroom: ${schemaMessage(parsed.issues[0])}` };
  }
  const { version, entries } = parsed.output;
  if (version > LIBRARY_VERSION) {
    return {
      state: "refused",
      message: `This library was made by a newer Headroom (library version ${version}; this one reads up to ${LIBRARY_VERSION}). Reload the page to get the newest Headroom, then import it again.`,
    };
  }
  return { state: "read", entries };
}

export type LineRead =
  | { readonly state: "read"; readonly item: LibraryItem }
  | { readonly state: "refused"; readonly message: string };

/** Reads one line after the header. @param number of the line, from 1 */
export function readLibraryLine(line: string, number: number): LineRead {
  const where = `Line ${number + 1}`;
  const json = parseBoundedJson(line, LIBRARY_LIMITS.line);
  if (json.state === "refused") return { state: "refused", message: `${where} cannot be read: ${json.message}` };
  const { value } = json;
  if (typeof value !== "object" || value === null || !("labels" in value) || !("result" in value)) {
    return { state: "refused", message: `${where} has no "labels" and "result".` };
  }
  const labels = v.safeParse(labelsSchema, value.labels, { abortEarly: true });
  if (!labels.success) return { state: "refused", message: `${where}: ${schemaMessage(labels.issues[0])}` };
  const result = readResult(value.result);
  return result.state === "read"
    ? { state: "read", item: { labels: labels.output, result: result.result } }
    : { state: "refused", message: `${where}: ${result.message}` };
}
