// The settings of a profile: what each takes, as address, form and flags give it, and which of them matter to a component.
import { oneOf, whole } from "../fields/field.ts";
import type { ValuesOf } from "../fields/settings.ts";
import { placements, type PlacementKind } from "../measurement/lane/placement.ts";
import {
  gridSizeField,
  modelField,
  placementField,
  policyLengthField,
  seedField,
  transportField,
  workersField,
  workloadField,
} from "../scenarios/agents/agent-fields.ts";
import type { TopologyKind } from "../workloads/hearing.ts";
import { hearings } from "../workloads/hearings.ts";
import { workloads } from "../workloads/definitions.ts";
import { DEFAULT_MODEL } from "../workloads/model-reference.ts";
import { components, type ComponentKind } from "./components.ts";

const AGENTS_MOST = 200;
const SECONDS_MOST = 600;

export const profileFields = {
  component: oneOf<ComponentKind>(
    {
      parameter: "component",
      label: "What to profile",
      help: Object.values(components)
        .map(({ help }) => help)
        .join(" "),
    },
    {
      agent: components.agent.label,
      coordination: components.coordination.label,
      cache: components.cache.label,
    },
  ),
  workload: workloadField,
  model: modelField,
  gridSize: gridSizeField,
  policyLength: policyLengthField,
  agents: whole(
    { parameter: "agents", width: "half", label: "Agents", help: "How many agents run, all workers together." },
    { least: 1, most: AGENTS_MOST },
  ),
  seconds: whole(
    {
      parameter: "seconds",
      width: "half",
      label: "Seconds",
      help: "How long blocks with and without probes take turns. Longer runs tell more exactly what probes cost.",
    },
    { least: 1, most: SECONDS_MOST },
  ),
  placement: placementField,
  topology: oneOf<Exclude<TopologyKind, "none">>(
    { parameter: "topology", label: "Topology", help: "Who hears whom each round." },
    { ring: hearings.ring.label, star: hearings.star.label, "all-to-all": hearings["all-to-all"].label },
  ),
  transport: transportField,
  workers: workersField,
  seed: seedField,
} as const;

export type ProfileSettings = ValuesOf<typeof profileFields>;
export type ProfileField = keyof typeof profileFields;

export const profileDefaults: ProfileSettings = {
  component: "agent",
  workload: "explorer",
  model: DEFAULT_MODEL,
  gridSize: 5,
  policyLength: 2,
  agents: 10,
  seconds: 4,
  placement: "pool",
  topology: "all-to-all",
  transport: "shared-memory",
  workers: "auto",
  seed: 1,
};

/** The fields that change something with these settings, in the order of the form. */
export function shownFields({ component, workload, placement }: ProfileSettings): readonly ProfileField[] {
  const ofModel: readonly ProfileField[] = ["model", "gridSize", "policyLength"];
  const needed = new Set<string>(workloads[workload].settings);
  const model = ofModel.filter((name) => needed.has(name));
  const team: readonly ProfileField[] = components[component].hasRounds ? ["topology", "transport"] : [];
  const pool: readonly ProfileField[] = placements[placement].usesPool ? ["workers"] : [];
  return ["component", "workload", ...model, "agents", "seconds", "placement", ...team, ...pool, "seed"];
}

/** Why these settings cannot be profiled together, with the way out; null where they can. */
export function profileRefusal({
  placement,
  agents,
}: Pick<ProfileSettings, "agents"> & { readonly placement: PlacementKind }): string | null {
  return placements[placement].refusalOf(agents);
}
