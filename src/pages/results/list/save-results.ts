// Saves results as files, one each, under what they are called.
import { toResultJson } from "../../../results/result-json.ts";
import type { Result } from "../../../results/format/result.ts";
import { download } from "../../../ui/download.ts";

export function saveResults(results: readonly { readonly result: Result }[]): void {
  for (const { result } of results) {
    download(`headroom-${result.id}.json`, new Blob([toResultJson(result)], { type: "application/json" }));
  }
}
