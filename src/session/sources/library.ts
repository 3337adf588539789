// Owns the one library of this page: opened on first use, with what an earlier tab left unfinished taken in.
import type { LibraryOpened } from "../../results/library/library-db.ts";

const CHANNEL = "headroom-library";
let opened: Promise<LibraryOpened> | null = null;

/** Whether some tab measures now: its draft is not an orphan. */
async function isMeasuredElsewhere(): Promise<boolean> {
  if (!("locks" in navigator)) return false;
  try {
    const { held = [] } = await navigator.locks.query();
    return held.some(({ name }) => name === "headroom-measurement");
  } catch {
    // Refused on an opaque origin, where nothing is kept either.
    return false;
  }
}

async function openFirst(): Promise<LibraryOpened> {
  const { openLibrary } = await import("../../results/library/library-db.ts");
  const answer = await openLibrary();
  if (answer.state === "open" && !(await isMeasuredElsewhere())) {
    await answer.library.recover(new Date().toISOString());
  }
  return answer;
}

/** The library, or why nothing can be kept. */
export function theLibrary(): Promise<LibraryOpened> {
  opened ??= openFirst();
  return opened;
}

/** Tells other tabs, and the list of this one, that the library changed. */
export function libraryChanged(): void {
  const channel = new BroadcastChannel(CHANNEL);
  channel.postMessage("changed");
  channel.close();
}

/** Calls back whenever the library changed, here or in another tab. @returns how to stop */
export function onLibraryChange(callback: () => void): () => void {
  const channel = new BroadcastChannel(CHANNEL);
  channel.addEventListener("message", callback);
  return () => channel.close();
}
