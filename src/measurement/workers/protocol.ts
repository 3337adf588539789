// Owns what the page and a lane's worker say to each other. Errors are data; every message names its request.
import type { TrialSetup, WindowOrder, WindowReport } from "../lane-host.ts";

/** How a lane reaches the others. */
export type Link =
  | { readonly kind: "none" }
  /** One buffer for all lanes: see ../shared-round-link.ts for its layout. */
  | { readonly kind: "shared-memory"; readonly buffer: SharedArrayBuffer }
  /** One port to each other lane, by lane number; the own place is null. */
  | { readonly kind: "message"; readonly ports: readonly (MessagePort | null)[] };

/** Instants are milliseconds since the epoch with fraction, so that all lanes mean the same one. */
export type LaneRequest =
  | { readonly id: number; readonly type: "calibrate"; readonly startAtMs: number; readonly durationMs: number }
  | { readonly id: number; readonly type: "prepare"; readonly lane: number; readonly setup: TrialSetup }
  | { readonly id: number; readonly type: "link"; readonly link: Link }
  | { readonly id: number; readonly type: "window"; readonly startAtMs: number; readonly order: WindowOrder };

export type LaneReply =
  | { readonly id: number; readonly type: "calibrated"; readonly iterations: number; readonly timerStepUs: number }
  | {
      readonly id: number;
      readonly type: "prepared";
      readonly messageLength: number;
      readonly perAgentBytes: number;
      readonly sharedPerWorkerBytes: number;
    }
  | { readonly id: number; readonly type: "linked" }
  | { readonly id: number; readonly type: "window"; readonly report: WindowReport }
  | { readonly id: number; readonly type: "failed"; readonly reason: string };
