// Which efficiency the status of a saturated row is judged by, and the same in words.
import { STATUS_BANDS_TEXT } from "../../scaling/status.ts";
import type { ScalingSettings } from "./fields.ts";
import { isBatched } from "./solo.ts";

type Placed = Pick<ScalingSettings, "placement">;

/** Whether all agents take turns on one worker, however many cores there are: what an interpreter lock gives. */
export function isOneLane({ placement }: Placed): boolean {
  return placement === "single-lane";
}

/**
 * Cores limit what several workers can do, and are no fault of the software. One worker never uses a second core, so that its rows are
 * judged as the published ones are, against as many lone agents: where little but one core can be had, the other would call it optimal.
 */
export function judgedBy(settings: Placed): "efficiency" | "core-normalised" {
  return isOneLane(settings) ? "efficiency" : "core-normalised";
}

/** For the help of the status column. */
export function judgedByText(settings: Placed): string {
  const bands = isOneLane(settings)
    ? "Bands of efficiency, as in the published table, since one worker never uses a second core"
    : "Bands of core-normalised efficiency";
  const reference = isBatched(settings) ? "" : " One agent is the reference and has none.";
  return `${bands}: ${STATUS_BANDS_TEXT}${reference}`;
}
