// What a run has to know of this page and machine, whatever it measures.
import type { RunSurroundings } from "../../measurement/run/run.ts";
import { readMachine } from "./machine.ts";
import { watchPage } from "./page-watch.ts";

/** The part of a run's surroundings that is the same for every run of this page. */
export function pageSurroundings(): Pick<
  RunSurroundings,
  "hardwareConcurrency" | "canShareMemory" | "nowMs" | "watch"
> {
  const { hardwareConcurrency, isolated } = readMachine();
  return { hardwareConcurrency, canShareMemory: isolated, nowMs: () => performance.now(), watch: watchPage };
}
