// The Monitor bound to this tab: its workers, its clock, its storage.
import { WebLaneHost } from "../../measurement/workers/web-lane-host.ts";
import type { Load } from "../../scenarios/soak/load.ts";
import { thisPage } from "../measuring/this-page.ts";
import { withModel } from "../models/with-model.ts";
import { readMachine } from "../page/machine.ts";
import { measureProcessMemory } from "../page/process-memory.ts";
import { type KeptRecording, openRecordings } from "./recordings-db.ts";
import { openReplayText } from "./replay.ts";
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
    probe: thisPage.probe,
    measureMemory: measureProcessMemory,
    hold: thisPage.hold,
    openRecordings: () => openRecordings(),
    newId: () => crypto.randomUUID(),
    nowIso: () => new Date().toISOString(),
    browser: machine.browser,
    onVisibility,
  });
}

/** The recordings that this browser holds, the newest first; none where it keeps nothing. */
export async function keptRecordings(): Promise<readonly KeptRecording[]> {
  try {
    return await (await openRecordings()).list();
  } catch {
    return [];
  }
}

/** Opens a recording that this browser holds. @returns why it could not be opened; null where it was */
export async function openKept(id: string): Promise<string | null> {
  try {
    const text = await (await openRecordings()).read(id);
    return text === null ? "This browser does not hold that recording any more." : openReplayText(text);
  } catch {
    return "This browser does not give its recordings now. Reload the page and try again.";
  }
}

/** @returns why it could not be deleted; null where it was */
export async function deleteKept(id: string): Promise<string | null> {
  try {
    await (await openRecordings()).remove(id);
    return null;
  } catch {
    return "This browser did not delete the recording. Reload the page and try again.";
  }
}
