// The coordination scenario: what talking costs, by team size, topology, transport and placement, beside the same agents in silence.
import { placements } from "../../measurement/lane/placement.ts";
import { listed } from "../../words/listed.ts";
import { formatCount, formatCounted } from "../../words/format.ts";
import { workloads } from "../../workloads/definitions.ts";
import { shownAgentFields } from "../agents/agent-form.ts";
import { defineScenario } from "../contract/define.ts";
import type { Axis, Scenario } from "../contract/scenario.ts";
import { cellName, cellOf, combinationName, combinationsOf } from "./cells.ts";
import { coordinationDefaults, coordinationFields, type CoordinationSettings, tickedOf } from "./fields.ts";
import { pointWords } from "./series.ts";

/** Each trial may take three attempts, and a result holds 6,000; what is left is for lone agents and messages alone. */
const TRIALS_MOST = 1_800;

const cellAxis: Axis = {
  id: "cell",
  label: "Team",
  help: "How many agents (N), who hears whom, what carries what they say, and where they sit.",
  nameOf: cellName,
  anyPoint: "any team",
  format(at) {
    const cell = cellOf(at);
    return cell === null ? String(at) : `${formatCount(cell.agents)} · ${combinationName(cell)}`;
  },
  field: null,
};

function refusalOf(settings: CoordinationSettings): string | null {
  const ticked = tickedOf(settings);
  const { agents, placements: seats } = ticked;
  const most = Math.max(...agents);
  const refused = seats.flatMap((placement) => placements[placement].refusalOf(most) ?? []);
  if (refused[0] !== undefined) return refused[0];
  const trials = combinationsOf(ticked).length * agents.length * settings.repeats;
  return trials <= TRIALS_MOST
    ? null
    : `These settings ask for ${formatCount(trials)} trials of teams, and a result holds ${formatCount(TRIALS_MOST)}. Choose fewer agent counts or repeats, or untick a topology, a transport or a placement.`;
}

export const coordination: Scenario = defineScenario({
  kind: "coordination",
  version: 1,
  question: "What does talking cost agents on this machine?",
  invitation:
    "Run measures teams with every topology, transport and placement that is ticked, each beside the same agents in silence, and what a message costs here. Nothing is uploaded.",
  axis: cellAxis,
  fields: coordinationFields,
  defaults: coordinationDefaults,
  presets: [
    { name: "quick", label: "Quick", settings: { repeats: 6, windowMs: 200 } },
    { name: "thorough", label: "Thorough", settings: { repeats: 10, windowMs: 400 } },
  ],
  questions: [
    {
      name: "coordination",
      topic: "limits",
      label: "What does talking cost?",
      answer: "In a ring, by a hub, all-to-all, beside silent agents.",
      settings: {},
    },
  ],
  pointName: pointWords,
  bind: (settings) => {
    const { topologies, transports, placements: seats } = tickedOf(settings);
    return {
      refusal: refusalOf(settings),
      shownFields: shownAgentFields(coordinationFields, settings, {
        transports: seats.every((placement) => placement === "single-lane"),
        workers: !seats.some((placement) => placements[placement].usesPool),
      }),
      fixedOn: ({ canShareMemory }) =>
        canShareMemory || !transports.includes("shared-memory") ? {} : { transports: "message" },
      name: ["coordination", listed(seats), listed(topologies)].join(", "),
      description: [
        workloads[settings.workload].titleOf(settings),
        listed(topologies),
        ...(seats.every((placement) => placement === "single-lane") ? [] : [listed(transports)]),
        listed(seats),
        formatCounted(settings.agents.length, "team size"),
      ].join(" · "),
    };
  },
});
