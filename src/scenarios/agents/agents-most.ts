// How many agents there may be, by how they sit: those that take turns, and those that step together, whose bytes are known beforehand.
import type { Precision } from "../../inference/kernel/precision.ts";
import { BYTES_MOST, placements, type PlacementKind } from "../../measurement/lane/placement.ts";
import { formatCount } from "../../words/format.ts";
import type { TopologyKind } from "../../workloads/hearing.ts";
import { hearings } from "../../workloads/hearings.ts";
import type { WorkloadKind, WorkloadSettings } from "../../workloads/workload.ts";

/** Of agents that step together. */
export const BATCHED_MOST = 1_000_000;

/** Numbers that are read in one round of all-to-all, each message by its receiver: more take seconds, and workers would count as dead. */
const READ_MOST = 625_000_000;

interface Batch extends Pick<WorkloadSettings, "gridSize"> {
  readonly topology: TopologyKind;
  readonly precision: Precision;
}

/**
 * Exact bytes of one explorer in a kernel: prior and posterior, generator and place; where agents hear each other three rows more:
 * what it publishes, what it hears, and its row in the round that all workers read.
 */
export function explorerBytes({ gridSize, precision, topology }: Batch): number {
  const cells = gridSize * gridSize;
  const rows = hearings[topology].lockStep ? 24 * cells : 0;
  return 2 * cells * (precision === "f64" ? 8 : 4) + 32 + rows;
}

interface Crowd extends Batch {
  readonly workload: WorkloadKind;
  readonly placement: PlacementKind;
  readonly agents: readonly number[];
}

/** Why so many agents cannot sit like this, with the way out; null where they can. @param seatedMost of agents that take turns */
export function crowdRefusal(crowd: Crowd, seatedMost: number): string | null {
  const { workload, placement, topology, gridSize } = crowd;
  const most = Math.max(...crowd.agents);
  if (!placements[placement].isBatched) {
    if (most <= seatedMost) return placements[placement].refusalOf(most);
    return `Keep agents at ${formatCount(seatedMost)} or fewer, or choose the placement batched.`;
  }
  if (workload === "t-maze" || workload === "search") {
    return `Agents of the workload ${workload} cannot be batched. Choose the workload explorer, or the placement pool.`;
  }
  // Of one's own model the states are not known here: as many as a large grid has.
  const cells = workload === "custom" ? 100 : gridSize * gridSize;
  const heard = Math.floor(Math.sqrt(READ_MOST / cells));
  if (topology === "all-to-all" && most > heard) {
    return `In topology all-to-all ${formatCount(most)} agents read too much a round. Keep agents at ${formatCount(heard)} or fewer, or choose the topology ring.`;
  }
  const fit = Math.floor(BYTES_MOST / explorerBytes(crowd));
  if (workload === "custom" || most <= fit) return null;
  return `${formatCount(most)} agents take too much memory. Keep agents at ${formatCount(fit)} or fewer, or choose a smaller grid or 32 bits.`;
}
