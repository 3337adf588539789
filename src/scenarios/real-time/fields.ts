// The settings of the real-time scenario, and their defaults.
import { decimal, whole, wholeOr } from "../../fields/field.ts";
import { textOf, type ValuesOf } from "../../fields/settings.ts";
import {
  gridSizeField,
  LIMITS,
  modelField,
  anyPlacementField,
  precisionField,
  policyLengthField,
  rateField,
  seedField,
  topologyField,
  transportField,
  workersField,
  workloadField,
} from "../agents/agent-fields.ts";
import { BATCHED_MOST } from "../agents/agents-most.ts";
import { placements } from "../../measurement/lane/placement.ts";
import { hearings } from "../../workloads/hearings.ts";
import { DEFAULT_MODEL } from "../../workloads/model-reference.ts";

/** More agents are never tried: of those that take turns, and of those that step together and hear nobody. */
const AGENTS_MOST = 20_000;

export function agentsMost({ placement, topology }: Pick<RealTimeSettings, "placement" | "topology">): number {
  return placements[placement].isBatched && !hearings[topology].lockStep ? BATCHED_MOST : AGENTS_MOST;
}

export const realTimeFields = {
  workload: workloadField,
  model: modelField,
  gridSize: gridSizeField,
  policyLength: policyLengthField,
  opsPerSecondPerAgent: rateField,
  limitMs: decimal(
    {
      parameter: "limit",
      width: "half",
      label: "Lateness, ms",
      help: "95% of the ops must be done so soon after they were due.",
    },
    { least: 0.1, most: 1_000 },
    "ms",
  ),
  neededAgents: wholeOr(
    {
      parameter: "need",
      label: "Agents you need",
      afterwards: true,
      help: 'How many agents you want to run; the answer says how many times that fits. "any" where you have no number.',
    },
    "any",
    { least: 1, most: 1_000_000 },
  ),
  placement: anyPlacementField,
  precision: precisionField,
  topology: topologyField,
  transport: transportField,
  windowMs: whole(
    {
      parameter: "window",
      width: "half",
      advanced: true,
      label: "Search, ms",
      help: "How long one trial of the search measures. Few agents are measured longer, until there are enough ops to tell.",
    },
    { least: 200, most: LIMITS.windowMsMost },
  ),
  confirmMs: whole(
    {
      parameter: "confirm",
      width: "half",
      advanced: true,
      label: "Confirm, ms",
      help: "How long each of the five confirmations lasts. A claim should rest on a minute in all.",
    },
    { least: 500, most: 60_000 },
  ),
  seed: seedField,
  workers: workersField,
};

export type RealTimeSettings = ValuesOf<typeof realTimeFields>;

/** What Run measures when nobody chose otherwise: two to four minutes. */
export const realTimeDefaults: RealTimeSettings = {
  workload: "explorer",
  model: DEFAULT_MODEL,
  gridSize: 10,
  policyLength: 2,
  opsPerSecondPerAgent: 20,
  limitMs: 10,
  neededAgents: "any",
  placement: "pool",
  precision: "f64",
  topology: "none",
  transport: "shared-memory",
  windowMs: 1_500,
  confirmMs: 12_000,
  seed: 7,
  workers: "auto",
};

/** What each agent is offered, in words. */
export function rateText(settings: RealTimeSettings): string {
  return `${textOf(realTimeFields, settings, "opsPerSecondPerAgent")} op/s`;
}

/** What it is to be on time, in words. */
export function limitText(settings: RealTimeSettings): string {
  return `95% within ${textOf(realTimeFields, settings, "limitMs")} ms`;
}
