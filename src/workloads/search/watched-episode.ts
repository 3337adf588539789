// One episode for the eye: what stands where, and what the team believes together, after each round.
import { exponentiate } from "../pooling.ts";
import { safeLog } from "../../inference/numerics.ts";
import type { PoolingRule } from "../pooling-rules.ts";
import type { TopologyKind } from "../hearing.ts";
import type { Role } from "./roles.ts";
import { meanOf } from "./episode.ts";
import { buildSearch } from "./search.ts";
import { STEPS_PER_SIDE } from "./searcher.ts";
import { type Arm, TeamRun } from "./team.ts";
import type { WorkloadSettings } from "../workload.ts";

export interface EpisodeFrame {
  readonly marks: readonly { readonly role: Role; readonly cell: number }[];
  readonly target: number;
  /** The team's mean log belief, as probabilities of the cells. */
  readonly heat: readonly number[];
  /** Members that have crashed, and are not among the marks. */
  readonly crashed: number;
  readonly isFound: boolean;
  readonly isOver: boolean;
}

export interface EpisodeSettings extends Pick<WorkloadSettings, "gridSize" | "policyLength"> {
  readonly topology: TopologyKind;
  readonly pooling: PoolingRule;
  /** Share of a member's rounds in which it crashes for good, 0 to 1. */
  readonly crash: number;
}

function pooled(beliefs: readonly Float64Array[]): readonly number[] {
  const logs = meanOf(beliefs.map((own) => own.map((q) => safeLog(q))));
  exponentiate(logs, logs);
  return [...logs];
}

/** @returns an episode that is played as far as it is asked for; it stops where it is over */
export function startEpisode(settings: EpisodeSettings, arm: Arm, agents: number, seed: number) {
  const { gridSize, topology, pooling, crash } = settings;
  const run = new TeamRun({ workload: buildSearch(settings), gridSize, agents, topology, pooling, crash }, arm, seed);
  const most = gridSize * STEPS_PER_SIDE;
  const start = run.searchers[0]?.target ?? 0;
  let played = 0;
  return {
    /** @param round 0 is the start */
    after(round: number): EpisodeFrame {
      while (played < Math.min(round, most) && run.searchers.length > 0 && !(played > 0 && run.isFound)) {
        run.round();
        played += 1;
      }
      const isFound = played > 0 && run.isFound;
      return {
        marks: run.searchers.map(({ role, cell }) => ({ role, cell })),
        target: start,
        heat: pooled(run.beliefs),
        crashed: agents - run.searchers.length,
        isFound,
        isOver: isFound || played >= most || run.searchers.length === 0,
      };
    },
  };
}
