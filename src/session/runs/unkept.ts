// Whether this tab holds something measured that would be lost if it were reloaded now.
import { useBenchmark } from "./benchmark-store.ts";
import { earlierOf } from "./earlier-run.ts";
import { usePairRun } from "./pair-store.ts";

/** Whether a result of this tab is not in the library. */
export function useIsUnkept(): boolean {
  const run = useBenchmark((state) => (earlierOf(state.run)?.kept.state ?? "kept") !== "kept");
  const pair = usePairRun(({ state }) => state === "measured");
  return run || pair;
}
