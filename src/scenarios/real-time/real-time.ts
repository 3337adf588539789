// The real-time scenario: how many agents this machine holds at a rate, each op in time.
import { rowName } from "../../words/row-name.ts";
import { workloads } from "../../workloads/definitions.ts";
import { shownAgentFields, transportOn } from "../agents/agent-form.ts";
import { agentsAxis } from "../agents/agents-axis.ts";
import { defineScenario } from "../contract/define.ts";
import type { Scenario } from "../contract/scenario.ts";
import { limitText, rateText, realTimeDefaults, realTimeFields } from "./fields.ts";

const purposeWords: Readonly<Record<string, string>> = {
  confirmation: ", to confirm it",
  above: ", which should fail",
};

export const realTime: Scenario = defineScenario({
  kind: "real-time",
  version: 1,
  question: "How many agents does this machine hold?",
  invitation:
    "Run looks for the most agents that keep their rate on time: it doubles them until some are late, closes in, and confirms the answer five times. Nothing is uploaded.",
  axis: agentsAxis(null),
  fields: realTimeFields,
  defaults: realTimeDefaults,
  presets: [
    { name: "quick", label: "Quick", settings: { windowMs: 1_500, confirmMs: 12_000 } },
    { name: "thorough", label: "Thorough", settings: { windowMs: 4_000, confirmMs: 30_000 } },
  ],
  questions: [
    {
      name: "real-time",
      topic: "capacity",
      label: "How many in real time?",
      answer: "The most agents that act 20 times a second on time.",
      settings: {},
    },
  ],
  pointName: ({ series, at }) => `${rowName(at)}${purposeWords[series] ?? ""}`,
  bind: (settings) => {
    const { workload, placement, topology, transport } = settings;
    return {
      refusal: null,
      shownFields: shownAgentFields(realTimeFields, settings),
      fixedOn: ({ canShareMemory }) => transportOn(transport, canShareMemory),
      name: ["real time", workloads[workload].nameOf(settings), placement, topology].join(", "),
      description: [
        workloads[workload].titleOf(settings),
        placement,
        topology,
        `${rateText(settings)} each, ${limitText(settings)}`,
      ].join(" · "),
    };
  },
});
