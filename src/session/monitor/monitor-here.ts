// The Monitor bound to this tab: its workers, its clock, its storage.
import { WebLaneHost } from "../../measurement/workers/web-lane-host.ts";
import type { Load } from "../../scenarios/soak/load.ts";
import { thisPage } from "../measuring/this-page.ts";
import { withModel } from "../models/with-model.ts";
import { readMachine } from "../page/machine.ts";
import { measureProcessMemory } from "../page/process-memory.ts";
import { openRecordings } from "./recordings-db.ts";
import { runSoak } from "./soak-session.ts";

function onVisibility(callback: (isHidden: boolean) => void): () => void {
  const told = (): void => callback(document.visibilityState === "hidden");
  document.addEventListener("visibilitychange", told);
  return () => document.removeEventListener("visibilitychange", told);
}

export function startSoakHere(load: Load): Promise<void> {
  const machine = readMachine();
  return runSoak(load, {
    lanes: new WebLaneHost(undefined, withModel),
    nowMs: () => performance.now(),
    hardwareConcurrency: machine.hardwareConcurrency,
    canShareMemory: machine.isolated,
    probe: () => {
      const end = thisPage.probe();
      return () => end().busyShare;
    },
    measureMemory: measureProcessMemory,
    hold: thisPage.hold,
    openRecordings: () => openRecordings(),
    newId: () => crypto.randomUUID(),
    nowIso: () => new Date().toISOString(),
    browser: machine.browser,
    onVisibility,
  });
}

/** The newest recording that this browser holds, as a file's text; null where it holds none, or keeps nothing. */
export async function newestRecording(): Promise<string | null> {
  try {
    return await (await openRecordings()).newest();
  } catch {
    return null;
  }
}
