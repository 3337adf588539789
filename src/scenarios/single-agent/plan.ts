// The order of a single-agent run: as fast as it can and paced in turn, and who goes first changes from turn to turn.
import type { Planned } from "../../measurement/run/sample.ts";
import type { SingleAgentSettings } from "./fields.ts";
import { ROW, SATURATED } from "./series.ts";

/** Both kinds of window `repeats` times: A B, B A, A B, … */
export function planSingleAgent({ opsPerSecond, repeats }: SingleAgentSettings): Planned[] {
  return Array.from({ length: repeats }, (_, repeat) => {
    const both = [SATURATED, opsPerSecond].map((at): Planned => ({ series: ROW, at, repeat }));
    return repeat % 2 === 0 ? both : both.toReversed();
  }).flat();
}
