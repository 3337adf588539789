// The optimisations scenario: what each published optimisation gains here, what it costs, and whether its claim holds.
import { workloads } from "../../workloads/definitions.ts";
import { formatCounted } from "../../words/format.ts";
import { shownAgentFields } from "../agents/agent-form.ts";
import { defineScenario } from "../contract/define.ts";
import type { Scenario } from "../contract/scenario.ts";
import { optimisationDefaults, optimisationFields, tickedOf } from "./fields.ts";
import { optimisationAt } from "./optimisations-list.ts";

function nameOf(at: number): string {
  return optimisationAt(at)?.label ?? `optimisation ${at}`;
}

export const optimisations: Scenario = defineScenario({
  kind: "optimisations",
  version: 1,
  question: "Which optimisations pay?",
  invitation:
    "Run measures agents with each optimisation beside the same agents without it, in turn. It shows what each gains in speed and memory, what it costs in accuracy, and whether the published claim holds here. Nothing is uploaded.",
  axis: {
    id: "optimisation",
    label: "Optimisation",
    help: "What is done otherwise.",
    nameOf,
    anyPoint: "any optimisation",
    format: nameOf,
    field: null,
  },
  fields: optimisationFields,
  defaults: optimisationDefaults,
  presets: [
    { name: "quick", label: "Quick", settings: { repeats: 6, windowMs: 300 } },
    { name: "thorough", label: "Thorough", settings: { repeats: 12, windowMs: 500 } },
  ],
  questions: [
    {
      name: "optimisations",
      topic: "agent",
      label: "Which optimisations pay?",
      answer: "Each published one with and without, in turn, and its claim.",
      settings: {},
    },
  ],
  pointName: ({ at }) => nameOf(at),
  bind: (settings) => {
    const ticked = tickedOf(settings);
    const title = workloads[settings.workload].titleOf(settings);
    return {
      refusal: null,
      shownFields: shownAgentFields(optimisationFields, settings),
      fixedOn: ({ canShareMemory }) => {
        const possible = ticked.filter((kind) => kind !== "asynchronous");
        return canShareMemory || possible.length === ticked.length || possible.length === 0
          ? {}
          : { optimisations: possible.join(",") };
      },
      name: ["optimisations", workloads[settings.workload].nameOf(settings)].join(", "),
      description: [title, formatCounted(settings.agents, "agent"), formatCounted(ticked.length, "optimisation")].join(
        " · ",
      ),
    };
  },
});
