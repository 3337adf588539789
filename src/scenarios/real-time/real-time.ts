// The real-time scenario: how many agents this machine holds at a rate, each op in time.
import { textOf } from "../../fields/settings.ts";
import { placements } from "../../measurement/lane/placement.ts";
import { usableTransport } from "../../measurement/lane/transport.ts";
import type { WindowOrder, WindowReport } from "../../measurement/lane/lane-host.ts";
import type { Figures, Planned } from "../../measurement/run/sample.ts";
import { lossFigures } from "../../measurement/run/window-figures.ts";
import { type Windowed, windowed } from "../../measurement/run/windowed.ts";
import { asked, same } from "../../regression/fact.ts";
import { meanOfCounts, totalCount } from "../../statistics/counts.ts";
import { formatCount, formatCounted, formatMeasured } from "../../words/format.ts";
import { rowName } from "../../words/row-name.ts";
import { workloads } from "../../workloads/definitions.ts";
import { hearings } from "../../workloads/hearings.ts";
import { pacedOrder, seatedSetup } from "../agents/agent-setup.ts";
import { agentsAxis } from "../agents/agents-axis.ts";
import { latencyFigures } from "../agents/latency-measures.ts";
import { defineScenario } from "../contract/define.ts";
import type { FactTable, Scenario, Seen } from "../contract/scenario.ts";
import { bindingText } from "./binding.ts";
import { searchOf, stateOf, typicalPlan, windowMsOf } from "./course.ts";
import { realTimeDefaults, realTimeFields, type RealTimeSettings } from "./fields.ts";
import { ladderOf } from "./ladder.ts";
import { realTimeMeasures, realTimeMeasuresOf } from "./measures.ts";
import { HELD_TEXT, realTimeRows } from "./rows.ts";
import type { Bracket } from "./found.ts";
import { heldAs, realTimeSentence } from "./sentence.ts";
import { LADDER_MS, OVER, overId, trialsOf } from "./trials.ts";

function isLockStep({ topology }: RealTimeSettings): boolean {
  return hearings[topology].lockStep;
}

/** Ladder and asked limit, ascending, each once. */
function limitsOf({ limitMs }: RealTimeSettings): number[] {
  return [...new Set([...LADDER_MS, limitMs])].sort((a, b) => a - b);
}

function orderOf(settings: RealTimeSettings, planned: Planned): WindowOrder {
  const rhythm = isLockStep(settings) ? "lock-step" : "free";
  const paced = pacedOrder(rhythm, windowMsOf(settings, planned), settings.opsPerSecondPerAgent);
  return { ...paced, limitsMs: limitsOf(settings) };
}

/** Ops over each limit, all lanes together. */
function overFigures(settings: RealTimeSettings, reports: readonly WindowReport[]): Figures {
  const limits = limitsOf(settings);
  const overAt = (limitMs: number): number => {
    const at = limits.indexOf(limitMs);
    return reports.reduce((sum, { overLimits }) => sum + (overLimits[at] ?? 0), 0);
  };
  return {
    [OVER]: overAt(settings.limitMs),
    ...Object.fromEntries(LADDER_MS.map((limitMs) => [overId(limitMs), overAt(limitMs)])),
  };
}

/** Share of all lanes' time that was spent inside ops. */
function busyShare(reports: readonly WindowReport[]): number {
  const counts = reports.map(({ serviceCounts }) => serviceCounts);
  const laneMs = reports.reduce((sum, { elapsedMs }) => sum + elapsedMs, 0);
  const busyMs = (meanOfCounts(counts) * totalCount(counts)) / 1_000;
  return Math.min(1, Math.round((busyMs / laneMs) * 1_000) / 1_000);
}

function figuresOf(settings: RealTimeSettings, reports: readonly WindowReport[], order: WindowOrder, agents: number) {
  const { durationMs, periodMs } = order;
  return {
    ...latencyFigures(reports, order),
    ...overFigures(settings, reports),
    ...(isLockStep(settings) ? lossFigures(reports) : {}),
    ops: reports.reduce((sum, { completedOps }) => sum + completedOps, 0),
    offered: agents * Math.round(durationMs / (periodMs ?? durationMs)),
    lag: Math.round(Math.max(...reports.map(({ lagMs }) => lagMs)) * 1_000),
    busy: busyShare(reports),
  };
}

function measurableOf(settings: RealTimeSettings): Windowed {
  return {
    plan: typicalPlan(settings),
    search: searchOf(settings),
    setupOf: ({ at }, machine) => seatedSetup(settings, at, machine),
    orderOf: (planned) => orderOf(settings, planned),
    figuresOf: (reports, order, { at }) => figuresOf(settings, reports, order, at),
  };
}

function bracketOf(settings: RealTimeSettings, { samples, on }: Seen): Bracket | null {
  const state = stateOf(settings, samples, on.engineMemory);
  if (state.state === "asks") return state.soFar;
  return state.outcome.state === "none" ? null : state.outcome;
}

function countText(agents: number | null, otherwise: string): string {
  return agents === null ? otherwise : formatCount(agents);
}

function ladderTable(settings: RealTimeSettings, { samples }: Seen): FactTable[] {
  const rungs = ladderOf(trialsOf(samples, settings), settings);
  if (rungs.length === 0) return [];
  return [
    {
      title: "Other limits, from the same trials",
      help: "For each lateness the last count that held and the first that did not. Between the two nothing was tried, so a limit that was not asked for is known less closely.",
      head: ["95% within, ms", "Last that held", "First that failed"],
      rows: rungs.map(({ limitMs, holds, fails }) => [
        formatMeasured(limitMs),
        countText(holds, "none"),
        countText(fails, "none"),
      ]),
    },
  ];
}

function bindingNote(settings: RealTimeSettings, seen: Seen) {
  const fails = bracketOf(settings, seen)?.fails ?? null;
  const failing = trialsOf(seen.samples, settings).filter(({ agents, holds }) => agents === fails && !holds);
  const text = bindingText(failing, isLockStep(settings));
  const [first] = failing;
  const reason = first?.failure ?? null;
  return [
    ...(text === null ? [] : [{ term: "What binds", text }]),
    ...(first === undefined || reason === null
      ? []
      : [{ term: "Why it failed", text: `${formatCounted(first.agents, "agent")}: ${reason}.` }]),
  ];
}

const purposeWords: Readonly<Record<string, string>> = {
  confirmation: ", to confirm it",
  above: ", which should fail",
};

function shownFieldsOf(settings: RealTimeSettings): string[] {
  const shown = new Set<string>(workloads[settings.workload].settings);
  const isHidden: Readonly<Record<string, boolean>> = {
    gridSize: !shown.has("gridSize"),
    policyLength: !shown.has("policyLength"),
    transport: !isLockStep(settings),
    workers: !placements[settings.placement].usesPool,
  };
  return Object.keys(realTimeFields).filter((name) => isHidden[name] !== true);
}

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
      label: "How many in real time?",
      answer: "Looks for the most agents that act 20 times a second on time, and confirms the answer.",
      settings: {},
    },
  ],
  measures: realTimeMeasures,
  targets: [],
  pointName: ({ series, at }) => `${rowName(at)}${purposeWords[series] ?? ""}`,
  breakdown: null,
  bind: (settings) => ({
    ...windowed(measurableOf(settings)),
    refusal: null,
    measures: realTimeMeasuresOf(isLockStep(settings)),
    panels: [
      [
        {
          kind: "response",
          measures: ["p50", "p95", "p99"],
          title: "Latency against agents",
          limitUs: settings.limitMs * 1_000,
        },
      ],
    ],
    statusHelp: HELD_TEXT,
    shownFields: shownFieldsOf(settings),
    fixedOn({ canShareMemory }) {
      const transport = usableTransport(settings.transport, canShareMemory);
      return transport === settings.transport ? {} : { transport };
    },
    fullestSetup: () => null,
    points: [],
    name: ["real time", settings.workload, settings.placement, settings.topology].join(", "),
    description: [
      workloads[settings.workload].titleOf(settings),
      settings.placement,
      settings.topology,
      `${textOf(realTimeFields, settings, "opsPerSecondPerAgent")} op/s each, 95% within ${textOf(realTimeFields, settings, "limitMs")} ms`,
    ].join(" · "),
    fingerprint: [
      asked("workload", workloads[settings.workload].titleOf(settings)),
      asked("placement", settings.placement),
      asked("topology", settings.topology),
      // What has to be held: another demand is another measure.
      same("rate", `${textOf(realTimeFields, settings, "opsPerSecondPerAgent")} op/s per agent`),
      same("limit", `95% within ${textOf(realTimeFields, settings, "limitMs")} ms`),
    ],
    rowsOf: (samples) => realTimeRows(settings, realTimeMeasuresOf(isLockStep(settings)), samples),
    paceOf: () => [],
    sentenceOf: (seen) => realTimeSentence(settings, seen),
    notesOf: (seen) => bindingNote(settings, seen),
    gaugeOf(seen) {
      const value = heldAs(bracketOf(settings, seen)?.holds ?? 0);
      const needed = settings.neededAgents === "any" ? null : settings.neededAgents;
      // That none hold is an answer too, once the search is over and somebody needs some.
      const state = stateOf(settings, seen.samples, seen.on.engineMemory);
      const isOver = state.state !== "asks";
      const isSure = isOver && (state.outcome.state === "confirmed" || state.outcome.state === "none");
      const gauge = { unit: "agents", value, needed, ...(isSure ? {} : { isOpen: true as const }) };
      return value > 0 || (isOver && needed !== null) ? gauge : null;
    },
    tablesOf: (seen) => ladderTable(settings, seen),
  }),
});
