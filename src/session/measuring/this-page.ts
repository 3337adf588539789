// This page and this machine as a measuring session sees them.
import { holdMeasurement } from "../page/exclusive.ts";
import { readMachine } from "../page/machine.ts";
import { MainThread } from "../page/main-thread-probe.ts";
import type { Here } from "./measured-result.ts";
import type { MeasuringParts } from "./measuring-parts.ts";
import { pageMemory } from "../ledger/page-memory.ts";
import { untilVisible, watchPage } from "../page/page-watch.ts";
import { untilDrawn } from "../page/until-drawn.ts";

const mainThread = new MainThread();

/** Watches the page while a window is measured. */
function watchWindow(): () => string | null {
  const endWatch = watchPage();
  const endWindow = mainThread.window();
  return () => {
    endWindow();
    return endWatch();
  };
}

export const thisPage: MeasuringParts["page"] = {
  hold: holdMeasurement,
  nowMs: () => performance.now(),
  watch: watchWindow,
  memory: pageMemory,
  probe: mainThread.probe,
  untilVisible,
  untilDrawn,
};

export function hereNow(): Here {
  return { machine: readMachine(), appVersion: __APP_VERSION__ };
}
