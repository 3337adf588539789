// Saves a whole result as a file. It comes with the page: nothing has to be fetched to save what was measured.
import type { Result } from "../../../results/format/result.ts";
import { resultFile } from "../../../results/result-json.ts";
import { download } from "../../../ui/download.tsx";

/** Downloads the result as the file that Headroom opens again. @returns the name of the file */
export function saveResult(result: Result): string {
  const { name, content } = resultFile(result);
  download(name, content);
  return name;
}
