// How a search is measured: windows for its throughput, then episodes, whose outcome follows from their seeds alone.
import type { Bench, Cost, Measurable, Taken } from "../../measurement/run/bench.ts";
import type { Figures, Planned } from "../../measurement/run/sample.ts";
import { CONTROL } from "../../measurement/run/control.ts";
import { lossFigures } from "../../measurement/run/window-figures.ts";
import { windowed } from "../../measurement/run/windowed.ts";
import { asked, same } from "../../regression/fact.ts";
import { roundToDigits } from "../../statistics/significant.ts";
import type { Episode } from "../../workloads/search/episode.ts";
import type { Arm } from "../../workloads/search/team.ts";
import type { LaneTask, TaskReport } from "../../workloads/built/tasks.ts";
import { saturatedOrder, seatedSetup } from "../agents/agent-setup.ts";
import { roundFigures } from "../agents/talk-figures.ts";
import { defineExperiment } from "../contract/define-experiment.ts";
import { agreementTable } from "./agreement-table.ts";
import { searchFields, type SearchSettings } from "./fields.ts";
import { searchMeasures } from "./measures.ts";
import { episodeSeeds, planSearch, ROW } from "./plan.ts";
import { searchRows } from "./rows.ts";
import { watchOf } from "./watch.ts";
import { searchSentence } from "./sentence.ts";

/** About what one op of an episode takes, ms, and about how many rounds an episode of three teams lasts, for the estimate. */
const OP_MS = { 5: 0.06, 10: 3 } as const;
const ROUNDS = { 5: 20, 10: 50 } as const;

function choiceOf(settings: SearchSettings) {
  const { gridSize, policyLength, pooling, placement, workers, topology, transport, seed } = settings;
  return {
    workload: "search",
    gridSize,
    policyLength,
    pooling,
    placement,
    workers,
    topology,
    transport,
    seed,
  } as const;
}

/** The episodes of a trial, dealt out to so many lanes. */
function tasksOf(settings: SearchSettings, { at, repeat }: Planned, lanes: number): LaneTask[] {
  const { gridSize, policyLength, topology, pooling, crashPercent } = settings;
  const seeds = episodeSeeds(settings, repeat);
  const common = {
    kind: "episodes",
    gridSize,
    policyLength,
    topology,
    pooling,
    crash: crashPercent / 100,
    agents: at,
  } as const;
  return Array.from({ length: Math.min(lanes, seeds.length) }, (_, lane) => ({
    ...common,
    seeds: seeds.filter((_seed, n) => n % lanes === lane),
    withAgreement: lane === 0,
  }));
}

function stepsOf({ steps }: Episode): number {
  return steps;
}

function entropyOf({ entropy }: Episode): number {
  return entropy;
}

function teamFigures(reports: readonly TaskReport[]): Figures {
  const meanOf = (arm: Arm, value: (episode: Episode) => number): number => {
    const values = reports.flatMap(({ episodes }) => episodes[arm].map(value));
    return roundToDigits(values.reduce((sum, one) => sum + one, 0) / values.length, 5);
  };
  return {
    steps: meanOf("talk", stepsOf),
    "steps-alone": meanOf("alone", stepsOf),
    "steps-oracle": meanOf("oracle", stepsOf),
    found: meanOf("talk", ({ found }) => Number(found)),
    entropy: meanOf("talk", entropyOf),
    "entropy-alone": meanOf("alone", entropyOf),
    "entropy-oracle": meanOf("oracle", entropyOf),
    disagreement: meanOf("talk", ({ disagreement }) => disagreement),
    crashed: meanOf("talk", ({ crashed }) => crashed),
    "rounds-to-agree": reports[0]?.roundsToAgree ?? null,
  };
}

function measurableOf(settings: SearchSettings): Measurable {
  const setupOf = (planned: Planned, machine: Bench["machine"]) => seatedSetup(choiceOf(settings), planned.at, machine);
  const windows = windowed({
    plan: planSearch(settings),
    setupOf,
    orderOf: ({ series }) => saturatedOrder(series === CONTROL ? "free" : "lock-step", settings.windowMs),
    figuresOf: (reports, order) =>
      order.rhythm === "lock-step" ? { ...lossFigures(reports), ...roundFigures(reports) } : {},
  });
  return {
    ...windows,
    costOf(planned, cores): Cost {
      const cost = windows.costOf(planned, cores);
      if (planned.series === CONTROL) return cost;
      const ops = settings.episodes * planned.at * ROUNDS[settings.gridSize];
      return { ...cost, windowMs: cost.windowMs + (ops * OP_MS[settings.gridSize]) / Math.min(cost.lanes, cores) };
    },
    async attempt(planned, bench): Promise<Taken> {
      const taken = await windows.attempt(planned, bench);
      if (taken.state !== "done" || planned.series !== ROW) return taken;
      const lanes = setupOf(planned, bench.machine).shares.length;
      const played = await bench.tasks(tasksOf(settings, planned, lanes));
      if (played.state !== "done") return played;
      return { ...taken, figures: { ...taken.figures, ...teamFigures(played.value) } };
    },
  };
}

const notOneMind = {
  term: "Why talking is not one mind",
  text: "Weights that sum to 1 average what members believe. Once all agree, an observation has counted 1/N, while one mind counts each observation whole. So talking moves the team to where most of it sees the target; it does not make the team as sure as one mind would be.",
};

/** The experiment of a search configuration. */
export const searchExperiment = defineExperiment(searchFields, {
  scenarioMeasures: searchMeasures,
  targets: [],
  breakdown: "What talking costs",
  bind: (settings) => ({
    ...measurableOf(settings),
    measures: searchMeasures,
    panels: [
      [
        {
          kind: "response",
          measures: ["steps", "steps-alone", "steps-oracle"],
          title: "Rounds to find the target",
          unit: "rounds",
          empty: "Each trial adds a point here: how many rounds teams need, talking and in silence.",
          limitUs: null,
        },
      ],
      [
        {
          kind: "response",
          measures: ["entropy", "entropy-alone", "entropy-oracle"],
          title: "What the team does not know yet",
          unit: "nats",
          empty: "Each trial adds a point here: how unsure teams are of where the target is.",
          limitUs: null,
        },
      ],
    ],
    statusHelp: null,
    fullestSetup: (machine) => seatedSetup(choiceOf(settings), Math.max(...settings.agents), machine),
    points: settings.agents.toSorted((a, b) => a - b),
    fingerprint: [
      asked("workload", `search ${settings.gridSize}×${settings.gridSize}, length ${settings.policyLength}`),
      asked("placement", settings.placement),
      asked("topology", settings.topology),
      asked("weights", settings.pooling),
      asked("crashes", `${settings.crashPercent}%`),
      same("episodes", `${settings.episodes} a trial`),
    ],
    rowsOf: searchRows,
    paceOf: () => [],
    sentenceOf: ({ rows }) => searchSentence(settings, rows),
    gaugeOf: () => null,
    tablesOf: ({ rows }) => agreementTable(settings, rows),
    watch: watchOf(settings),
    notesOf: ({ rows }) => (rows.some(({ at }) => at > 1) ? [notOneMind] : []),
  }),
});
