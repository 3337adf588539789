// The cache scenario: whether keeping results of inference helps, how much could be found at most, and from where on it gains.
import { policyNames } from "../../caches/policies/policy-names.ts";
import { formatCount, formatCounted } from "../../words/format.ts";
import { workloads } from "../../workloads/definitions.ts";
import { shownAgentFields } from "../agents/agent-form.ts";
import { defineScenario } from "../contract/define.ts";
import type { Scenario } from "../contract/scenario.ts";
import { cacheDefaults, cacheFields, type CacheSettings } from "./fields.ts";

/** Results that all caches of a worker hold together at most: some 300 MB where results are large. */
const RESULTS_MOST = 131_072;

function refusalOf({ scope, agents, entries }: CacheSettings): string | null {
  const most = Math.max(...entries);
  const caches = scope === "agent" ? agents : 1;
  if (caches * most <= RESULTS_MOST) return null;
  return `Entries: ${formatCount(caches)} caches of ${formatCount(most)} results are more than the ${formatCount(RESULTS_MOST)} that one worker is given. Choose ${formatCount(Math.floor(RESULTS_MOST / caches))} entries or fewer, fewer agents, or one cache for all agents.`;
}

function entriesText(at: number): string {
  return formatCount(at);
}

export const cache: Scenario = defineScenario({
  kind: "cache",
  version: 1,
  question: "Does a cache help?",
  invitation:
    "Run measures agents beside the same agents with a cache of their results, in turn on one worker, for several sizes of the cache. It shows how much is found, how much could be found at most, and whether it is worth it. Nothing is uploaded.",
  axis: {
    id: "cache entries",
    label: "Entries",
    help: "How many results a cache holds.",
    nameOf: (at) => `a cache of ${formatCounted(at, "result")}`,
    anyPoint: "any size",
    format: entriesText,
    field: "entries",
  },
  fields: cacheFields,
  defaults: cacheDefaults,
  presets: [
    { name: "quick", label: "Quick", settings: { repeats: 6, windowMs: 400 } },
    { name: "thorough", label: "Thorough", settings: { repeats: 10, windowMs: 600 } },
  ],
  questions: [
    {
      name: "cache",
      topic: "agent",
      label: "Does a cache help?",
      answer: "With and without, beside the best any cache could do.",
      settings: {},
    },
  ],
  pointName: ({ at }) => `a cache of ${formatCounted(at, "result")}`,
  bind: (settings) => {
    const { agents, policy, scope, rounding, workload } = settings;
    const keys = rounding === "exact" ? [] : [`keys of ${formatCounted(Number(rounding), "decimal")}`];
    return {
      refusal: refusalOf(settings),
      shownFields: shownAgentFields(cacheFields, settings),
      fixedOn: () => ({}),
      name: ["cache", workloads[workload].nameOf(settings), policyNames[policy].label, ...keys].join(", "),
      description: [
        workloads[workload].titleOf(settings),
        formatCounted(agents, "agent"),
        policyNames[policy].label,
        scope === "worker" ? "one cache for all agents" : "one cache for each agent",
        ...(keys.length === 0 ? ["exact keys"] : keys),
      ].join(" · "),
    };
  },
});
