// Why a result has no process memory, in words that are true whenever it is read.
import type { ProcessMemory } from "../measurement/run/process-memory.ts";

/** Said of a result that was kept, downloaded or sent in the first seconds after its run. */
export const MEMORY_NOT_YET =
  "When this was written the browser had not measured it yet: it takes 10 to 20 s after a run.";

/** What earlier Headrooms wrote into such results, and what they then said for ever. */
const STILL = "The browser is still measuring it, 10 to 20 s after the run.";

/** The memory of a result as it is shown: nothing that is stored says that something is still going on. */
export function shownMemory(memory: ProcessMemory): ProcessMemory {
  return memory.state === "unavailable" && memory.reason === STILL ? { ...memory, reason: MEMORY_NOT_YET } : memory;
}
