// The series of a memory run, and the size of their blocks.
import type { Planned } from "../../measurement/run/sample.ts";
import type { LifecycleSettings } from "./fields.ts";

export const ROW = "row";
/** Blocks that do nothing for as long. */
export const IDLE = "idle";
/** Blocks before all others, of which nothing is concluded: code is compiled, charts are drawn, and what is kept once is made. */
export const WARM = "warm";

/** The page was seen to settle after some 110 lifecycles at the usual size, and some readings. */
const WARM_BLOCKS = 4;
const WARM_TIMES = 2;

/** Lifecycles in a block of the warm-up. */
function warmBlockSize(settings: Pick<LifecycleSettings, "lifecycles">): number {
  return WARM_TIMES * blockSizes(settings)[2];
}

/** n, 2n and 4n lifecycles. */
export function blockSizes({ lifecycles }: Pick<LifecycleSettings, "lifecycles">): readonly [number, number, number] {
  return [lifecycles, 2 * lifecycles, 4 * lifecycles];
}

/** How many lifecycles run before any is judged. */
export function warmLifecycles(settings: Pick<LifecycleSettings, "lifecycles">): number {
  return WARM_BLOCKS * warmBlockSize(settings);
}

function blocks(series: string, at: number, times: number): Planned[] {
  return Array.from({ length: times }, (_, repeat): Planned => ({ series, at, repeat }));
}

/** In this order, never shuffled: a series of readings is of one page as it goes on. Idle blocks are beside those that they are subtracted from. */
export function lifecyclePlan(settings: Pick<LifecycleSettings, "lifecycles" | "repeats">): Planned[] {
  const [n, twice, most] = blockSizes(settings);
  const { repeats } = settings;
  return [
    ...blocks(WARM, warmBlockSize(settings), WARM_BLOCKS),
    ...blocks(ROW, n, repeats),
    ...blocks(ROW, twice, repeats),
    ...blocks(IDLE, most, repeats),
    ...blocks(ROW, most, repeats),
  ];
}
