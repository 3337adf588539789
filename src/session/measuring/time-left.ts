// How long a run still takes, from what it took so far.

/**
 * @param spentMs since the first trial began
 * @returns seconds; null until a trial has ended
 */
export function secondsLeft(done: number, total: number, spentMs: number): number | null {
  return done === 0 ? null : ((spentMs / done) * (total - done)) / 1_000;
}
