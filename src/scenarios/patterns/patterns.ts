// The patterns scenario: whether handoffs, votes, broadcasts and shared resources work between agents, and how fast, also under faults.
import { placements } from "../../measurement/lane/placement.ts";
import { rowName } from "../../words/row-name.ts";
import { shownAgentFields, transportOn } from "../agents/agent-form.ts";
import { agentsAxis } from "../agents/agents-axis.ts";
import { defineScenario } from "../contract/define.ts";
import type { Scenario } from "../contract/scenario.ts";
import { patternDefaults, patternFields } from "./fields.ts";
import { agentsFor, patternKinds, leftOutText } from "./pattern-kinds.ts";

export const patterns: Scenario = defineScenario({
  kind: "patterns",
  version: 1,
  question: "Do handoffs, votes and shared resources work between agents?",
  invitation:
    "Run has real agents on real workers hand things on, vote, tell all, or share few resources. It counts how each ends, checks that nothing is lost or done twice, and holds it against theory. Nothing is uploaded.",
  axis: agentsAxis("agents"),
  fields: patternFields,
  defaults: patternDefaults,
  presets: [
    { name: "quick", label: "Quick", settings: { repeats: 10, windowMs: 300 } },
    { name: "thorough", label: "Thorough", settings: { repeats: 20, windowMs: 1_000 } },
  ],
  questions: [
    {
      name: "patterns",
      topic: "teams",
      label: "Do handoffs and votes work?",
      answer: "Each must end, and nothing may be lost.",
      settings: {},
    },
  ],
  pointName: ({ at }) => rowName(at),
  bind: (settings) => {
    const { pattern, agents, placement, transport, lossPercent, crashPercent } = settings;
    const { label, canFail, several, agentsLeast } = patternKinds[pattern];
    const lonely =
      agentsFor(settings).length === 0 ? `Agents: ${several} take ${agentsLeast} agents at least. Add 2.` : null;
    const leftOut = leftOutText(settings);
    const [name = pattern] = label.split(":");
    const faults = [
      ...(canFail && lossPercent > 0 ? [`${lossPercent}% of messages lost`] : []),
      ...(canFail && crashPercent > 0 ? [`${crashPercent}% crashes`] : []),
    ];
    return {
      refusal: lonely ?? placements[placement].refusalOf(Math.max(...agents)),
      shownFields: shownAgentFields(
        patternFields,
        { workload: "explorer", placement },
        { lossPercent: !canFail, crashPercent: !canFail, thinkMs: canFail, holdMs: canFail },
      ),
      fieldNotes: leftOut === null ? {} : { agents: `${leftOut} 1 is left out.` },
      fixedOn: ({ canShareMemory }) => transportOn(transport, canShareMemory),
      name: [name, placement, ...faults].join(", "),
      description: [
        name,
        placement,
        transport,
        ...(canFail ? faults : [`think ${settings.thinkMs} ms, hold ${settings.holdMs} ms`]),
      ].join(" · "),
    };
  },
});
