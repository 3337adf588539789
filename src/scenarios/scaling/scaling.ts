// The scaling scenario: agents at growing counts, saturated or paced, against one agent alone and against the cores.
import { placements } from "../../measurement/lane/placement.ts";
import { rowName } from "../../words/row-name.ts";
import { workloads } from "../../workloads/definitions.ts";
import { shownAgentFields, transportOn } from "../agents/agent-form.ts";
import { agentsAxis } from "../agents/agents-axis.ts";
import { defineScenario } from "../contract/define.ts";
import type { Scenario } from "../contract/scenario.ts";
import { pacingText, scalingDefaults, scalingFields } from "./fields.ts";
import { SERIES } from "./series.ts";

const seriesWords: Readonly<Record<string, string>> = {
  [SERIES.control]: ", control without messages",
  [SERIES.solo]: " alone on one worker",
};

export const scaling: Scenario = defineScenario({
  kind: "scaling",
  version: 1,
  question: "How do agents scale on this machine?",
  invitation:
    "Run starts real active-inference agents in Web Workers of this browser, measures them at each agent count and fills the table live. Nothing is uploaded.",
  axis: agentsAxis("agents"),
  fields: scalingFields,
  defaults: scalingDefaults,
  presets: [
    { name: "quick", label: "Quick", settings: { repeats: 3, windowMs: 400 } },
    { name: "thorough", label: "Thorough", settings: { repeats: 10, windowMs: 500 } },
  ],
  questions: [
    {
      name: "independent",
      topic: "capacity",
      label: "How do they scale?",
      heading: "How do agents scale on this machine?",
      answer: "As fast as they can, more and more of them.",
      settings: { placement: "pool", topology: "none", pacing: "saturated" },
    },
    {
      name: "single-lane",
      topic: "limits",
      label: "What would an interpreter lock do?",
      heading: "What would an interpreter lock do to agents on this machine?",
      answer: "Agents take turns, as threads do under the GIL.",
      settings: { placement: "single-lane", topology: "none", pacing: "saturated" },
    },
    {
      name: "paced",
      topic: "limits",
      label: "As in the published document",
      heading: "Do agents hold the published 20 op/s on this machine?",
      answer: "20 op/s for each agent: how much is achieved?",
      settings: { placement: "pool", topology: "none", pacing: "paced", opsPerSecondPerAgent: 20 },
    },
  ],
  pointName: ({ series, at }) => `${rowName(at)}${seriesWords[series] ?? ""}`,
  bind: (settings) => {
    const { workload, placement, topology, transport, pacing, agents } = settings;
    return {
      refusal: placements[placement].refusalOf(Math.max(...agents)),
      shownFields: shownAgentFields(scalingFields, settings, { opsPerSecondPerAgent: pacing !== "paced" }),
      fixedOn: ({ canShareMemory }) => transportOn(transport, canShareMemory),
      name: [workloads[workload].nameOf(settings), placement, topology, ...(pacing === "paced" ? ["paced"] : [])].join(
        ", ",
      ),
      description: [workloads[workload].titleOf(settings), placement, topology, pacingText(settings)].join(" · "),
    };
  },
});
