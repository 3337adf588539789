// The search scenario: what talking buys a team that looks for a hidden target, beside what it costs.
import { placements } from "../../measurement/lane/placement.ts";
import { CONTROL } from "../../measurement/run/control.ts";
import { formatCounted } from "../../words/format.ts";
import { rowName } from "../../words/row-name.ts";
import { poolingRules } from "../../workloads/pooling-rules.ts";
import { shownAgentFields, transportOn } from "../agents/agent-form.ts";
import { agentsAxis } from "../agents/agents-axis.ts";
import { defineScenario } from "../contract/define.ts";
import type { Scenario } from "../contract/scenario.ts";
import { searchDefaults, searchFields } from "./fields.ts";

export const search: Scenario = defineScenario({
  kind: "search",
  version: 1,
  question: "What does talking buy a team that searches?",
  invitation:
    "Run sends teams after a hidden target: talking, in silence, and as one mind with all their eyes. It counts the rounds they need, and measures what talking costs. Nothing is uploaded.",
  axis: agentsAxis("agents"),
  fields: searchFields,
  defaults: searchDefaults,
  presets: [
    { name: "quick", label: "Quick", settings: { repeats: 10, episodes: 30, windowMs: 200 } },
    { name: "thorough", label: "Thorough", settings: { repeats: 20, episodes: 60, windowMs: 400 } },
  ],
  questions: [
    {
      name: "search",
      topic: "teams",
      label: "What does talking buy?",
      answer: "Finding a target: talking, silent, as one mind.",
      settings: {},
    },
  ],
  pointName: ({ series, at }) => `${rowName(at)}${series === CONTROL ? ", control without messages" : ""}`,
  bind: (settings) => {
    const { agents, topology, pooling, gridSize, policyLength, placement, transport, episodes, crashPercent } =
      settings;
    const crashes = crashPercent === 0 ? [] : [`${crashPercent}% crashes`];
    return {
      refusal: placements[placement].refusalOf(Math.max(...agents)),
      shownFields: shownAgentFields(searchFields, { workload: "search", placement }),
      fixedOn: ({ canShareMemory }) => transportOn(transport, canShareMemory),
      name: ["search", placement, topology, ...crashes].join(", "),
      description: [
        `search ${gridSize}×${gridSize}, length ${policyLength}`,
        placement,
        topology,
        poolingRules[pooling].label,
        ...crashes,
        `${formatCounted(episodes, "episode")} a trial`,
      ].join(" · "),
    };
  },
});
