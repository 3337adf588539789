// What measures in this tab, bound to its page, its workers and its library. It loads right after the page is usable.
import type { Configuration } from "../../measurement/run/configuration.ts";
import { WebLaneHost } from "../../measurement/workers/web-lane-host.ts";
import { libraryKeeper } from "./keeper.ts";
import { newAbout } from "./measured-result.ts";
import type { MeasuringParts } from "./measuring-parts.ts";
import type { MeasuredPair, PairAsked } from "./pair-store.ts";
import { keepPair, measurePair } from "./pair-session.ts";
import { measureProcessMemory } from "../page/process-memory.ts";
import { keepRun, measureRun } from "./run-session.ts";
import { hereNow, thisPage } from "./this-page.ts";

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

export function measureRunHere(configuration: Configuration): Promise<void> {
  return measureRun(configuration, partsHere());
}

export function keepRunHere(): Promise<void> {
  return keepRun(libraryKeeper);
}

export function measurePairHere(asked: PairAsked): Promise<MeasuredPair | null> {
  return measurePair(asked, partsHere());
}

export function keepPairHere(): Promise<MeasuredPair | null> {
  return keepPair(libraryKeeper);
}
