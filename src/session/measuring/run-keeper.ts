// Keeps a run: what it measured so far while it goes on, and its result at the end.
import type { Result } from "../../results/format/schema.ts";
import type { Ending, Labels } from "../../results/library/entry.ts";
import { libraryChanged, theLibrary } from "../sources/library.ts";

/** Keeps the result so far, so that a tab that is closed or crashes loses no finished trial. Never throws. */
export async function keepSoFar(result: Result): Promise<void> {
  try {
    const opened = await theLibrary();
    if (opened.state === "open") await opened.library.putDraft(result);
  } catch {
    // A full storage is told at the end, when the result itself is not kept.
  }
}

/** @param called its name and tags, where it is not called by what it measured @returns why the result is not kept, or null when it is */
export async function keepResult(
  result: Result,
  ending: Ending,
  called: Partial<Pick<Labels, "name" | "tags">> = {},
): Promise<string | null> {
  const opened = await theLibrary();
  if (opened.state === "unavailable") return opened.message;
  const { defaultName } = await import("../../results/library/entry.ts");
  const labels = {
    name: defaultName(result),
    tags: [],
    pinned: false,
    savedAt: new Date().toISOString(),
    ending,
    ...called,
  };
  const kept = await opened.library.keep({ result, labels });
  libraryChanged();
  return kept.state === "kept" ? null : kept.message;
}

/** Puts a later version of a kept result in its place, with the labels it has by now; not if it was deleted meanwhile. */
export async function keepLater(result: Result): Promise<void> {
  const opened = await theLibrary();
  if (opened.state === "unavailable") return;
  const stored = await opened.library.read(result.id);
  if (stored.state !== "read") return;
  const { name, tags, pinned, savedAt, ending } = stored.entry;
  await opened.library.keep({ result, labels: { name, tags, pinned, savedAt, ending } });
  libraryChanged();
}

/** The run measured nothing that is worth keeping. */
export async function forget(id: string): Promise<void> {
  const opened = await theLibrary();
  if (opened.state === "open") await opened.library.dropDraft(id);
}
