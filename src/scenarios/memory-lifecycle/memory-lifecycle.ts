// The memory-lifecycle scenario: whether agents that are created, run and destroyed leave memory behind, against the published 1 MB.
import { formatCount, formatCounted } from "../../words/format.ts";
import { isLockStep, shownAgentFields, transportOn } from "../agents/agent-form.ts";
import { placements } from "../../measurement/lane/placement.ts";
import { defineScenario } from "../contract/define.ts";
import type { Scenario } from "../contract/scenario.ts";
import { lifecycleDefaults, lifecycleFields } from "./fields.ts";
import { lifecycleText } from "./lifecycle-text.ts";
import { IDLE, WARM } from "./series.ts";

function blockText(at: number): string {
  return `blocks of ${formatCounted(at, "lifecycle")}`;
}

const besideRows: Readonly<Record<string, string>> = { [IDLE]: ", idle", [WARM]: ", warm-up" };

export const memoryLifecycle: Scenario = defineScenario({
  kind: "memory-lifecycle",
  version: 1,
  question: "Does memory leak?",
  invitation:
    "Run creates agents on fresh workers, runs and ends them, again and again, and reads what memory is left. It shows how much each lifecycle leaves behind, and what was not given back. The browser takes 10 to 20 s for each reading. Leave the page alone meanwhile: what it does by itself counts too. Nothing is uploaded.",
  axis: {
    id: "lifecycles",
    label: "Lifecycles",
    help: "How many lifecycles follow each other in a block before memory is read.",
    nameOf: blockText,
    anyPoint: "blocks of any size",
    format: formatCount,
    field: null,
  },
  fields: lifecycleFields,
  defaults: lifecycleDefaults,
  presets: [
    { name: "quick", label: "Quick", settings: { repeats: 6, lifecycles: 2 } },
    { name: "standard", label: "Standard", settings: { repeats: 8, lifecycles: 4 } },
    { name: "thorough", label: "Thorough", settings: { repeats: 15, lifecycles: 8 } },
  ],
  questions: [
    {
      name: "memory-lifecycle",
      topic: "memory",
      label: "Does memory leak?",
      answer: "Created, run, destroyed, often: what is left?",
      settings: {},
    },
  ],
  pointName: ({ at, series }) => `${blockText(at)}${besideRows[series] ?? ""}`,
  bind: (settings) => {
    const { agents, placement, topology, transport } = settings;
    const speaks = isLockStep(settings);
    return {
      refusal: placements[placement].refusalOf(agents),
      shownFields: shownAgentFields(lifecycleFields, { workload: "explorer", topology, placement }),
      fixedOn: ({ canShareMemory }) => (speaks ? transportOn(transport, canShareMemory) : {}),
      name: ["memory", formatCounted(agents, "agent"), placement, topology].join(", "),
      description: [lifecycleText(settings), placement, topology, ...(speaks ? [transport] : [])].join(" · "),
    };
  },
});
