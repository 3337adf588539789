// What X(1) is of: one agent that takes its turn alone, or, where agents step together, a full batch on one worker through the same kernel.
import { FULL_BATCH, placements } from "../../measurement/lane/placement.ts";
import type { ScalingSettings } from "./fields.ts";

type Placed = Pick<ScalingSettings, "placement">;

export function isBatched({ placement }: Placed): boolean {
  return placements[placement].isBatched;
}

/**
 * The efficiency that a saturated run has. An agent's share of a batch is another yardstick than an agent alone, so that it is a figure
 * of its own, which is never held against the other.
 */
export function efficiencyId(settings: Placed): "efficiency" | "batch-efficiency" {
  return isBatched(settings) ? "batch-efficiency" : "efficiency";
}

/** Agents on the one worker that a run is held against. */
export function soloAgents(settings: Placed): number {
  return isBatched(settings) ? FULL_BATCH : 1;
}
