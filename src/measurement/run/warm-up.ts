// Runs lanes until they are stable, so that compiling code falls into no measured window.
import type { LaneAnswer, LaneHost, WindowOrder } from "../lane/lane-host.ts";
import { throughputOf } from "./window-figures.ts";

/** Processor time that a block gives each lane at least; every worker compiles its own code. */
const WARM_BLOCK_MS = 60;
/** Longer blocks would hold up the page's Stop and the run's end for nothing. */
const WARM_BLOCK_MOST_MS = 3_000;
const WARM_BLOCKS_MOST = 12;
const STABLE_GAIN = 0.05;

/** How long a block lasts so that each lane gets its share although lanes outnumber cores, ms. */
export function warmBlockMs(lanes: number, cores: number): number {
  const lanesPerCore = lanes / Math.max(1, cores);
  return Math.min(WARM_BLOCK_MOST_MS, Math.round(WARM_BLOCK_MS * Math.max(1, lanesPerCore / 4)));
}

/**
 * Saturated blocks, discarded, until one gains less than 5 % on the last; at least two, at most twelve.
 * @returns how many blocks were discarded
 */
export async function warmUp(
  host: LaneHost,
  rhythm: WindowOrder["rhythm"],
  blockMs: number,
): Promise<LaneAnswer<number>> {
  let previous = 0;
  for (let block = 1; block <= WARM_BLOCKS_MOST; block += 1) {
    const answer = await host.window({ rhythm, durationMs: blockMs, periodMs: null });
    if (answer.state !== "done") return answer;
    const rate = throughputOf(answer.value);
    if (block > 1 && rate < previous * (1 + STABLE_GAIN)) return { state: "done", value: block };
    previous = rate;
  }
  return { state: "done", value: WARM_BLOCKS_MOST };
}
