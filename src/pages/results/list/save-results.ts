// Saves results as files, one each, named by their ids.
import { resultFile } from "../../../results/result-json.ts";
import type { Result } from "../../../results/format/result.ts";
import { download } from "../../../ui/download.ts";

export function saveResults(results: readonly { readonly result: Result }[]): void {
  for (const { result } of results) {
    const { name, content } = resultFile(result);
    download(name, content);
  }
}
