// What a run is given besides its session: this machine, its clock, and the watch over the page.
import type { RunSurroundings } from "../../measurement/run/run.ts";
import type { MeasuringParts } from "./measuring-parts.ts";

/** The part of a run's surroundings that is the same for every run of this page. */
export function surroundingsOf({
  page: { nowMs, watch, memory },
  here: { machine },
}: Pick<MeasuringParts, "page" | "here">): Pick<
  RunSurroundings,
  "hardwareConcurrency" | "canShareMemory" | "nowMs" | "watch" | "memory"
> {
  return {
    hardwareConcurrency: machine.hardwareConcurrency,
    canShareMemory: machine.isolated,
    nowMs,
    watch,
    memory,
  };
}
