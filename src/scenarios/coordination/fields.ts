// The settings of the coordination scenario: a matrix that is chosen with ticks.
import { counts, severalOf } from "../../fields/field.ts";
import type { ValuesOf } from "../../fields/settings.ts";
import type { SeatedKind } from "../../measurement/lane/placement.ts";
import type { TransportKind } from "../../measurement/lane/transport.ts";
import type { TopologyKind } from "../../workloads/hearing.ts";
import { hearings } from "../../workloads/hearings.ts";
import { DEFAULT_MODEL } from "../../workloads/model-reference.ts";
import {
  gridSizeField,
  modelField,
  placementField,
  policyLengthField,
  repeatsField,
  seedField,
  transportField,
  windowField,
  workersField,
  workloadField,
} from "../agents/agent-fields.ts";
import type { Ticked } from "./cells.ts";

/** Larger teams mean so many messages that a round is longer than a window. */
export const TEAM_MOST = 100;
const TEAMS_MOST = 12;

const topologiesField = severalOf<Exclude<TopologyKind, "none">>(
  {
    parameter: "topologies",
    label: "Topologies",
    help: `Who hears whom each round. The same agents in silence are always measured beside them, as the control. ${hearings.ring.help} ${hearings.star.help} ${hearings["all-to-all"].help}`,
  },
  { ring: hearings.ring.label, star: hearings.star.label, "all-to-all": hearings["all-to-all"].label },
);

const transportsField = severalOf<TransportKind>(
  { parameter: "transports", label: "Transports", help: transportField.help },
  { "shared-memory": "shared memory", message: "messages between workers" },
);

const placementsField = severalOf<SeatedKind>(
  { parameter: "placements", label: "Placements", help: placementField.help },
  {
    "single-lane": "single-lane: all on one worker",
    "worker-per-agent": "worker-per-agent: one worker each",
    pool: "pool: as many workers as cores",
  },
);

export const coordinationFields = {
  workload: workloadField,
  model: modelField,
  gridSize: gridSizeField,
  policyLength: policyLengthField,
  topologies: topologiesField,
  transports: transportsField,
  placements: placementsField,
  agents: counts(
    {
      parameter: "agents",
      label: "Agents",
      help: `Sizes of the team, up to ${TEAMS_MOST} of them, each from 2 to ${TEAM_MOST}: one agent has nobody to talk to.`,
    },
    { least: 2, most: TEAM_MOST },
    TEAMS_MOST,
  ),
  repeats: repeatsField,
  windowMs: windowField,
  seed: seedField,
  workers: workersField,
};

export type CoordinationSettings = ValuesOf<typeof coordinationFields>;

/** What Run measures when nobody chose otherwise: the quick preset. */
export const coordinationDefaults: CoordinationSettings = {
  workload: "explorer",
  model: DEFAULT_MODEL,
  gridSize: 10,
  policyLength: 2,
  topologies: "ring,star,all-to-all",
  transports: "shared-memory,message",
  placements: "pool",
  agents: [5, 10, 20],
  repeats: 6,
  windowMs: 200,
  seed: 7,
  workers: "auto",
};

/** What is ticked, as lists. */
export function tickedOf({ agents, topologies, transports, placements }: CoordinationSettings): Ticked {
  return {
    agents: agents.toSorted((a, b) => a - b),
    topologies: topologiesField.wordsOf(topologies),
    transports: transportsField.wordsOf(transports),
    placements: placementsField.wordsOf(placements),
  };
}
