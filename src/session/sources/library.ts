// The one library of this page: opened on first use, together with what a closed tab left unfinished.
import { MEASUREMENT_LOCK } from "../page/measurement-lock.ts";
import type { LibraryEntry } from "../../results/library/entry.ts";
import type { LibraryOpened } from "../../results/library/library-db.ts";
import { onceFree } from "./once-free.ts";

const CHANNEL = "headroom-library";

const load = () => import("../../results/library/library-db.ts");

/** Fetches the library's code, so that a result can be kept when the network is gone by then. */
export function preloadLibrary(): void {
  // A failure is told when something is to be kept.
  load().catch(() => undefined);
}

function waited(durationMs: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, durationMs));
}

/** Whether some tab measures now: its draft is not an orphan. */
async function isMeasuredElsewhere(): Promise<boolean> {
  if (!("locks" in navigator)) return false;
  try {
    const { held = [] } = await navigator.locks.query();
    return held.some(({ name }) => name === MEASUREMENT_LOCK);
  } catch {
    // Refused on an opaque origin, where nothing is kept either.
    return false;
  }
}

let recovery: Promise<readonly LibraryEntry[]> = Promise.resolve([]);

async function open(): Promise<LibraryOpened> {
  const { openLibrary } = await load().catch((error: unknown) => {
    throw new Error("The part of Headroom that keeps results could not be fetched.", { cause: error });
  });
  const answer = await openLibrary();
  if (answer.state !== "open") return answer;
  const { library } = answer;
  // Drafts that cannot be taken in now stay for the next time.
  const recover = () => library.recover(new Date().toISOString()).catch(() => []);
  if (await isMeasuredElsewhere()) {
    recovery = onceFree(isMeasuredElsewhere, recover, waited);
    // Nobody waits for it: lists are told of what comes later.
    void recovery.then((entries) => (entries.length === 0 ? undefined : libraryChanged()));
  } else {
    recovery = recover();
    await recovery;
  }
  return answer;
}

let opened: Promise<LibraryOpened> | null = null;

/**
 * The library, or why nothing can be kept. What fails is tried again by the next call.
 * @throws with a sentence for the page where the library's code cannot be fetched
 */
export async function theLibrary(): Promise<LibraryOpened> {
  const opening = (opened ??= open());
  let isOpen = false;
  try {
    const answer = await opening;
    isOpen = answer.state === "open";
    return answer;
  } finally {
    if (!isOpen && opened === opening) opened = null;
  }
}

/** What runs that a closed tab cut had measured: taken into the library when this page opened it. Never rejects. */
export async function recoveredRuns(): Promise<readonly LibraryEntry[]> {
  // Why nothing can be kept is told where something is to be kept.
  await theLibrary().catch(() => undefined);
  return recovery;
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
