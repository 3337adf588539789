// How long a worker may be silent before it counts as dead, for each thing that it is asked.
import type { AbOrder } from "../lane/ab-window.ts";
import type { WindowOrder } from "../lane/lane-host.ts";
import type { ProfileOrder } from "../lane/profile-order.ts";
import type { ProtocolOrder } from "../lane/protocol-window.ts";

/** Fresh workers are started one after the other, and a slow machine takes its time for each. */
const PER_START_MS = 1_000;
const START_MS = 10_000;
const WINDOW_GRACE_MS = 4_000;
/** After an A/B window what the variation did is looked at, which takes its time on a slow machine. */
const AB_GRACE_MS = 60_000;
/** A profile has a window for spans behind what is ordered, and may send a few MB. */
const PROFILE_GRACE_MS = 20_000;
const PER_LANE_GRACE_MS = 50;

/** Each in ms. */
export const deadlines = {
  /** A task says nothing until it ends. */
  task: 120_000,
  calibrate: (durationMs: number): number => durationMs + START_MS,
  prepare: (lanes: number): number => START_MS + lanes * PER_START_MS,
  window: ({ durationMs, periodMs }: WindowOrder, lanes: number): number =>
    durationMs + (periodMs ?? 0) * 2 + WINDOW_GRACE_MS + lanes * PER_LANE_GRACE_MS,
  protocol: ({ durationMs, drainMs }: Pick<ProtocolOrder, "durationMs" | "drainMs">, lanes: number): number =>
    durationMs + drainMs + WINDOW_GRACE_MS + lanes * PER_LANE_GRACE_MS,
  ab: ({ durationMs, warmMs }: AbOrder): number => durationMs + warmMs + AB_GRACE_MS,
  /** Its rounds are counted, not timed: a machine that became slow has time for them. */
  profile: ({ durationMs }: Pick<ProfileOrder, "durationMs">, lanes: number): number =>
    2 * durationMs + PROFILE_GRACE_MS + lanes * PER_LANE_GRACE_MS,
} as const;
