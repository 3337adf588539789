// Measures the other choices of a setting one after the other, each as a run of its own that is kept like any other.
import type { Result } from "../../results/format/result.ts";
import type { Configuration } from "../../scenarios/contract/scenario.ts";
import { useBenchmark } from "./benchmark-store.ts";
import { startRun } from "./run-control.ts";
import { setSideBySide, useSideBySide } from "./side-by-side-store.ts";

/**
 * Ends early where a run is stopped, measures nothing, or is another than the one that was asked for. Never throws.
 * @param first the result that is there already
 * @param setting the one that differs
 */
export async function measureSideBySide(
  first: Result,
  setting: string,
  others: readonly Configuration[],
  start: (configuration: Configuration) => Promise<void> = startRun,
): Promise<void> {
  const found = [first];
  for (const [at, configuration] of others.entries()) {
    setSideBySide({ setting, found: [...found], left: others.slice(at) });
    await start(configuration);
    const { run } = useBenchmark.getState();
    const isOwn = run.state === "finished" && !run.stopped && !found.some(({ id }) => id === run.result.id);
    if (useSideBySide.getState().sideBySide === null) return;
    if (!isOwn) break;
    found.push(run.result);
  }
  setSideBySide({ setting, found, left: [] });
}
