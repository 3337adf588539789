// What the Monitor page shows: nothing yet, a soak that lasts, one that has ended, or a replay.
import { create } from "zustand";
import type { Watched } from "../../monitor/recording/watched.ts";
import type { Recording } from "../../monitor/recording/recording.ts";
import type { Load } from "../../scenarios/soak/load.ts";

/** Whether what is measured is also kept through a reload. */
export type Kept = { readonly state: "kept" } | { readonly state: "not-kept"; readonly reason: string };

export type MonitorState =
  /** `problem`: why the last attempt came to nothing; null where there was none. */
  | { readonly state: "idle"; readonly problem: string | null }
  /** Machine and one agent alone are being measured. */
  | { readonly state: "beginning"; readonly load: Load }
  | {
      readonly state: "live";
      readonly load: Load;
      readonly watched: Watched;
      /** When the soak began, on the page's clock, ms. */
      readonly startedMs: number;
      readonly isPaused: boolean;
      readonly kept: Kept;
    }
  /** `note`: how it ended. */
  | { readonly state: "ended"; readonly watched: Watched; readonly note: string; readonly kept: Kept }
  | {
      readonly state: "replay";
      readonly recording: Recording;
      /** Laid under it for comparison; null where nothing is. */
      readonly other: Watched | null;
      readonly watched: Watched;
      /** From the start of the soak, ms. */
      readonly atMs: number;
      readonly endMs: number;
      /** 0 while it stands still. */
      readonly speed: number;
    };

interface Store {
  readonly monitor: MonitorState;
  /** Rises with every entry, as what is watched changes in place. */
  readonly revision: number;
}

export const useMonitor = create<Store>(() => ({ monitor: { state: "idle", problem: null }, revision: 0 }));

export function setMonitor(monitor: MonitorState): void {
  useMonitor.setState(({ revision }) => ({ monitor, revision: revision + 1 }));
}

/** Tells that what is watched has news. */
export function monitorChanged(): void {
  useMonitor.setState(({ revision }) => ({ revision: revision + 1 }));
}
