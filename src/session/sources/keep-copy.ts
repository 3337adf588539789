// Puts a result that was measured elsewhere into the library of this browser, as an import.
import type { Result } from "../../results/format/result.ts";
import { libraryChanged, theLibrary } from "./library.ts";

export type CopyKept =
  | { readonly state: "kept" }
  /** It is there already, and stays as it is. */
  | { readonly state: "known" }
  | { readonly state: "refused"; readonly message: string };

/** Never throws. */
export async function keepCopy(result: Result, name: string, tags: readonly string[]): Promise<CopyKept> {
  try {
    const opened = await theLibrary();
    if (opened.state === "unavailable") return { state: "refused", message: opened.message };
    const known = await opened.library.read(result.id);
    if (known.state !== "missing") return { state: "known" };
    const labels = { name, tags: [...tags], pinned: false, savedAt: new Date().toISOString() };
    const kept = await opened.library.keep({ result, labels: { ...labels, ending: "imported" } });
    if (kept.state === "refused") return kept;
    libraryChanged();
    return { state: "kept" };
  } catch (error) {
    const reason = error instanceof Error ? error.message : "The library could not be read.";
    return { state: "refused", message: `${reason} Try again, or save the result as a file instead.` };
  }
}
