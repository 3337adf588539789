// How a cache is measured: agents with it beside the same agents without, in turn on one worker, for each size.
import { trialSeed } from "../agents/trial-seed.ts";
import { soloSetup } from "../agents/agent-setup.ts";
import { workloadFact } from "../agents/workload-fact.ts";
import { shareAgents } from "../../measurement/lane/placement.ts";
import type { AbOrder } from "../../measurement/lane/ab-window.ts";
import type { TrialSetup } from "../../measurement/lane/lane-host.ts";
import type { Bench, Cost, Measurable, Taken } from "../../measurement/run/bench.ts";
import type { Planned } from "../../measurement/run/sample.ts";
import { shuffled } from "../../measurement/run/schedule.ts";
import { keyOf } from "../../measurement/run/windowed.ts";
import { asked } from "../../regression/fact.ts";
import { certainSpeedUps } from "../contract/speed-ups.ts";
import { defineExperiment } from "../contract/define-experiment.ts";
import { cacheFields, type CacheSettings, roundedTo } from "./fields.ts";
import { cacheFigures } from "./figures.ts";
import { cacheMeasures } from "./measures.ts";
import { cacheRows } from "./rows.ts";
import { cacheSentence } from "./sentence.ts";
import { ROW } from "./series.ts";
import { cacheTables } from "./tables.ts";

/** Long beside the clock's step, and short beside what else a machine does. */
const BLOCK_MS = 10;
const WARM_MS = 100;
/** About what looking at a window afterwards takes: parts are timed, results compared, limits worked out. */
const LOOKED_AT_MS = 350;

function setupOf(settings: CacheSettings): TrialSetup {
  const { agents } = settings;
  return { ...soloSetup(settings), totalAgents: agents, shares: shareAgents(agents, 1) };
}

function planOf({ entries, repeats, seed }: CacheSettings): Planned[] {
  const points = entries.flatMap((at) =>
    Array.from({ length: repeats }, (_, repeat): Planned => ({ series: ROW, at, repeat })),
  );
  return shuffled(points, seed);
}

/** The seed is of the repeat alone, so that all sizes are asked the same. */
function orderOf(settings: CacheSettings, { at, repeat }: Planned): AbOrder {
  const { policy, scope, windowMs, seed } = settings;
  return {
    variation: { kind: "cache", policy, slots: at, scope, roundedTo: roundedTo(settings) },
    seed: trialSeed(seed, { series: ROW, at: 0, repeat }),
    warmMs: WARM_MS,
    durationMs: windowMs,
    blockMs: BLOCK_MS,
  };
}

async function take(settings: CacheSettings, planned: Planned, bench: Bench): Promise<Taken> {
  const prepared = await bench.prepare(setupOf(settings));
  if (prepared.state !== "done") return prepared;
  const warm = await bench.warmUp("free");
  if (warm.state !== "done") return warm;
  const answer = await bench.ab(orderOf(settings, planned));
  if (answer.state !== "done") return answer;
  const [report] = answer.value;
  const figures = report === undefined ? null : cacheFigures(report, settings.agents);
  if (figures === null) return { state: "failed", reason: "The lane did not answer of its cache." };
  return { state: "done", figures: { ...figures, "warmup-blocks": warm.value } };
}

function measurableOf(settings: CacheSettings): Measurable {
  return {
    plan: planOf(settings),
    search: null,
    costOf: (): Cost => ({
      lanes: 1,
      key: keyOf(setupOf(settings)),
      windowMs: WARM_MS + settings.windowMs + LOOKED_AT_MS,
    }),
    attempt: (planned, bench) => take(settings, planned, bench),
  };
}

/** The experiment of a cache configuration. */
export const cacheExperiment = defineExperiment(cacheFields, {
  scenarioMeasures: cacheMeasures,
  targets: [],
  breakdown: "What a request costs",
  bind: (settings) => ({
    ...measurableOf(settings),
    measures: cacheMeasures,
    panels: [
      [
        {
          kind: "response",
          measures: ["hit-rate", "belady", "infinite"],
          title: "What is found",
          unit: "% of requests",
          empty: "Each trial adds a point here: how much a cache of each size finds, and how much it could have found.",
          limitUs: null,
        },
      ],
      [
        {
          kind: "response",
          measures: ["speed-up"],
          title: "Speed with the cache",
          unit: "times that without",
          empty: "Each trial adds a point here: how fast agents are with a cache of each size, beside those without.",
          limitUs: null,
        },
      ],
    ],
    statusHelp:
      "Faster or slower where the whole 95% interval of the speed-up says so, whatever the hit rate; empty where noise could explain either.",
    fullestSetup: () => setupOf(settings),
    points: settings.entries.toSorted((a, b) => a - b),
    fingerprint: [
      workloadFact(settings),
      asked("agents", String(settings.agents)),
      asked("policy", settings.policy),
      asked("caches", settings.scope === "worker" ? "one for all agents" : "one for each agent"),
      asked("keys", settings.rounding),
    ],
    rowsOf: cacheRows,
    paceOf: () => [],
    sentenceOf: ({ rows }) => cacheSentence(settings, rows),
    gaugeOf: () => null,
    tablesOf: ({ rows }) => cacheTables(rows),
    watch: null,
    planInputOf: ({ rows }) => certainSpeedUps(rows),
    notesOf: () => [
      {
        term: "What a key holds",
        text: "A result is taken from the cache where the agent's prior, its observations and the version of its model are those that it was made from. Agents that learn change their model at every step, so nothing of theirs is ever kept.",
      },
    ],
  }),
});
