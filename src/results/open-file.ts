// Opens a file that a person chose: finds out from its content what it is, and reads it or says why not.
import { EMPTY_FILE, RESULT_LIMITS } from "./format/result-text.ts";
import { parseBoundedJson } from "./format/bounded-json.ts";
import type { ColumnChoice } from "./references/csv-columns.ts";
import {
  isFreeagenticsFile,
  isFreeagenticsLoadTest,
  readFreeagenticsFile,
  readFreeagenticsLoadTest,
} from "./references/freeagentics-file.ts";
import { isTable, readReferenceCsv } from "./references/reference-csv.ts";
import { readMeasuredReference, readPublishedReference } from "./references/reference-json.ts";
import type { ReadReferences, ReferenceSeries } from "./references/reference.ts";
import type { Result } from "./format/result.ts";
import { isTaggedResult, readResult } from "./format/read-result.ts";

export type OpenedFile =
  | { readonly state: "result"; readonly result: Result }
  /** `notes`: what was left out and why. */
  | { readonly state: "references"; readonly series: readonly ReferenceSeries[]; readonly notes: readonly string[] }
  | { readonly state: "refused"; readonly message: string };

const kinds =
  "Headroom opens its own result files (.json), FreeAgentics benchmark results (.json), reference files (.json) and CSV with the columns agents, throughput and, if wanted, trial.";

function refused(message: string): OpenedFile {
  return { state: "refused", message };
}

function references(read: ReadReferences): OpenedFile {
  return read.state === "read" ? { state: "references", series: read.series, notes: read.notes ?? [] } : read;
}

function openJson(json: unknown): OpenedFile {
  if (isTaggedResult(json)) {
    const read = readResult(json);
    return read.state === "read" ? { state: "result", result: read.result } : read;
  }
  const tag = typeof json === "object" && json !== null && "schema" in json ? json.schema : undefined;
  if (tag === "published-reference/1") return references(readPublishedReference(json));
  if (tag === "measured-reference/1") return references(readMeasuredReference(json));
  if (typeof tag === "string") {
    return refused(`This file says it is "${tag.slice(0, 60)}", which this Headroom does not know. ${kinds}`);
  }
  if (isFreeagenticsLoadTest(json)) return references(readFreeagenticsLoadTest(json));
  if (isFreeagenticsFile(json)) return references(readFreeagenticsFile(json));
  return refused(`This JSON is of no kind that Headroom knows. ${kinds}`);
}

/**
 * Opens a file by its content; the name is only its title. Never throws.
 * @param name the file's name
 * @param text its content, decoded
 * @param columns which columns of a CSV hold what; null where its header says it
 */
export function openFile(name: string, text: string, columns: ColumnChoice | null = null): OpenedFile {
  if (text.length > RESULT_LIMITS.charactersMost) {
    return refused("This file is larger than 5 MB, more than any result takes. Check that it is the right one.");
  }
  const content = text.replace(/^\uFEFF/, "").trimStart();
  if (content === "") return refused(EMPTY_FILE);
  if (content.startsWith("{") || content.startsWith("[")) {
    const json = parseBoundedJson(content, RESULT_LIMITS);
    return json.state === "parsed" ? openJson(json.value) : refused(`This file cannot be read: ${json.message}`);
  }
  if (columns !== null || isTable(content)) return references(readReferenceCsv(name, content, columns));
  return refused(`This file is of no kind that Headroom knows. ${kinds}`);
}
