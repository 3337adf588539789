// What the page and a lane's worker say to each other. Errors are data; every message names its request.
import type { AgentBlock } from "../../workloads/hearing.ts";
import type { ProtocolReport } from "../../protocols/tally.ts";
import type { LaneTask, TaskReport } from "../../workloads/built/tasks.ts";
import type { TrialSetup, WindowOrder, WindowReport } from "../lane/lane-host.ts";
import type { AbOrder, AbReport } from "../lane/ab-window.ts";
import type { ProfileOrder, ProfileReport } from "../lane/profile-order.ts";
import type { ProtocolOrder } from "../lane/protocol-window.ts";
import type { RoofOrder } from "../lane/roof-window.ts";
import type { Route } from "../lane/routes.ts";

/** How a lane reaches the others. */
export type Link =
  | { readonly kind: "none" }
  /** One buffer for all lanes: see ../lane/shared-round-link.ts for its layout. */
  | { readonly kind: "shared-memory"; readonly buffer: SharedArrayBuffer }
  /** What to carry to and from other lanes, and a port for each of those routes, in the same order. */
  | {
      readonly kind: "message";
      readonly routes: readonly Route[];
      readonly ports: readonly MessagePort[];
      /** Whether each two lanes carry rows both ways. */
      readonly isComplete: boolean;
    };

/** How the agents of a lane write to those of the others in a protocol. */
export type MailLink =
  | { readonly kind: "none" }
  /** One buffer for all lanes: see ../lane/shared-mail.ts for its layout. */
  | { readonly kind: "shared-memory"; readonly buffer: SharedArrayBuffer }
  /** A port to each lane, by its number; null for the own lane. */
  | { readonly kind: "message"; readonly ports: readonly (MessagePort | null)[] };

/** A setup as one lane needs it: its own agents, and how many lanes there are. */
export interface LaneSetup extends TrialSetup {
  readonly lane: number;
  readonly lanes: number;
  readonly share: AgentBlock;
}

/** Instants are milliseconds since the epoch with fraction, so that all lanes mean the same one. */
export type LaneRequest =
  | { readonly id: number; readonly type: "calibrate"; readonly startAtMs: number; readonly durationMs: number }
  | { readonly id: number; readonly type: "prepare"; readonly setup: LaneSetup }
  | { readonly id: number; readonly type: "link"; readonly link: Link }
  | { readonly id: number; readonly type: "window"; readonly startAtMs: number; readonly order: WindowOrder }
  | {
      readonly id: number;
      readonly type: "protocol";
      readonly startAtMs: number;
      readonly order: ProtocolOrder;
      readonly mail: MailLink;
      readonly shared: SharedArrayBuffer | ArrayBuffer | null;
    }
  | { readonly id: number; readonly type: "ab"; readonly order: AbOrder }
  | { readonly id: number; readonly type: "profile"; readonly startAtMs: number; readonly order: ProfileOrder }
  | { readonly id: number; readonly type: "roof"; readonly startAtMs: number; readonly order: RoofOrder }
  | { readonly id: number; readonly type: "task"; readonly task: LaneTask };

export type LaneReply =
  | {
      readonly id: number;
      readonly type: "calibrated";
      readonly iterations: number;
      readonly timerStepUs: number;
      /** Time of the window in which the lane was not run. */
      readonly stolenMs: number;
    }
  | {
      readonly id: number;
      readonly type: "prepared";
      readonly messageLength: number;
      readonly perAgentBytes: number;
      readonly sharedPerWorkerBytes: number;
      readonly scratchBytes: number;
    }
  | { readonly id: number; readonly type: "linked" }
  | { readonly id: number; readonly type: "window"; readonly report: WindowReport }
  | { readonly id: number; readonly type: "protocol"; readonly report: ProtocolReport }
  | { readonly id: number; readonly type: "ab"; readonly report: AbReport }
  | { readonly id: number; readonly type: "profile"; readonly report: ProfileReport }
  /** Flops or bytes. */
  | { readonly id: number; readonly type: "roof"; readonly perSecond: number }
  | { readonly id: number; readonly type: "task"; readonly report: TaskReport }
  | { readonly id: number; readonly type: "failed"; readonly reason: string };
