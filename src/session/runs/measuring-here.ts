// What measures in this tab, bound to its page, its workers and its library. It loads right after the page is usable.
import type { PairToMeasure } from "../../comparison/pair-plan.ts";
import { WebLaneHost } from "../../measurement/workers/web-lane-host.ts";
import { experimentOf } from "../../results/experiment.ts";
import type { Result } from "../../results/format/result.ts";
import type { Configuration } from "../../scenarios/contract/scenario.ts";
import { experimentFrom } from "../../scenarios/experiments.ts";
import { modelRefusal, withModel } from "../models/with-model.ts";
import { setRun, useBenchmark } from "./benchmark-store.ts";
import { broughtBack, earlierOf } from "./earlier-run.ts";
import { libraryKeeper } from "../measuring/keeper.ts";
import { newAbout } from "../measuring/measured-result.ts";
import type { MeasuringParts } from "../measuring/measuring-parts.ts";
import type { MeasuredPair } from "./pair-store.ts";
import { keepPair, measurePair } from "./pair-session.ts";
import { measureProcessMemory } from "../page/process-memory.ts";
import { keepRun, measureRun } from "./run-session.ts";
import { hereNow, thisPage } from "../measuring/this-page.ts";

function partsHere(): MeasuringParts {
  return {
    page: thisPage,
    here: hereNow(),
    keeper: libraryKeeper,
    newAbout,
    newLanes: () => new WebLaneHost(undefined, withModel),
    measureMemory: measureProcessMemory,
  };
}

/** What lacks its model is told at once, before lanes are started. */
export async function measureRunHere(configuration: Configuration): Promise<void> {
  const refusal = await modelRefusal(configuration.settings);
  if (refusal !== null) setRun(broughtBack(earlierOf(useBenchmark.getState().run), refusal));
  else await measureRun(experimentFrom(configuration), partsHere());
}

/** Measures what a result lacks, and puts both together. */
export function goOnHere(before: Result): Promise<void> {
  return measureRun(experimentOf(before), partsHere(), before);
}

export function keepRunHere(): Promise<void> {
  return keepRun(libraryKeeper);
}

export function measurePairHere(asked: PairToMeasure): Promise<MeasuredPair | null> {
  return measurePair(asked, partsHere());
}

export function keepPairHere(): Promise<MeasuredPair | null> {
  return keepPair(libraryKeeper);
}
