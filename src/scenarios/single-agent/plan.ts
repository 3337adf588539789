// The order of a single-agent run: as fast as it can and paced in turn, and who goes first changes from turn to turn.
import type { Planned } from "../../measurement/run/sample.ts";
import type { SingleAgentSettings } from "./fields.ts";

export const ROW = "row";

/** The point of windows that run as fast as they can; paced ones are at their rate in op/s. */
export const SATURATED = 0;

/** Both kinds of window `repeats` times: A B, B A, A B, … */
export function planSingleAgent({ opsPerSecond, repeats }: SingleAgentSettings): Planned[] {
  return Array.from({ length: repeats }, (_, repeat) => {
    const both = [SATURATED, opsPerSecond].map((at): Planned => ({ series: ROW, at, repeat }));
    return repeat % 2 === 0 ? both : both.toReversed();
  }).flat();
}
