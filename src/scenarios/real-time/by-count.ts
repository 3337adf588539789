// What all trials of a count together say: those as long as a confirmation where there are any, else the short ones.
import { type Answered, isLong } from "./asked.ts";

/** Short trials find the place, and a moment's disturbance fails them; each long one has to hold. */
function holdsIn<Trial extends Answered>(trials: readonly Trial[], holds: (trial: Trial) => boolean): boolean {
  const long = trials.filter(isLong);
  if (long.length > 0) return long.every(holds);
  return trials.filter(holds).length * 2 > trials.length;
}

/** The trials of one count that its verdict rests on: the long ones where there are any, else the short ones that agree with it. */
export function decidingTrials<Trial extends Answered>(
  trials: readonly Trial[],
  holds: (trial: Trial) => boolean,
): readonly Trial[] {
  const long = trials.filter(isLong);
  if (long.length > 0) return long;
  const verdict = holdsIn(trials, holds);
  return trials.filter((trial) => holds(trial) === verdict);
}

/** Of each count that was tried, whether it holds. Ascending. @param holds whether one trial does */
export function byCount<Trial extends Answered>(
  trials: readonly Trial[],
  holds: (trial: Trial) => boolean,
): readonly (readonly [agents: number, holds: boolean])[] {
  const own = new Map<number, Trial[]>();
  for (const trial of trials) own.set(trial.agents, [...(own.get(trial.agents) ?? []), trial]);
  return [...own].sort(([a], [b]) => a - b).map(([agents, all]) => [agents, holdsIn(all, holds)]);
}
