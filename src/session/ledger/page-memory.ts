// What of this page can be measured while lifecycles run in it: what it does not give back, and what memory is left after a garbage collection.
import type { PageMemory } from "../../measurement/run/lifecycles.ts";
import { unavailable } from "../../measurement/run/process-memory.ts";
import { measureProcessMemory } from "../page/process-memory.ts";
import { openLedger } from "./ledger.ts";

const LOOK_MS = 100;

async function waited(durationMs: number, isStopped: () => boolean): Promise<void> {
  const endMs = performance.now() + durationMs;
  for (let nowMs = performance.now(); nowMs < endMs && !isStopped(); nowMs = performance.now()) {
    await new Promise((resolve) => setTimeout(resolve, Math.min(LOOK_MS, endMs - nowMs)));
  }
}

/** Ends a wait as soon as somebody stops the run: the browser may take 20 s to answer. */
async function untilStopped(isStopped: () => boolean, isOver: () => boolean): Promise<void> {
  while (!isStopped() && !isOver()) await new Promise((resolve) => setTimeout(resolve, LOOK_MS));
}

export const pageMemory: PageMemory = {
  openedAtMs: Math.round(performance.timeOrigin),
  count: openLedger,
  idle: waited,
  async read(isStopped) {
    let isOver = false;
    const asked = measureProcessMemory(0, 0).finally(() => {
      isOver = true;
    });
    const stopped = untilStopped(isStopped, () => isOver).then(() => unavailable("The run was stopped."));
    return Promise.race([asked, stopped]);
  },
};
