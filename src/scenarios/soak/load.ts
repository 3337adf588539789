// The load of a soak: which agents act, how fast, and for how long one interval of it is measured.
import { ENTRIES_MOST, policyLabels, policyNames } from "../../caches/policies/policy-names.ts";
import { oneOf, whole } from "../../fields/field.ts";
import { hearings } from "../../workloads/hearings.ts";
import { workloads } from "../../workloads/definitions.ts";
import { DEFAULT_MODEL } from "../../workloads/model-reference.ts";
import type { TrialSetup, WindowOrder } from "../../measurement/lane/lane-host.ts";
import { placements } from "../../measurement/lane/placement.ts";
import type { Machine } from "../../measurement/run/bench.ts";
import type { ValuesOf } from "../../fields/settings.ts";
import { formatCounted } from "../../words/format.ts";
import {
  actingAgentsField,
  gridSizeField,
  modelField,
  pacingField,
  placementField,
  policyLengthField,
  rateField,
  seedField,
  topologyField,
  transportField,
  workersField,
  workloadField,
} from "../agents/agent-fields.ts";
import { shownAgentFields } from "../agents/agent-form.ts";
import { pacedOrder, saturatedOrder, seatedSetup } from "../agents/agent-setup.ts";

/** How long one interval is measured, ms. */
export const INTERVAL_MS = 2_000;

export const loadFields = {
  workload: workloadField,
  model: modelField,
  gridSize: gridSizeField,
  policyLength: policyLengthField,
  agents: actingAgentsField,
  opsPerSecond: rateField,
  pacing: pacingField,
  placement: placementField,
  topology: topologyField,
  transport: transportField,
  cache: oneOf(
    {
      parameter: "cache",
      width: "half",
      label: "Cache",
      help: "Whether the agents of a worker share a cache of results, and which entry goes when there is no room. A result is found again by every bit that it depends on.",
    },
    { none: "none", ...policyLabels },
  ),
  entries: whole(
    { parameter: "entries", width: "half", label: "Entries", help: "How many results the cache of a worker holds." },
    { least: 1, most: ENTRIES_MOST },
  ),
  seed: seedField,
  workers: workersField,
};

export type Load = ValuesOf<typeof loadFields>;

/** The published stress load at the published rate. */
export const standardLoad: Load = {
  workload: "explorer",
  model: DEFAULT_MODEL,
  gridSize: 10,
  policyLength: 2,
  agents: 20,
  opsPerSecond: 20,
  pacing: "paced",
  placement: "pool",
  topology: "none",
  transport: "shared-memory",
  cache: "none",
  entries: 512,
  seed: 7,
  workers: "auto",
};

/** Fields that matter among the others, in reading order. */
export function shownLoadFields(load: Load): readonly string[] {
  return shownAgentFields(loadFields, load, {
    opsPerSecond: load.pacing === "saturated",
    entries: load.cache === "none",
  });
}

/** Why a load cannot run, with the way out; null where it can. */
export function loadRefusal({ placement, agents }: Load): string | null {
  return placements[placement].refusalOf(agents);
}

export function setupOfLoad(load: Load, machine: Machine): TrialSetup {
  const { cache, entries, ...others } = load;
  const setup = seatedSetup(others, load.agents, machine);
  if (cache === "none") return setup;
  return { ...setup, cache: { kind: "cache", policy: cache, slots: entries, scope: "worker", roundedTo: null } };
}

export function orderOfLoad({ topology, pacing, opsPerSecond }: Load): WindowOrder {
  const rhythm = hearings[topology].lockStep ? "lock-step" : "free";
  return pacing === "paced" ? pacedOrder(rhythm, INTERVAL_MS, opsPerSecond) : saturatedOrder(rhythm, INTERVAL_MS);
}

/** "explorer 10×10 · 20 agents · 20 op/s each · pool · none". */
export function loadText(load: Load): string {
  const pace = load.pacing === "paced" ? `${load.opsPerSecond} op/s each` : "as fast as they can";
  return [
    workloads[load.workload].titleOf(load),
    formatCounted(load.agents, "agent"),
    pace,
    load.placement,
    load.topology,
    ...(load.cache === "none"
      ? []
      : [`${policyNames[load.cache].label} of ${formatCounted(load.entries, "entry", "entries")}`]),
  ].join(" · ");
}
