// The order of a search run: teams shuffled by the seed, each followed by the same agents in silence; and the seeds of episodes.
import type { Planned } from "../../measurement/run/sample.ts";
import { CONTROL } from "../../measurement/run/control.ts";
import { shuffled } from "../../measurement/run/schedule.ts";
import type { SearchSettings } from "./fields.ts";

export const ROW = "row";

/** All points of a run in order; a row is followed by its control without messages. */
export function planSearch({ agents, repeats, seed }: SearchSettings): Planned[] {
  const pairs = agents.flatMap((at) => Array.from({ length: repeats }, (_, repeat) => ({ at, repeat })));
  return shuffled(pairs, seed).flatMap((pair): Planned[] => [
    { series: ROW, ...pair },
    { series: CONTROL, ...pair },
  ]);
}

/** The seeds of a trial's episodes: the same for every size of team, others in every repeat and for every seed. */
export function episodeSeeds({ episodes, seed }: SearchSettings, repeat: number): number[] {
  return Array.from({ length: episodes }, (_, n) => (Math.imul(seed + 1, 0x27d4eb2f) + repeat * episodes + n) | 0);
}
