// The settings that scenarios of real agents share: which workload, where agents sit, who hears whom, how long a trial lasts.
import { counts, decimal, oneOf, oneOfNumbers, reference, whole, wholeOr } from "../../fields/field.ts";
import type { Precision } from "../../inference/kernel/precision.ts";
import { placements, seatedPlacements, WORKERS_MOST } from "../../measurement/lane/placement.ts";
import { transports } from "../../measurement/lane/transport.ts";
import { workloads } from "../../workloads/definitions.ts";
import { hearings } from "../../workloads/hearings.ts";
import { DEFAULT_MODEL, readReference, withoutModel } from "../../workloads/model-reference.ts";
import type { WorkloadSettings } from "../../workloads/workload.ts";

/** Limits of settings. Counts are agents, trials or workers; windows are milliseconds. */
export const LIMITS = {
  agentsMost: 2_000,
  agentCountsMost: 32,
  workersMost: WORKERS_MOST,
  repeatsMost: 30,
  windowMsLeast: 100,
  windowMsMost: 10_000,
  rateLeast: 0.1,
  rateMost: 1_000,
  seedMost: 2_147_483_647,
} as const;

function labelsOf<Kind extends string>(kinds: Readonly<Record<Kind, { readonly label: string }>>): Record<Kind, string>;
function labelsOf(kinds: Readonly<Record<string, { readonly label: string }>>): Record<string, string> {
  return Object.fromEntries(Object.entries(kinds).map(([kind, { label }]) => [kind, label]));
}

/** All that is said of several kinds, one sentence each. */
function helpOf(first: string, kinds: Readonly<Record<string, { readonly help: string }>>): string {
  return [first, ...Object.values(kinds).map(({ help }) => help)].join(" ");
}

export const workloadField = oneOf(
  {
    parameter: "workload",
    label: "Workload",
    help: "The generative model an agent reasons with, and the world it acts in.",
  },
  labelsOf(workloads),
);

export const modelField = reference(
  {
    parameter: "model",
    label: "Model",
    help: "The model that an agent of your own has: one of the examples, or a file with A, B, C and D as pymdp holds them.",
    // Results of before there were such models have none.
    whenAbsent: DEFAULT_MODEL,
  },
  {
    rule: "Model must be example: and the name of an example, or sha256: and the 64 digits of a model's hash.",
    isReference: (text) => readReference(text) !== null,
    kept: withoutModel,
  },
);

export const gridSizeField = oneOfNumbers<WorkloadSettings["gridSize"]>(
  {
    parameter: "grid",
    width: "half",
    label: "Grid",
    help: "Cells of the world that an explorer walks. Its belief has as many entries, so more cells cost more per op.",
  },
  [
    { value: 5, label: "5×5" },
    { value: 10, label: "10×10" },
  ],
  "Grid must be 5 or 10 cells wide.",
);

export const policyLengthField = oneOfNumbers<WorkloadSettings["policyLength"]>(
  {
    parameter: "length",
    label: "Policy length",
    help: "How many steps an agent plans ahead. A plan, or policy, is one sequence of moves; all of them are weighed at each step.",
  },
  [
    { value: 1, label: "1 step ahead (5 plans)" },
    { value: 2, label: "2 steps ahead (25 plans)" },
    { value: 3, label: "3 steps ahead (125 plans)" },
  ],
  "Policy length must be 1, 2 or 3 steps.",
);

export const placementField = oneOf(
  { parameter: "placement", label: "Placement", help: helpOf("How agents sit on threads.", seatedPlacements) },
  labelsOf(seatedPlacements),
);

/** The same where agents may also step together. */
export const anyPlacementField = oneOf(
  { parameter: "placement", label: "Placement", help: helpOf("How agents sit on threads.", placements) },
  labelsOf(placements),
);

export const precisionField = oneOf<Precision>(
  {
    parameter: "precision",
    label: "Precision",
    help: "64 bits act as the engine does; 32 bits are faster, and a rare action differs.",
    // Results of before there was a choice have none.
    whenAbsent: "f64",
  },
  { f64: "64 bits", f32: "32 bits" },
);

export const topologyField = oneOf(
  { parameter: "topology", label: "Topology", help: helpOf("Who hears whom each round.", hearings) },
  labelsOf(hearings),
);

export const transportField = oneOf(
  {
    parameter: "transport",
    label: "Transport",
    help: helpOf("How posteriors travel between workers.", transports),
  },
  labelsOf(transports),
);

export const pacingField = oneOf<"saturated" | "paced">(
  {
    parameter: "pacing",
    width: "half",
    label: "Pacing",
    help: "Saturated runs as fast as possible. Paced offers each agent a fixed rate and counts what comes late.",
  },
  { saturated: "saturated", paced: "paced" },
);

export const rateField = decimal(
  { parameter: "rate", width: "half", label: "Rate", help: "Ops per second that each agent is offered." },
  { least: LIMITS.rateLeast, most: LIMITS.rateMost },
  "op/s per agent",
);

/** Counts of agents. @param most of any placement; more than the usual only where they step together */
export function agentsUpTo(most: number) {
  return counts(
    {
      parameter: "agents",
      label: "Agents",
      help: `Agent counts to measure, up to ${LIMITS.agentCountsMost} of them, each from 1 to ${LIMITS.agentsMost.toLocaleString("en-US")}${most > LIMITS.agentsMost ? `, or to ${most.toLocaleString("en-US")} where they are batched` : ""}.`,
    },
    { least: 1, most },
    LIMITS.agentCountsMost,
  );
}

/** Of what acts for a long time. */
export const actingAgentsField = whole(
  { parameter: "agents", width: "half", label: "Agents", help: "How many agents act all the time." },
  { least: 1, most: LIMITS.agentsMost },
);

export const repeatsField = whole(
  {
    parameter: "repeats",
    width: "half",
    label: "Repeats",
    help: "Trials at each point. Ten or more are needed before a verdict.",
  },
  { least: 1, most: LIMITS.repeatsMost },
);

export const windowField = whole(
  { parameter: "window", width: "half", advanced: true, label: "Window, ms", help: "How long one trial measures." },
  { least: LIMITS.windowMsLeast, most: LIMITS.windowMsMost },
);

export const seedField = whole(
  {
    parameter: "seed",
    width: "half",
    advanced: true,
    label: "Seed",
    help: "Everything random follows from it: the order of trials, and what agents meet.",
  },
  { least: 0, most: LIMITS.seedMost },
);

export const workersField = wholeOr(
  {
    parameter: "workers",
    width: "half",
    advanced: true,
    label: "Workers in pool",
    help: 'How many workers a pool has; "auto" takes the reported cores, or fewer where the measured C is clearly lower.',
  },
  "auto",
  { least: 1, most: LIMITS.workersMost },
);
