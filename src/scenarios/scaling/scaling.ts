// The scaling scenario: agents at growing counts, saturated or paced, against one agent alone and against the cores.
import { textOf } from "../../fields/settings.ts";
import { placements } from "../../measurement/lane/placement.ts";
import { usableTransport } from "../../measurement/lane/transport.ts";
import type { WindowReport } from "../../measurement/lane/lane-host.ts";
import type { Figures } from "../../measurement/run/sample.ts";
import { lossFigures } from "../../measurement/run/window-figures.ts";
import { type Windowed, windowed } from "../../measurement/run/windowed.ts";
import { asked, type Fact, same } from "../../regression/fact.ts";
import type { Pace } from "../../scaling/drift.ts";
import { HELD_RATE_TEXT } from "./held-rate.ts";
import { formatCounted } from "../../words/format.ts";
import { rowName } from "../../words/row-name.ts";
import { workloads } from "../../workloads/definitions.ts";
import { pacedOrder, saturatedOrder, seatedSetup, soloSetup } from "../agents/agent-setup.ts";
import { defineScenario } from "../contract/define.ts";
import { agentsAxis } from "../agents/agents-axis.ts";
import { latencyFigures } from "../agents/latency-measures.ts";
import { byPoint, valuesOf } from "../contract/rows.ts";
import type { Scenario } from "../contract/scenario.ts";
import { pacedPanels, saturatedPanels } from "./charts.ts";
import { scalingDefaults, scalingFields, type ScalingSettings } from "./fields.ts";
import { judgedByText } from "./judged-by.ts";
import { allScalingMeasures, scalingMeasures } from "./measures.ts";
import { isLockStep, planScaling, SERIES } from "./plan.ts";
import { scalingRows } from "./rows.ts";
import { realTimeCapacity, scalingSentence } from "./sentence.ts";

/** What a round carried, exactly: the same in every round. */
function roundFigures(reports: readonly WindowReport[]): Figures {
  const rounds = Math.max(1, ...reports.map((report) => report.rounds));
  const perRound = (of: (report: WindowReport) => number) =>
    reports.reduce((sum, report) => sum + of(report), 0) / rounds;
  return {
    messages: perRound((report) => report.messagesRead),
    "carried-bytes": perRound((report) => report.bytesCarried),
  };
}

function measurableOf(settings: ScalingSettings): Windowed {
  const { windowMs, opsPerSecondPerAgent } = settings;
  return {
    plan: planScaling(settings),
    setupOf: ({ series, at }, machine) =>
      series === SERIES.solo ? soloSetup(settings) : seatedSetup(settings, at, machine),
    orderOf({ series }) {
      const rhythm = series === SERIES.row && isLockStep(settings) ? "lock-step" : "free";
      return settings.pacing === "paced"
        ? pacedOrder(rhythm, windowMs, opsPerSecondPerAgent)
        : saturatedOrder(rhythm, windowMs);
    },
    figuresOf: (reports, order) => ({
      ...latencyFigures(reports, order),
      ...(order.rhythm === "lock-step" ? { ...lossFigures(reports), ...roundFigures(reports) } : {}),
    }),
  };
}

function pacingText(settings: ScalingSettings): string {
  if (settings.pacing === "saturated") return settings.pacing;
  return `paced at ${textOf(scalingFields, settings, "opsPerSecondPerAgent")} op/s`;
}

function factsOf(settings: ScalingSettings): Fact[] {
  const { workload, placement, topology, pacing } = settings;
  return [
    asked("workload", workloads[workload].titleOf(settings)),
    asked("placement", placement),
    asked("topology", topology),
    // What is offered decides what throughput, efficiency and latency mean.
    same("pacing", pacing === "paced" ? `${pacingText(settings)} per agent` : pacing),
  ];
}

/** Solo repeat modulo 3 tells the place. */
function placeOf(repeat: number): Pace["place"] {
  const place = repeat % 3;
  return place === 0 || place === 1 ? place : 2;
}

/** Fields that change nothing among the others are not shown. */
function shownFieldsOf(settings: ScalingSettings): string[] {
  const shown = new Set<string>(workloads[settings.workload].settings);
  const isHidden: Readonly<Record<string, boolean>> = {
    gridSize: !shown.has("gridSize"),
    policyLength: !shown.has("policyLength"),
    transport: !isLockStep(settings),
    opsPerSecondPerAgent: settings.pacing !== "paced",
    workers: !placements[settings.placement].usesPool,
  };
  return Object.keys(scalingFields).filter((name) => isHidden[name] !== true);
}

const seriesWords: Readonly<Record<string, string>> = {
  [SERIES.control]: ", control without messages",
  [SERIES.solo]: " alone on one worker",
};

const realTimeNote =
  "the largest count that holds at least 99% of its offered rate with p95 latency of at most 10 ms. The published document says “under 10 ms at 15–20 agents”, which its own mean inference time of 50 ms contradicts.";

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
      label: "How do they scale?",
      heading: "How do agents scale on this machine?",
      answer: "More and more agents that do not speak, as fast as they can: what the cores give.",
      settings: { placement: "pool", topology: "none", pacing: "saturated" },
    },
    {
      name: "coordination",
      label: "Does talking cost?",
      heading: "What does talking cost agents on this machine?",
      answer: "Every agent hears every other each round, beside the same agents in silence.",
      settings: { placement: "pool", topology: "all-to-all", pacing: "saturated" },
    },
    {
      name: "single-lane",
      label: "What would an interpreter lock do?",
      heading: "What would an interpreter lock do to agents on this machine?",
      answer: "All agents take turns on one worker, as threads under the GIL of one Python interpreter do.",
      settings: { placement: "single-lane", topology: "none", pacing: "saturated" },
    },
    {
      name: "paced",
      label: "As in the published document",
      heading: "Do agents hold the published 20 op/s on this machine?",
      answer: "Each agent is offered the published 20 op/s: how much of it is achieved, and how late.",
      settings: { placement: "pool", topology: "none", pacing: "paced", opsPerSecondPerAgent: 20 },
    },
  ],
  measures: allScalingMeasures,
  targets: [],
  pointName: ({ series, at }) => `${rowName(at)}${seriesWords[series] ?? ""}`,
  breakdown: "What hearing each other costs",
  bind: (settings) => ({
    ...windowed(measurableOf(settings)),
    refusal: placements[settings.placement].refusalOf(Math.max(...settings.agents)),
    measures: scalingMeasures(settings),
    panels: settings.pacing === "paced" ? pacedPanels : saturatedPanels,
    statusHelp: settings.pacing === "paced" ? HELD_RATE_TEXT : judgedByText(settings),
    shownFields: shownFieldsOf(settings),
    fixedOn({ canShareMemory }) {
      const transport = usableTransport(settings.transport, canShareMemory);
      return transport === settings.transport ? {} : { transport };
    },
    fullestSetup: (machine) => seatedSetup(settings, Math.max(...settings.agents), machine),
    points: settings.agents.toSorted((a, b) => a - b),
    name: [
      settings.workload,
      settings.placement,
      settings.topology,
      ...(settings.pacing === "paced" ? ["paced"] : []),
    ].join(", "),
    description: [
      workloads[settings.workload].titleOf(settings),
      settings.placement,
      settings.topology,
      pacingText(settings),
    ].join(" · "),
    fingerprint: factsOf(settings),
    rowsOf: (samples, on, live) => scalingRows(settings, samples, on, live),
    paceOf: (samples) =>
      (byPoint(samples, SERIES.solo).get(1) ?? []).flatMap((sample) =>
        valuesOf([sample], "throughput").map((opsPerSecond) => ({ place: placeOf(sample.repeat), opsPerSecond })),
      ),
    sentenceOf: ({ rows, on }) => scalingSentence(settings, rows, on),
    gaugeOf: () => null,
    tablesOf: () => [],
    notesOf: ({ rows }) =>
      settings.pacing === "paced"
        ? [{ term: "Real-time capacity", text: `${formatCounted(realTimeCapacity(rows), "agent")}: ${realTimeNote}` }]
        : [],
  }),
});
