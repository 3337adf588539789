// What a point of agents asks of its lanes: how many, which agents on each, and which window.
import type { Precision } from "../../inference/kernel/precision.ts";
import type { TrialSetup, WindowOrder } from "../../measurement/lane/lane-host.ts";
import { FULL_BATCH, placements, type PlacementKind, shareAgents } from "../../measurement/lane/placement.ts";
import { type TransportKind, usableTransport } from "../../measurement/lane/transport.ts";
import type { Machine } from "../../measurement/run/bench.ts";
import { workloads } from "../../workloads/definitions.ts";
import type { TopologyKind } from "../../workloads/hearing.ts";
import { hearings } from "../../workloads/hearings.ts";
import type { WorkloadKind, WorkloadSettings } from "../../workloads/workload.ts";

/** Looks at a barrier before sleeping, where every lane has a core: longer than one op, shorter than a time slice. */
const BARRIER_SPINS = 20_000;

export interface WorkloadChoice extends WorkloadSettings {
  readonly workload: WorkloadKind;
  readonly seed: number;
}

export interface Seating {
  readonly placement: PlacementKind;
  /** Of agents that step together. */
  readonly precision?: Precision;
  readonly workers: "auto" | number;
  readonly topology: TopologyKind;
  readonly transport: TransportKind;
}

/** How often lanes look at a barrier before they sleep. */
export function barrierSpins(lanes: number, { cores }: Pick<Machine, "cores">): number {
  return lanes <= Math.round(cores) ? BARRIER_SPINS : 0;
}

/** Agents on as many lanes as their placement takes. */
export function seatedSetup(
  { placement, precision = "f64", workers, topology, transport, ...choice }: WorkloadChoice & Seating,
  agents: number,
  { cores, poolWorkers, canShareMemory }: Machine,
): TrialSetup {
  const pool = workers === "auto" ? poolWorkers : workers;
  const lanes = placements[placement].lanesFor(agents, pool);
  return {
    workload: workloads[choice.workload].configOf(choice),
    totalAgents: agents,
    shares: shareAgents(agents, lanes),
    seed: choice.seed,
    topology,
    transport: hearings[topology].lockStep ? usableTransport(transport, canShareMemory) : "none",
    barrierSpins: barrierSpins(lanes, { cores }),
    ...(placements[placement].isBatched ? { batch: precision } : {}),
  };
}

/** One agent alone on one worker, hearing nobody: what X(1) is measured on. */
export function soloSetup(choice: WorkloadChoice): TrialSetup {
  return {
    workload: workloads[choice.workload].configOf(choice),
    totalAgents: 1,
    shares: shareAgents(1, 1),
    seed: choice.seed,
    topology: "none",
    transport: "none",
    barrierSpins: BARRIER_SPINS,
  };
}

/** One full batch on one worker, hearing nobody: what X(1) is measured on where agents step together. */
export function fullBatchSetup(choice: WorkloadChoice, batch: Precision): TrialSetup {
  return { ...soloSetup(choice), totalAgents: FULL_BATCH, shares: shareAgents(FULL_BATCH, 1), batch };
}

/** Runs as fast as it can for so long. */
export function saturatedOrder(rhythm: WindowOrder["rhythm"], windowMs: number): WindowOrder {
  return { rhythm, durationMs: windowMs, periodMs: null };
}

/** Offers each agent a rate. The window is widened to whole periods, so that every agent is offered the same. */
export function pacedOrder(rhythm: WindowOrder["rhythm"], windowMs: number, opsPerSecond: number): WindowOrder {
  const periodMs = 1_000 / opsPerSecond;
  return { rhythm, durationMs: Math.ceil(windowMs / periodMs - 1e-9) * periodMs, periodMs };
}
