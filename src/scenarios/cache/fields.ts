// The settings of the cache scenario, and their defaults.
import { ENTRIES_MOST, policyLabels, policyNames } from "../../caches/policies/policy-names.ts";
import { counts, oneOf, whole } from "../../fields/field.ts";
import type { ValuesOf } from "../../fields/settings.ts";
import { DEFAULT_MODEL } from "../../workloads/model-reference.ts";
import {
  gridSizeField,
  modelField,
  policyLengthField,
  repeatsField,
  seedField,
  windowField,
  workloadField,
} from "../agents/agent-fields.ts";

const SIZES_MOST = 12;
const AGENTS_MOST = 100;

/** What a key rounds beliefs to. */
const ROUNDINGS = { exact: null, "4": 4, "3": 3, "2": 2, "1": 1 } as const;

export const cacheFields = {
  workload: workloadField,
  model: modelField,
  gridSize: gridSizeField,
  policyLength: policyLengthField,
  agents: whole(
    {
      parameter: "agents",
      width: "half",
      label: "Agents",
      help: "How many agents take turns on the one worker that is measured.",
    },
    { least: 1, most: AGENTS_MOST },
  ),
  policy: oneOf(
    {
      parameter: "policy",
      label: "Policy",
      help: ["Which entry goes when there is no room.", ...Object.values(policyNames).map(({ help }) => help)].join(
        " ",
      ),
    },
    policyLabels,
  ),
  scope: oneOf(
    {
      parameter: "scope",
      label: "Cache",
      help: "One cache for all agents of the worker, which find what others found, or one for each agent, as the published document has it.",
    },
    { worker: "one for all agents", agent: "one for each agent" },
  ),
  rounding: oneOf(
    {
      parameter: "rounding",
      width: "half",
      label: "Keys",
      help: "Exact keys hold every bit of an agent's beliefs, so that results are those of the engine. Rounded keys take near beliefs for equal: more is found, and what comes of it is wrong by an amount that is measured.",
    },
    {
      exact: "every bit",
      "4": "rounded to 4 decimals",
      "3": "rounded to 3 decimals",
      "2": "rounded to 2 decimals",
      "1": "rounded to 1 decimal",
    },
  ),
  entries: counts(
    {
      parameter: "entries",
      label: "Entries",
      help: `How many results a cache holds, up to ${SIZES_MOST} sizes, each from 1 to ${ENTRIES_MOST.toLocaleString("en-US")}. Each has a row.`,
    },
    { least: 1, most: ENTRIES_MOST },
    SIZES_MOST,
  ),
  repeats: repeatsField,
  windowMs: windowField,
  seed: seedField,
};

export type CacheSettings = ValuesOf<typeof cacheFields>;

export const cacheDefaults: CacheSettings = {
  workload: "explorer",
  model: DEFAULT_MODEL,
  gridSize: 5,
  policyLength: 2,
  agents: 10,
  policy: "lru",
  scope: "worker",
  rounding: "exact",
  entries: [1, 4, 16, 64, 256, 1_024, 4_096, 8_192],
  repeats: 6,
  windowMs: 400,
  seed: 7,
};

/** @returns decimals of rounded keys; null where every bit counts */
export function roundedTo({ rounding }: Pick<CacheSettings, "rounding">): number | null {
  return ROUNDINGS[rounding];
}
