// Where agents sit: how many workers ("lanes") each placement uses, and which agents each lane holds.
import type { AgentBlock } from "../../workloads/hearing.ts";

/** Placements whose agents take turns. */
export const SEATED = ["single-lane", "worker-per-agent", "pool"] as const;
export type SeatedKind = (typeof SEATED)[number];

/** Every placement by name. A name without a definition below does not compile. */
export const PLACEMENTS = [...SEATED, "batched"] as const;
export type PlacementKind = (typeof PLACEMENTS)[number];

/** A way to seat agents. */
export interface Placement {
  readonly kind: PlacementKind;
  /** As a list of choices shows it. */
  readonly label: string;
  /** One sentence on where agents sit. */
  readonly help: string;
  /** Whether the size of the pool matters. */
  readonly usesPool: boolean;
  /** Whether the agents of a worker step together, in a kernel. */
  readonly isBatched: boolean;
  /** How many workers hold so many agents. @param poolWorkers size of the pool, at least 1 */
  lanesFor(agents: number, poolWorkers: number): number;
  /** Why so many agents cannot sit like this, with the way out; null where they can. */
  refusalOf(agents: number): string | null;
}

/** Most workers that a placement may start without a refusal; each costs about 2.5 MB of process memory and 12 ms. */
export const WORKERS_MOST = 400;

/** Agents that a worker steps together between two looks at the clock, and that a core's share is held against: more bring no more speed. */
export const FULL_BATCH = 256;

/** What agents and their workers may take of typed arrays together: a page that takes more may be ended by its browser. */
export const BYTES_MOST = 1_000_000_000;

function poolLanes(agents: number, poolWorkers: number): number {
  return Math.min(agents, poolWorkers);
}

/** Placements whose agents take turns, by name. */
export const seatedPlacements = {
  "single-lane": {
    kind: "single-lane",
    label: "single-lane: all on one worker",
    help: "Single-lane is what an interpreter lock gives: all agents take turns on one worker.",
    usesPool: false,
    isBatched: false,
    lanesFor: () => 1,
    refusalOf: () => null,
  },
  "worker-per-agent": {
    kind: "worker-per-agent",
    label: "worker-per-agent: one worker each",
    help: "Worker-per-agent gives every agent a worker of its own.",
    usesPool: false,
    isBatched: false,
    lanesFor: (agents) => agents,
    refusalOf: (agents) =>
      agents <= WORKERS_MOST
        ? null
        : `Placement worker-per-agent starts one worker for each agent, and ${agents} workers would need about ${Math.round(agents * 2.5)} MB before any agent. Keep agents at ${WORKERS_MOST} or fewer, or choose the placement pool.`,
  },
  pool: {
    kind: "pool",
    label: "pool: as many workers as cores",
    help: "A pool uses as many workers as the measured parallel capacity.",
    usesPool: true,
    isBatched: false,
    lanesFor: poolLanes,
    refusalOf: () => null,
  },
} satisfies Record<SeatedKind, Placement>;

/** Every placement by its name. */
export const placements = {
  ...seatedPlacements,
  batched: {
    kind: "batched",
    label: "batched: a pool that steps many at once",
    help: "Batched is a pool whose workers step many agents at once, in SIMD.",
    usesPool: true,
    isBatched: true,
    lanesFor: poolLanes,
    refusalOf: () => null,
  },
} satisfies Record<PlacementKind, Placement>;

/** Idle workers cost the measured ones: beyond this number, and this multiple of those in use, they are ended. */
const IDLE_MOST = 64;
const IDLE_PER_LANE = 2;

/** Whether of so many workers alive those that a trial does not use are ended before it. */
export function areTooManyIdle(alive: number, lanes: number): boolean {
  return alive > Math.max(IDLE_MOST, lanes * IDLE_PER_LANE);
}

/** Splits agents 0 … agents−1 into blocks that differ by one at most, larger ones first. */
export function shareAgents(agents: number, lanes: number): AgentBlock[] {
  const least = Math.floor(agents / lanes);
  const larger = agents % lanes;
  return Array.from({ length: lanes }, (_, lane) => ({
    firstAgent: lane * least + Math.min(lane, larger),
    agents: least + (lane < larger ? 1 : 0),
  }));
}
