// The single-agent scenario: how fast one agent is alone on one worker, and whether it keeps the published targets.
import { textOf } from "../../fields/settings.ts";
import { latencyBuckets, meanUs } from "../../measurement/run/window-figures.ts";
import { type Windowed, windowed } from "../../measurement/run/windowed.ts";
import { asked, same } from "../../regression/fact.ts";
import type { Pace } from "../../scaling/drift.ts";
import { formatMeasured } from "../../words/format.ts";
import { workloads } from "../../workloads/definitions.ts";
import { pacedOrder, saturatedOrder, soloSetup } from "../agents/agent-setup.ts";
import { defineScenario } from "../contract/define.ts";
import { latencyFigures } from "../agents/latency-measures.ts";
import { byPoint, middleOf, valuesOf } from "../contract/rows.ts";
import type { Scenario, Seen } from "../contract/scenario.ts";
import { outcomeOf } from "../contract/target.ts";
import { singleAgentDefaults, singleAgentFields, type SingleAgentSettings } from "./fields.ts";
import { furtherPercentiles, singleAgentMeasures } from "./measures.ts";
import { planSingleAgent, ROW, SATURATED } from "./plan.ts";
import { singleAgentRows } from "./rows.ts";
import { singleAgentTargets } from "./targets.ts";

function measurableOf(settings: SingleAgentSettings): Windowed {
  return {
    plan: planSingleAgent(settings),
    setupOf: () => soloSetup(settings),
    orderOf: ({ at }) =>
      at === SATURATED
        ? saturatedOrder("free", settings.windowMs)
        : pacedOrder("free", settings.windowMs, settings.opsPerSecond),
    figuresOf: (reports, order) => ({
      mean: meanUs(reports, "latencyCounts"),
      ...latencyFigures(reports, order, furtherPercentiles),
    }),
    distributionsOf: (reports) => ({ latency: latencyBuckets(reports) }),
  };
}

function pointName(at: number): string {
  return at === SATURATED ? "as fast as it can" : `at ${formatMeasured(at)} op/s`;
}

/** The pace is taken from the windows that run as fast as they can, whose repeats lie in order of time. */
function placeOf(repeat: number, repeats: number): Pace["place"] {
  const third = Math.floor((repeat * 3) / repeats);
  return third === 0 || third === 1 ? third : 2;
}

function sentenceOf({ rows }: Seen): string | null {
  const row = rows.find(({ at }) => at === SATURATED);
  const throughput = row === undefined ? null : middleOf(row, "throughput");
  if (throughput === null) return null;
  const outcomes = singleAgentTargets.map((target) => outcomeOf(target, rows));
  const count = (state: string) => outcomes.filter(({ verdict }) => verdict.state === state).length;
  const [met, missed, unknown] = [count("met"), count("missed"), count("not measurable")];
  const times = throughput / 20;
  const others = [
    ...(missed === 0 ? [] : [`${missed} ${missed === 1 ? "is" : "are"} missed`]),
    ...(unknown === 0 ? [] : [`${unknown} ${unknown === 1 ? "is" : "are"} not measurable here`]),
  ];
  const targets = [`It meets ${met} of ${outcomes.length} published targets`, ...others].join("; ");
  return `One agent does ${formatMeasured(throughput)} op/s on one worker, ${formatMeasured(times)} times the published 20 op/s. ${targets}.`;
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
      label: "How fast is one?",
      answer: "One agent on one worker: op/s, latency and memory, held against the published targets.",
      settings: {},
    },
  ],
  measures: singleAgentMeasures,
  targets: singleAgentTargets,
  pointName: ({ at }) => `one agent ${pointName(at)}`,
  breakdown: null,
  bind: (settings) => {
    const title = workloads[settings.workload].titleOf(settings);
    const rate = textOf(singleAgentFields, settings, "opsPerSecond");
    const usedByWorkload = new Set<string>(workloads[settings.workload].settings);
    const isShown = (name: string) => (name !== "gridSize" && name !== "policyLength") || usedByWorkload.has(name);
    return {
      ...windowed(measurableOf(settings)),
      refusal: null,
      measures: singleAgentMeasures,
      panels: [[{ kind: "distribution", of: "latency", title: "Latency of single ops" }]],
      shownFields: Object.keys(singleAgentFields).filter(isShown),
      fixedOn: () => ({}),
      fullestSetup: () => soloSetup(settings),
      statusHelp: null,
      points: [SATURATED, settings.opsPerSecond],
      name: `one agent, ${settings.workload}`,
      description: [`one agent`, title, `as fast as it can and at ${rate} op/s`].join(" · "),
      fingerprint: [asked("workload", title), same("rate", `${rate} op/s`)],
      rowsOf: singleAgentRows,
      paceOf: (samples) =>
        (byPoint(samples, ROW).get(SATURATED) ?? []).flatMap((sample) =>
          valuesOf([sample], "throughput").map((opsPerSecond) => ({
            place: placeOf(sample.repeat, settings.repeats),
            opsPerSecond,
          })),
        ),
      sentenceOf,
      notesOf: () => [],
      gaugeOf: () => null,
      tablesOf: () => [],
    };
  },
});
