// Owns what a planned trial asks of its lanes: how many, which agents on each, which window.
import { workloads } from "../../workloads/definitions.ts";
import type { Configuration } from "./configuration.ts";
import type { TrialSetup, WindowOrder } from "../lane/lane-host.ts";
import { placements, shareAgents } from "../lane/placement.ts";
import { usableTransport } from "../lane/transport.ts";
import { isLockStep, type PlannedTrial } from "./schedule.ts";

/** Looks at a barrier before sleeping, where every lane has a core: longer than one op, shorter than a time slice. */
const BARRIER_SPINS = 20_000;

/** How many lanes a trial runs on. @param cores measured C, or what is assumed of it */
export function lanesOf(configuration: Configuration, planned: PlannedTrial, cores: number): number {
  const pool = configuration.workers === "auto" ? Math.max(1, Math.round(cores)) : configuration.workers;
  return planned.kind === "solo" ? 1 : placements[configuration.placement].lanesFor(planned.agents, pool);
}

/** The setup of a trial: solo trials sit alone on one lane; a control keeps its row's lanes and links. */
export function setupOf(
  configuration: Configuration,
  planned: PlannedTrial,
  cores: number,
  canShareMemory: boolean,
): TrialSetup {
  const solo = planned.kind === "solo";
  const lanes = lanesOf(configuration, planned, cores);
  return {
    workload: workloads[configuration.workload].configOf(configuration),
    totalAgents: planned.agents,
    shares: shareAgents(planned.agents, lanes),
    seed: configuration.seed,
    topology: configuration.topology,
    transport: solo || !isLockStep(configuration) ? "none" : usableTransport(configuration.transport, canShareMemory),
    barrierSpins: lanes <= Math.round(cores) ? BARRIER_SPINS : 0,
  };
}

/** The measured window of a trial. Paced windows are widened to whole periods, so that every agent is offered the same. */
export function orderOf(configuration: Configuration, planned: PlannedTrial): WindowOrder {
  const rhythm = planned.kind === "row" && isLockStep(configuration) ? "lock-step" : "free";
  if (configuration.pacing === "saturated") return { rhythm, durationMs: configuration.windowMs, periodMs: null };
  const periodMs = 1_000 / configuration.opsPerSecondPerAgent;
  return { rhythm, durationMs: Math.ceil(configuration.windowMs / periodMs - 1e-9) * periodMs, periodMs };
}

/**
 * How long a trial's measured window really takes where the lanes keep up, ms. A paced window ends with its last op: in
 * lock-step that is a whole period before the window's end, else agents begin spread over the period.
 */
export function windowMsOf(configuration: Configuration, planned: PlannedTrial): number {
  const { rhythm, durationMs, periodMs } = orderOf(configuration, planned);
  if (periodMs === null) return durationMs;
  return durationMs - (rhythm === "lock-step" ? periodMs : periodMs / planned.agents);
}
