// What one lane carries out by itself, outside measured windows: its answer follows from the order alone, whatever the machine.
import { roundsToAgree } from "../agreement.ts";
import type { TopologyKind } from "../hearing.ts";
import type { PoolingRule } from "../pooling-rules.ts";
import { type Episode, playEpisode } from "../search/episode.ts";
import { buildSearch } from "../search/search.ts";
import { type Arm, ARMS } from "../search/team.ts";
import type { WorkloadSettings } from "../workload.ts";

/** Episodes of a searching team, each by all arms from the same seed. */
interface EpisodesTask extends Pick<WorkloadSettings, "gridSize" | "policyLength"> {
  readonly kind: "episodes";
  readonly agents: number;
  readonly topology: TopologyKind;
  readonly pooling: PoolingRule;
  /** Share of a member's rounds in which it crashes for good, 0 to 1. */
  readonly crash: number;
  readonly seeds: readonly number[];
  /** Whether to count the rounds in which beliefs that differ most slowly agree, too. */
  readonly withAgreement: boolean;
}

/** A kind without a case in runTask does not compile. */
export type LaneTask = EpisodesTask;

export interface TaskReport {
  readonly episodes: Readonly<Record<Arm, readonly Episode[]>>;
  /** Rounds until a thousandth of the disagreement was left; null where they were not counted, or too many. */
  readonly roundsToAgree: number | null;
}

/** Carries a task out. It may take seconds. */
export function runTask(task: LaneTask): TaskReport {
  const { agents, topology, pooling, seeds, crash } = task;
  const team = { workload: buildSearch(task), gridSize: task.gridSize, agents, topology, pooling, crash };
  const played = (arm: Arm) => seeds.map((seed) => playEpisode(team, arm, seed));
  const [talk, alone, oracle] = ARMS;
  return {
    episodes: { talk: played(talk), alone: played(alone), oracle: played(oracle) },
    roundsToAgree: task.withAgreement ? roundsToAgree(topology, pooling, agents) : null,
  };
}
