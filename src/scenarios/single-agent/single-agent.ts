// The single-agent scenario: how fast one agent is alone on one worker, and whether it keeps the published targets.
import { formatMeasured } from "../../words/format.ts";
import { workloads } from "../../workloads/definitions.ts";
import { shownAgentFields } from "../agents/agent-form.ts";
import { defineScenario } from "../contract/define.ts";
import type { Scenario } from "../contract/scenario.ts";
import { rateText, singleAgentDefaults, singleAgentFields } from "./fields.ts";
import { SATURATED } from "./series.ts";

function pointName(at: number): string {
  return at === SATURATED ? "as fast as it can" : `at ${formatMeasured(at)} op/s`;
}

export const singleAgent: Scenario = defineScenario({
  kind: "single-agent",
  version: 1,
  question: "How fast is one agent on this machine?",
  invitation:
    "Run starts one real active-inference agent in a Web Worker of this browser, measures it as fast as it can and at the published 20 op/s, and holds it against the published targets. Nothing is uploaded.",
  axis: {
    id: "rate",
    label: "Pacing",
    help: "As fast as it can, or offered a rate, where waiting for the next op is idle.",
    nameOf: (at) => `1 agent ${pointName(at)}`,
    anyPoint: "any agent",
    format: pointName,
    field: null,
  },
  fields: singleAgentFields,
  defaults: singleAgentDefaults,
  presets: [
    { name: "quick", label: "Quick", settings: { repeats: 6, windowMs: 1_000 } },
    { name: "thorough", label: "Thorough", settings: { repeats: 12, windowMs: 2_000 } },
  ],
  questions: [
    {
      name: "single-agent",
      topic: "capacity",
      label: "How fast is one?",
      answer: "One agent on one worker, held against the published targets.",
      settings: { workload: "explorer" },
    },
    {
      name: "own-model",
      topic: "agent",
      label: "My own model",
      heading: "How fast is my own model on this machine?",
      answer: "An agent with the A, B, C and D of your file, or of an example.",
      settings: { workload: "custom" },
    },
  ],
  pointName: ({ at }) => `one agent ${pointName(at)}`,
  bind: (settings) => ({
    refusal: null,
    shownFields: shownAgentFields(singleAgentFields, settings),
    fixedOn: () => ({}),
    name: `one agent, ${workloads[settings.workload].nameOf(settings)}`,
    description: [
      `one agent`,
      workloads[settings.workload].titleOf(settings),
      `as fast as it can and at ${rateText(settings)}`,
    ].join(" · "),
  }),
});
