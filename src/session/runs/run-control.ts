// Starts runs for the Benchmark page. What measures loads right after the page is usable, so that it comes first.
import type { Result } from "../../results/format/result.ts";
import type { Configuration } from "../../scenarios/contract/scenario.ts";
import { preloadLibrary } from "../sources/library.ts";
import { setRun, useBenchmark } from "./benchmark-store.ts";
import { broughtBack, earlierOf } from "./earlier-run.ts";
import { notFetchedWords } from "./not-fetched-words.ts";

const here = () => import("./measuring-here.ts");

/** Fetches what a run needs, so that Run begins at once, and also when the network is gone by then. */
export function preloadRun(): void {
  // A failure is told when Run is pressed.
  here().catch(() => undefined);
  preloadLibrary();
}

async function started(start: (loaded: Awaited<ReturnType<typeof here>>) => Promise<void>): Promise<void> {
  const loaded = await here().catch((error: unknown) => notFetchedWords(error));
  if (typeof loaded === "string") setRun(broughtBack(earlierOf(useBenchmark.getState().run), loaded));
  else await start(loaded);
}

/** Measures a configuration. Does nothing while a run is in progress. Never throws. */
export function startRun(configuration: Configuration): Promise<void> {
  return started((loaded) => loaded.measureRunHere(configuration));
}

/** Measures what a stopped or cut result lacks. Does nothing while a run is in progress. Never throws. */
export function goOn(before: Result): Promise<void> {
  return started((loaded) => loaded.goOnHere(before));
}

/** Keeps the finished result once more, where it could not be kept. */
export function keepRunAgain(): void {
  // It was fetched before there was anything to keep.
  void here().then(({ keepRunHere }) => keepRunHere());
}
