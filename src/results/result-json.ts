// Writes a result as the text of its file.
import type { Result } from "./format/result.ts";

/** @returns the result as the file that Headroom opens again, indented for people */
export function toResultJson(result: Result): string {
  return `${JSON.stringify(result, null, 2)}\n`;
}
