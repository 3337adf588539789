// The facts of the roofline on the Profile page: what is going on, and what was measured last.
import { create } from "zustand";
import type { RooflineRow } from "../../profile/roofline/roofline.ts";

type RooflineState =
  | { readonly state: "idle" }
  /** What it does now, in a few words. */
  | { readonly state: "running"; readonly doing: string }
  | { readonly state: "finished" }
  /** Nothing came of it; the message says why and what helps. */
  | { readonly state: "broken"; readonly message: string };

interface RooflineFacts {
  readonly run: RooflineState;
  /** The last roofline, with what it is of. */
  readonly shown: { readonly title: string; readonly rows: readonly RooflineRow[] } | null;
}

export const useRoofline = create<RooflineFacts>(() => ({ run: { state: "idle" }, shown: null }));

export function setRooflineRun(run: RooflineState): void {
  useRoofline.setState({ run });
}

export function showRoofline(title: string, rows: readonly RooflineRow[]): void {
  useRoofline.setState({ run: { state: "finished" }, shown: { title, rows } });
}
