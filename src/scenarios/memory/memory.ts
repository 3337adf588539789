// The memory scenario: what agents take of memory, exactly and as the browser counts it, and what one more of them takes.
import { placements } from "../../measurement/lane/placement.ts";
import { formatCounted } from "../../words/format.ts";
import { workloads } from "../../workloads/definitions.ts";
import { agentsAxis } from "../agents/agents-axis.ts";
import { shownAgentFields } from "../agents/agent-form.ts";
import { defineScenario } from "../contract/define.ts";
import type { Scenario } from "../contract/scenario.ts";
import { memoryDefaults, memoryFields } from "./fields.ts";

export const memory: Scenario = defineScenario({
  kind: "memory",
  version: 1,
  question: "How much memory does an agent take?",
  invitation:
    "Run creates more and more agents, and reads what the browser attributes to the page and its workers after a garbage collection. From that follows what one more agent takes, beside the exact bytes of the engine and the published 34.5 MB. Nothing is uploaded.",
  axis: agentsAxis("agents"),
  fields: memoryFields,
  defaults: memoryDefaults,
  presets: [
    { name: "quick", label: "Quick", settings: { repeats: 4 } },
    { name: "thorough", label: "Thorough", settings: { repeats: 10 } },
  ],
  questions: [
    {
      name: "memory",
      topic: "memory",
      label: "How much memory?",
      answer: "What one more agent takes. Published: 34.5 MB.",
      settings: {},
    },
  ],
  pointName: ({ at }) => formatCounted(at, "agent"),
  bind: (settings) => {
    const { agents, placement, workload } = settings;
    return {
      refusal: placements[placement].refusalOf(Math.max(...agents)),
      shownFields: shownAgentFields(memoryFields, settings),
      fixedOn: () => ({}),
      name: ["memory", workloads[workload].nameOf(settings), placement].join(", "),
      description: [
        workloads[workload].titleOf(settings),
        placement,
        formatCounted(agents.length, "number of agents", "numbers of agents"),
      ].join(" · "),
    };
  },
});
