// How the most agents on time are searched for, and what is made of it: rows, the ladder of limits, what binds, the gauge.
import type { WindowOrder, WindowReport } from "../../measurement/lane/lane-host.ts";
import { placements } from "../../measurement/lane/placement.ts";
import type { Figures, Planned } from "../../measurement/run/sample.ts";
import { lossFigures } from "../../measurement/run/window-figures.ts";
import { type Windowed, windowed } from "../../measurement/run/windowed.ts";
import { asked, same } from "../../regression/fact.ts";
import { formatCount, formatCounted, formatMeasured } from "../../words/format.ts";
import { isLockStep } from "../agents/agent-form.ts";
import { pacedOrder, seatedSetup } from "../agents/agent-setup.ts";
import { latencyFigures } from "../agents/latency-measures.ts";
import { steppedByFigure, steppedByNote } from "../agents/stepped-by.ts";
import { workloadFact } from "../agents/workload-fact.ts";
import { defineExperiment } from "../contract/define-experiment.ts";
import type { FactTable, Seen } from "../contract/seen.ts";
import { bindingText } from "./binding.ts";
import { searchOf, stateOf, typicalPlan, windowMsOf } from "./course.ts";
import { limitText, rateText, realTimeFields, type RealTimeSettings } from "./fields.ts";
import type { Bracket } from "./found.ts";
import { ladderOf } from "./ladder.ts";
import { realTimeMeasures, realTimeMeasuresOf } from "./measures.ts";
import { HELD_TEXT, realTimeRows } from "./rows.ts";
import { heldAs, realTimeSentence } from "./sentence.ts";
import { LADDER_MS, OVER, overId, trialsOf } from "./trials.ts";

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
  const laneMs = reports.reduce((sum, { elapsedMs }) => sum + elapsedMs, 0);
  const busyMs = reports.reduce((sum, report) => sum + report.busyMs, 0);
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
    ...steppedByFigure(reports),
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
      isTimed: true,
      help: "For each lateness the last count of which 95% of the ops were surely in time, and the first of which they were not. Between the two nothing was tried, so a limit that was not asked for is known less closely.",
      head: ["95% within, ms", "Last in time", "First late"],
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

/** The experiment of a real-time configuration. */
export const realTimeExperiment = defineExperiment(realTimeFields, {
  scenarioMeasures: realTimeMeasures,
  targets: [],
  breakdown: null,
  bind: (settings) => ({
    watch: null,
    ...windowed(measurableOf(settings)),
    measures: realTimeMeasuresOf(isLockStep(settings)),
    panels: [
      [
        {
          kind: "response",
          measures: ["p50", "p95", "p99"],
          title: "Latency against agents",
          unit: "ms",
          empty: "Each trial adds a point here: how late ops are with so many agents.",
          limitUs: settings.limitMs * 1_000,
        },
      ],
    ],
    statusHelp: HELD_TEXT,
    fullestSetup: () => null,
    points: [],
    fingerprint: [
      workloadFact(settings),
      asked("placement", settings.placement),
      ...(placements[settings.placement].isBatched ? [asked("precision", settings.precision)] : []),
      asked("topology", settings.topology),
      // What has to be held: another demand is another measure.
      same("rate", `${rateText(settings)} per agent`),
      same("limit", limitText(settings)),
    ],
    rowsOf: (samples) => realTimeRows(settings, realTimeMeasuresOf(isLockStep(settings)), samples),
    paceOf: () => [],
    sentenceOf: (seen) => realTimeSentence(settings, seen),
    notesOf: (seen) => [
      ...bindingNote(settings, seen),
      ...(placements[settings.placement].isBatched ? steppedByNote(seen.samples) : []),
    ],
    gaugeOf(seen) {
      const bracket = bracketOf(settings, seen);
      const value = heldAs(bracket?.holds ?? 0);
      const fails = bracket?.fails ?? null;
      const needed = settings.neededAgents === "any" ? null : settings.neededAgents;
      // That none hold is an answer too, once the search is over and somebody needs some.
      const state = stateOf(settings, seen.samples, seen.on.engineMemory);
      const isOver = state.state !== "asks";
      const isSure = isOver && (state.outcome.state === "confirmed" || state.outcome.state === "none");
      const gauge = {
        unit: "agents",
        value,
        needed,
        ...(fails === null ? {} : { failsFrom: fails }),
        ...(isSure ? {} : { isOpen: true as const }),
      };
      return value > 0 || (isOver && needed !== null) ? gauge : null;
    },
    tablesOf: (seen) => ladderTable(settings, seen),
  }),
});
