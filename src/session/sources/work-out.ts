// Works out what results of an earlier Headroom found, for those that somebody looks at, a few at a time and while nobody waits.
import { libraryChanged, theLibrary } from "./library.ts";

/** So many results are read between two breaths, about 100 ms on a slow machine. */
const AT_ONCE = 5;

/** Waiting, or worked on now: rows ask again whenever they come into sight. */
const asked = new Set<string>();
const waiting: string[] = [];
let isWorking = false;

async function breath(): Promise<void> {
  await new Promise<void>((resolve) => {
    // Safari has no idle callbacks.
    if ("requestIdleCallback" in globalThis) globalThis.requestIdleCallback(() => resolve(), { timeout: 1_000 });
    else setTimeout(resolve, 50);
  });
}

async function work(): Promise<void> {
  while (waiting.length > 0) {
    await breath();
    const opened = await theLibrary();
    if (opened.state === "unavailable") return;
    // The latest first: what was scrolled past can wait.
    const ids = waiting.splice(-AT_ONCE);
    await opened.library.workOut(ids);
    for (const id of ids) asked.delete(id);
  }
}

/** Works out the findings of a kept result and tells every list. Never throws: what is not worked out now is so next time. */
export function askForFindings(id: string): void {
  if (asked.has(id)) return;
  asked.add(id);
  waiting.push(id);
  if (isWorking) return;
  isWorking = true;
  // The list says by itself what is wrong with the library.
  void work()
    .then(libraryChanged, () => undefined)
    .finally(() => {
      isWorking = false;
    });
}
