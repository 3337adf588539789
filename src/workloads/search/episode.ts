// Plays whole episodes of a searching team on one thread: what talking buys, beside what silence gives and what a single mind would do.
import { safeLog } from "../../inference/numerics.ts";
import { STEPS_PER_SIDE } from "./searcher.ts";
import { type Arm, type Team, TeamRun } from "./team.ts";

export interface Episode {
  /** Rounds until a collector stood on the target; all of them where none did. */
  readonly steps: number;
  readonly found: boolean;
  /** Of the team's mean log belief, nats: the mean over the first rounds, as many as the grid has cells on a side, whether it was found by then or not. */
  readonly entropy: number;
  /** max‖log qᵢ − log q̄‖ over agents and cells after a round's fusion, nats: the mean over the same rounds. */
  readonly disagreement: number;
  /** Members that had crashed when it ended. */
  readonly crashed: number;
}

/** The mean of logarithms, cell by cell. */
export function meanOf(logs: readonly Float64Array[]): Float64Array {
  const mean = new Float64Array(logs[0]?.length ?? 0);
  for (const own of logs)
    for (let s = 0; s < mean.length; s += 1) mean[s] = (mean[s] ?? 0) + (own[s] ?? 0) / logs.length;
  return mean;
}

/** What a team believes together: the entropy of the mean log belief, and how far its members are from it, nats. */
function agreementOf(heard: readonly Float64Array[]): Pick<Episode, "entropy" | "disagreement"> {
  const logs = heard.map((own) => own.map((q) => safeLog(q)));
  const mean = meanOf(logs);
  const cells = mean.length;
  const total = Math.log(mean.reduce((sum, log) => sum + Math.exp(log), 0));
  let entropy = 0;
  let disagreement = 0;
  for (let s = 0; s < cells; s += 1) {
    const log = (mean[s] ?? 0) - total;
    entropy -= Math.exp(log) * log;
    for (const own of logs) disagreement = Math.max(disagreement, Math.abs((own[s] ?? 0) - log));
  }
  return { entropy, disagreement };
}

/**
 * One episode from its seed; the same seed puts every arm before the same target, from the same cells.
 * @returns what came of it, the same on every machine
 */
export function playEpisode(team: Team, arm: Arm, seed: number): Episode {
  const { gridSize } = team;
  const run = new TeamRun(team, arm, seed);
  const most = gridSize * STEPS_PER_SIDE;
  let entropy = 0;
  let disagreement = 0;
  let foundAfter: number | null = null;
  let isOver = false;
  for (let round = 1; round <= most && !isOver && (foundAfter === null || round <= gridSize); round += 1) {
    run.round();
    isOver = run.searchers.length === 0;
    if (round <= gridSize && !isOver) {
      const agreement = agreementOf(run.beliefs);
      entropy += agreement.entropy / gridSize;
      disagreement += agreement.disagreement / gridSize;
    }
    if (run.isFound) foundAfter ??= round;
  }
  const crashed = team.agents - run.searchers.length;
  return { steps: foundAfter ?? most, found: foundAfter !== null, entropy, disagreement, crashed };
}
