// Whether this tab holds something measured that would be lost if it were reloaded now.
import { type RunState, useBenchmark } from "./benchmark-store.ts";
import { currentSession } from "./current-session.ts";
import { earlierOf } from "./earlier-run.ts";
import { type PairRun, usePairRun } from "./pair-run.ts";

function isRunUnkept(run: RunState): boolean {
  const finished = earlierOf(run);
  return finished !== null && finished.kept.state !== "kept";
}

function isPairUnkept({ state }: PairRun): boolean {
  return state === "measured";
}

/** Whether a result of this tab is not in the library. */
export function useIsUnkept(): boolean {
  const run = useBenchmark((state) => isRunUnkept(state.run));
  const pair = usePairRun(isPairUnkept);
  return run || pair;
}

/** Whether a measurement goes on, or a result of this tab is not in the library. */
export function wouldLoseByReload(): boolean {
  return currentSession() !== null || isRunUnkept(useBenchmark.getState().run) || isPairUnkept(usePairRun.getState());
}
