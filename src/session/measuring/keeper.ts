// Keeps results in the library of this browser: what a run has measured so far, and its result at the end.
import type { Result } from "../../results/format/result.ts";
import { defaultName, type Ending, type Labels } from "../../results/library/entry.ts";
import { libraryChanged, theLibrary } from "../sources/library.ts";
import type { DraftKeeper } from "./drafts.ts";

export type Kept =
  | { readonly state: "kept" }
  /** The reason is a sentence for the page. */
  | { readonly state: "not-kept"; readonly reason: string };

/** Whether a finished result is in the library. */
export type Keeping = { readonly state: "keeping" } | Kept;

export interface Keeper extends DraftKeeper<Result> {
  /** @param called its name and tags, where it is not called by what it measured. Never throws */
  readonly keep: (result: Result, ending: Ending, called: Partial<Pick<Labels, "name" | "tags">>) => Promise<Kept>;
  /** Puts a later version of a kept result in its place, with the labels it has by now; not if it was deleted meanwhile. */
  readonly keepLater: (result: Result) => Promise<void>;
}

function whyNot(error: unknown): string {
  return error instanceof Error ? error.message : "The library could not be used.";
}

export const libraryKeeper: Keeper = {
  async keepSoFar(result) {
    const opened = await theLibrary();
    if (opened.state === "open") await opened.library.putDraft(result);
  },
  async forget(id) {
    const opened = await theLibrary();
    if (opened.state === "open") await opened.library.dropDraft(id);
  },
  async keep(result, ending, called) {
    try {
      const opened = await theLibrary();
      if (opened.state === "unavailable") return { state: "not-kept", reason: opened.message };
      const savedAt = new Date().toISOString();
      // A run that was gone on with has the labels that its first part has by now.
      const stored = await opened.library.read(result.id);
      const { name, tags, pinned } =
        stored.state === "read" ? stored.entry : { name: defaultName(result), tags: [], pinned: false };
      const labels = { name, tags, pinned, savedAt, ending, ...called };
      const kept = await opened.library.keep({ result, labels });
      if (kept.state === "refused") return { state: "not-kept", reason: kept.message };
    } catch (error) {
      return { state: "not-kept", reason: whyNot(error) };
    }
    libraryChanged();
    return { state: "kept" };
  },
  async keepLater(result) {
    const opened = await theLibrary();
    if (opened.state === "unavailable") return;
    const stored = await opened.library.read(result.id);
    if (stored.state !== "read") return;
    const { name, tags, pinned, savedAt, ending } = stored.entry;
    await opened.library.keep({ result, labels: { name, tags, pinned, savedAt, ending } });
    libraryChanged();
  },
};
