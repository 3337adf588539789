// Saves results as files, one each, named by their ids.
import { resultFile } from "../../../results/result-json.ts";
import type { Result } from "../../../results/format/result.ts";
import { download } from "../../../ui/download.tsx";

/** @returns the names of the files */
export function saveResults(results: readonly { readonly result: Result }[]): readonly string[] {
  return results.map(({ result }) => {
    const { name, content } = resultFile(result);
    download(name, content);
    return name;
  });
}
