// Whose turn it is in a run of one arm or several: by their plans where all are known, else arm by arm as each searches on.
import type { EngineMemory } from "../lane/lane-host.ts";
import type { Measurable } from "./bench.ts";
import type { Sample } from "./sample.ts";
import { type ArmPoint, interleave } from "./schedule.ts";

/** What an arm has come to, on which a search decides. */
interface SoFar {
  readonly samples: readonly Sample[];
  readonly engineMemory: EngineMemory | null;
}

interface Turns {
  /** How many points there are; with a search, how many there typically are. */
  readonly total: number;
  /** One by one; each is chosen when it is asked for. */
  points(): Iterable<ArmPoint>;
}

/** Each arm that has not ended in turn. A plan beside a search is taken point by point. */
function* oneByOne(measurables: readonly Measurable[], soFar: (arm: number) => SoFar): Generator<ArmPoint, void> {
  const taken = measurables.map(() => 0);
  for (let ended = 0; ended < measurables.length;) {
    ended = 0;
    for (const [arm, { plan, search }] of measurables.entries()) {
      const { samples, engineMemory } = soFar(arm);
      const planned = search === null ? plan[taken[arm] ?? 0] : search.next(samples, { engineMemory });
      taken[arm] = (taken[arm] ?? 0) + 1;
      if (planned === null || planned === undefined) ended += 1;
      else yield { arm, planned };
    }
  }
}

/** @param soFar what an arm has come to when it is asked */
export function turnsOf(measurables: readonly Measurable[], soFar: (arm: number) => SoFar): Turns {
  const total = measurables.reduce((sum, { plan }) => sum + plan.length, 0);
  if (measurables.every(({ search }) => search === null)) {
    const order = interleave(measurables.map(({ plan }) => plan));
    return { total, points: () => order };
  }
  return { total, points: () => oneByOne(measurables, soFar) };
}
