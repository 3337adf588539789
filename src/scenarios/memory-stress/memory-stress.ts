// The memory-stress scenario: what memory, throughput and latency do while agents act for a long time.
import { placements } from "../../measurement/lane/placement.ts";
import { formatCounted, formatSeconds } from "../../words/format.ts";
import { workloads } from "../../workloads/definitions.ts";
import { shownAgentFields } from "../agents/agent-form.ts";
import { defineScenario } from "../contract/define.ts";
import type { Scenario } from "../contract/scenario.ts";
import { stressDefaults, stressFields } from "./fields.ts";

export const memoryStress: Scenario = defineScenario({
  kind: "memory-stress",
  version: 1,
  question: "Does a long run stay level?",
  invitation:
    "Run has agents act for minutes or hours, and reads memory, throughput and latency again and again. It says whether each keeps its level, grows, or steps once. What was measured is kept through a reload. Nothing is uploaded.",
  axis: {
    id: "seconds",
    label: "After",
    help: "How long the agents have acted.",
    nameOf: (at) => `after ${formatSeconds(at)}`,
    anyPoint: "any time",
    format: formatSeconds,
    field: null,
  },
  fields: stressFields,
  defaults: stressDefaults,
  presets: [
    { name: "quick", label: "Quick", settings: { seconds: 60 } },
    { name: "thorough", label: "As published, 300 s", settings: { seconds: 300 } },
  ],
  questions: [
    {
      name: "memory-stress",
      topic: "memory",
      label: "Does a long run stay level?",
      answer: "20 agents for 300 s, as published.",
      settings: {},
    },
  ],
  pointName: ({ at }) => `after ${formatSeconds(at)}`,
  bind: (settings) => {
    const { agents, seconds, pacing, opsPerSecond, placement, workload } = settings;
    const pace = pacing === "paced" ? `${opsPerSecond} op/s each` : "as fast as they can";
    return {
      refusal: placements[placement].refusalOf(agents),
      shownFields: shownAgentFields(stressFields, settings, { opsPerSecond: pacing === "saturated" }),
      fixedOn: () => ({}),
      name: ["long run", formatCounted(agents, "agent"), formatSeconds(seconds)].join(", "),
      description: [
        workloads[workload].titleOf(settings),
        formatCounted(agents, "agent"),
        formatSeconds(seconds),
        pace,
        placement,
      ].join(" · "),
    };
  },
});
