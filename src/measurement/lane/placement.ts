// Owns where agents sit: how many workers ("lanes") a placement uses, and which agents each holds.

export const PLACEMENTS = ["single-lane", "worker-per-agent", "pool"] as const;
export type Placement = (typeof PLACEMENTS)[number];

/** A contiguous block of agents on one worker. */
export interface LaneShare {
  readonly firstAgent: number;
  readonly agents: number;
}

/** Most workers that `worker-per-agent` may start; each costs about 2.5 MB of process memory and 12 ms. */
export const WORKER_PER_AGENT_MOST = 400;

/** Idle workers cost the measured ones: beyond this number, and this multiple of those in use, they are ended. */
const IDLE_MOST = 64;
const IDLE_PER_LANE = 2;

/** Whether of so many workers alive those that a trial does not use are ended before it. */
export function areTooManyIdle(alive: number, lanes: number): boolean {
  return alive > Math.max(IDLE_MOST, lanes * IDLE_PER_LANE);
}

/** How many workers hold the agents. @param poolWorkers size of the pool, at least 1 */
export function laneCount(placement: Placement, agents: number, poolWorkers: number): number {
  switch (placement) {
    case "single-lane":
      return 1;
    case "worker-per-agent":
      return agents;
    case "pool":
      return Math.min(agents, poolWorkers);
  }
}

/** Splits agents 0 … agents−1 into blocks that differ by one at most, larger ones first. */
export function shareAgents(agents: number, lanes: number): LaneShare[] {
  const least = Math.floor(agents / lanes);
  const larger = agents % lanes;
  return Array.from({ length: lanes }, (_, lane) => ({
    firstAgent: lane * least + Math.min(lane, larger),
    agents: least + (lane < larger ? 1 : 0),
  }));
}
