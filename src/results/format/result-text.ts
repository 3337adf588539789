// Reads the text of a file as a result of Headroom, bounded and with every sample in a place of its own.
import { type JsonLimits, parseBoundedJson } from "./bounded-json.ts";
import type { Result } from "./result.ts";
import { type ReadResult, readResult } from "./read-result.ts";

/** Limits on one result of unknown origin, in characters as in bytes. */
export const RESULT_LIMITS = {
  charactersMost: 5_000_000,
  depthMost: 16,
  valuesMost: 400_000,
} as const satisfies JsonLimits;

/** Limits on a file that is given to a command. */
export const COMMAND_FILE_LIMITS: JsonLimits = { charactersMost: 20_000_000, depthMost: 24, valuesMost: 2_000_000 };

/** What is said of a file without anything in it. */
export const EMPTY_FILE = "This file is empty: nothing is in it. Save it again, or choose another.";

/** A place may be in a result only once, else its samples would count double. @returns which is not, in a sentence; or null */
export function repeatedSample({ samples }: Result): string | null {
  const seen = new Set<string>();
  for (const [n, { series, at, repeat, attempt }] of samples.entries()) {
    const place = `${series} ${at} ${repeat} ${attempt}`;
    if (seen.has(place)) return `samples[${n}] repeats an earlier one (series ${series}, at ${at}, repeat ${repeat}).`;
    seen.add(place);
  }
  return null;
}

/**
 * Reads a result from text that may be hostile. Never throws.
 * @param limits of a file that a person gives to a command, unless it comes from elsewhere
 * @returns the result, or one message that names the field and the way out
 */
export function readResultText(text: string, limits: JsonLimits = COMMAND_FILE_LIMITS): ReadResult {
  const content = text.replace(/^\uFEFF/, "");
  if (content.trim() === "") return { state: "refused", message: EMPTY_FILE };
  const json = parseBoundedJson(content, limits);
  if (json.state === "refused") {
    return { state: "refused", message: `This file cannot be read: ${json.message} Save it again.` };
  }
  const read = readResult(json.value);
  if (read.state === "refused") return read;
  const repeated = repeatedSample(read.result);
  if (repeated === null) return read;
  return { state: "refused", message: `This result cannot be read: ${repeated} Use the file as it was saved.` };
}
