// What measures in this tab, bound to its page, its workers and its library. It loads right after the page is usable.
import type { PairToMeasure } from "../../comparison/pair-plan.ts";
import { WebLaneHost } from "../../measurement/workers/web-lane-host.ts";
import type { Experiment } from "../../scenarios/contract/scenario.ts";
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
    newLanes: () => new WebLaneHost(),
    measureMemory: measureProcessMemory,
  };
}

export function measureRunHere(experiment: Experiment): Promise<void> {
  return measureRun(experiment, partsHere());
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
