// The settings of the search scenario, and their defaults.
import { counts, oneOf, whole } from "../../fields/field.ts";
import type { ValuesOf } from "../../fields/settings.ts";
import { hearings } from "../../workloads/hearings.ts";
import { poolingRules } from "../../workloads/pooling-rules.ts";
import {
  gridSizeField,
  placementField,
  policyLengthField,
  repeatsField,
  seedField,
  transportField,
  windowField,
  workersField,
} from "../agents/agent-fields.ts";
import { CRASH_MOST_PERCENT } from "../agents/fault-fields.ts";

/** Larger teams find the target at once. */
const TEAM_MOST = 100;
const TEAMS_MOST = 16;
const EPISODES_MOST = 100;

export const searchFields = {
  agents: counts(
    {
      parameter: "agents",
      label: "Agents",
      help: `Sizes of the team, up to ${TEAMS_MOST} of them, each from 1 to ${TEAM_MOST}. From five on one of them coordinates; of the others every second one explores and the rest collect.`,
    },
    { least: 1, most: TEAM_MOST },
    TEAMS_MOST,
  ),
  topology: oneOf<"all-to-all" | "ring" | "star">(
    {
      parameter: "topology",
      label: "Topology",
      help: `Who hears whom each round. ${hearings["all-to-all"].help} ${hearings.ring.help} ${hearings.star.help}`,
    },
    { "all-to-all": hearings["all-to-all"].label, ring: hearings.ring.label, star: hearings.star.label },
  ),
  pooling: oneOf(
    {
      parameter: "pooling",
      label: "Weights",
      help: `How much an agent trusts what it hears beside what it believes itself. ${poolingRules.metropolis.help} ${poolingRules["row-mean"].help}`,
    },
    { metropolis: poolingRules.metropolis.label, "row-mean": poolingRules["row-mean"].label },
  ),
  gridSize: gridSizeField,
  policyLength: policyLengthField,
  crashPercent: whole(
    {
      parameter: "crash",
      width: "half",
      whenAbsent: 0,
      label: "Crashes, %",
      help: "Share of a member's rounds in which it crashes for good, drawn from the seed. Those that are left form the topology among themselves.",
    },
    { least: 0, most: CRASH_MOST_PERCENT },
  ),
  placement: placementField,
  transport: transportField,
  repeats: repeatsField,
  episodes: whole(
    {
      parameter: "episodes",
      width: "half",
      label: "Episodes",
      help: "Searches in each trial. Each is played by the team that talks, by the same team in silence, and by one mind with all their eyes.",
    },
    { least: 1, most: EPISODES_MOST },
  ),
  windowMs: windowField,
  seed: seedField,
  workers: workersField,
};

export type SearchSettings = ValuesOf<typeof searchFields>;

/** What Run measures when nobody chose otherwise: the quick preset. */
export const searchDefaults: SearchSettings = {
  agents: [1, 2, 5, 10, 20],
  topology: "all-to-all",
  pooling: "metropolis",
  gridSize: 5,
  policyLength: 1,
  crashPercent: 0,
  placement: "pool",
  transport: "shared-memory",
  repeats: 10,
  episodes: 30,
  windowMs: 200,
  seed: 7,
  workers: "auto",
};
