// Writes a result as the text of its file, and names the file.
import type { Result } from "./format/result.ts";

/** @returns the result as the file that Headroom opens again, indented for people */
export function toResultJson(result: Result): string {
  return `${JSON.stringify(result, null, 2)}\n`;
}

/** @returns the file of a result, named by its id */
export function resultFile(result: Result): { readonly name: string; readonly content: Blob } {
  return {
    name: `headroom-${result.id}.json`,
    content: new Blob([toResultJson(result)], { type: "application/json" }),
  };
}
