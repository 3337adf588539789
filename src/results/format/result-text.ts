// Reads the text of a file as a result of Headroom, bounded and with every trial in a place of its own.
import { type JsonLimits, parseBoundedJson } from "./bounded-json.ts";
import type { Result } from "./schema.ts";
import { type ReadResult, readResult } from "./upgrade.ts";

/** Limits on a file that is given to a command. */
export const COMMAND_FILE_LIMITS: JsonLimits = { charactersMost: 20_000_000, depthMost: 24, valuesMost: 2_000_000 };

/** A trial's place may stand in a result only once, else its trials would count double. @returns which does not; or null */
export function repeatedTrial(result: Result): string | null {
  const seen = new Set<string>();
  for (const [n, { kind, agents, repeat, attempt }] of result.trials.entries()) {
    const place = `${kind} ${agents} ${repeat} ${attempt}`;
    if (seen.has(place)) return `trials[${n}] repeats an earlier trial (${kind}, ${agents} agents, repeat ${repeat}).`;
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
  const json = parseBoundedJson(text.replace(/^\uFEFF/, ""), limits);
  if (json.state === "refused") {
    return { state: "refused", message: `This file cannot be read: ${json.message} Save it again.` };
  }
  const read = readResult(json.value);
  if (read.state === "refused") return read;
  const repeated = repeatedTrial(read.result);
  if (repeated === null) return read;
  return { state: "refused", message: `This result cannot be read: ${repeated} Use the file as it was saved.` };
}
