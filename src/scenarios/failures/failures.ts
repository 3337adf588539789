// The failures scenario: what agents that crash and messages that are lost cost, how fast it is noticed, and whether the accounts balance.
import { placements } from "../../measurement/lane/placement.ts";
import { formatCount, formatCounted, formatMeasured } from "../../words/format.ts";
import { shownAgentFields, transportOn } from "../agents/agent-form.ts";
import { defineScenario } from "../contract/define.ts";
import type { Scenario } from "../contract/scenario.ts";
import { failureDefaults, failureFields } from "./fields.ts";

/** An agent that is away for longer says nothing of its rate. */
const PERIODS_MOST = 20;

function crashText(at: number): string {
  return `${formatCount(at)}%`;
}

export const failures: Scenario = defineScenario({
  kind: "failures",
  version: 1,
  question: "What if agents fail?",
  invitation:
    "Run has a supervisor offer ops to real agents, crashes some in the middle of them, and loses messages. It shows what is still done, how long a crash goes unnoticed, and whether every op is accounted for. Nothing is uploaded.",
  axis: {
    id: "crashes",
    label: "Crashes",
    help: "Share of ops in the middle of which the agent crashes.",
    nameOf: (at) => `${crashText(at)} crashes`,
    anyPoint: "any share of crashes",
    format: crashText,
    field: "crashPercents",
  },
  fields: failureFields,
  defaults: failureDefaults,
  presets: [
    { name: "quick", label: "Quick", settings: { repeats: 6, windowMs: 2_000 } },
    { name: "thorough", label: "Thorough", settings: { repeats: 10, windowMs: 5_000 } },
  ],
  questions: [
    {
      name: "failures",
      topic: "teams",
      label: "What if agents fail?",
      answer: "Crashes, lost messages: when are agents back?",
      settings: {},
    },
  ],
  pointName: ({ at, series }) => (series === "worker" ? "a worker that dies" : `${crashText(at)} crashes`),
  bind: (settings) => {
    const { agents, placement, transport, lossPercent, opsPerSecond, deadlineMs, restart } = settings;
    const periodMs = 1_000 / opsPerSecond;
    const lost = lossPercent === 0 ? [] : [`${lossPercent}% of messages lost`];
    return {
      refusal:
        deadlineMs <= periodMs * PERIODS_MOST
          ? placements[placement].refusalOf(agents)
          : `Deadline: at ${formatMeasured(opsPerSecond)} op/s it must be ${formatCount(Math.floor(periodMs * PERIODS_MOST))} ms or less, so that an agent that crashed is back before it misses ${PERIODS_MOST} ops. Shorten the deadline or lower the rate.`,
      shownFields: shownAgentFields(failureFields, { workload: "explorer", placement }),
      fixedOn: ({ canShareMemory }) => transportOn(transport, canShareMemory),
      name: ["failures", formatCounted(agents, "agent"), placement, ...lost].join(", "),
      description: [
        formatCounted(agents, "agent"),
        `${opsPerSecond} op/s each`,
        placement,
        transport,
        `deadline ${deadlineMs} ms`,
        restart === "with-beliefs" ? "beliefs kept" : "beliefs lost",
        ...lost,
      ].join(" · "),
    };
  },
});
