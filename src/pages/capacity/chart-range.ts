// What the chart of memory against agents shows: the reach of its axes, its points and its guideline zones.
import { budgetMB, memoryFor, mostAgents, READINGS, type Reading } from "../../capacity/memory/memory.ts";
import { guidelineAgentsMost } from "../../capacity/memory/guidelines.ts";
import { publishedGuidelines } from "../../capacity/memory/published.ts";
import { budgetOf, constantsOf, type CalculatorSettings } from "../../capacity/memory/calculator-settings.ts";

interface ChartPoint {
  readonly agents: number;
  /** Memory in MB by the chosen reading, and by the other one. */
  readonly chosen: number;
  readonly other: number;
}

interface Zone {
  readonly label: string;
  /** For inside the chart; empty where the zone is too narrow for it. */
  readonly shortLabel: string;
  readonly from: number;
  readonly to: number;
}

export interface ChartRange {
  readonly agentsMost: number;
  readonly points: readonly ChartPoint[];
  readonly zones: readonly Zone[];
  /** The budget in MB; null where it is far above the memory of all agents shown. */
  readonly budgetMB: number | null;
  /** Round steps from 0 to the end of each axis. */
  readonly agentTicks: readonly number[];
  readonly memoryTicks: readonly number[];
}

const SHOWN_LEAST = 50;

const shortLabels = { development: "dev", testing: "test", production: "prod" } as const;
/** A zone that is a smaller share of the axis has no room for its label. */
const LABELLED_FROM = 0.05;

/** Below this end whole steps would be too few. */
const WHOLE_FROM = 5;

/** Round steps of what is not counted, such as op/s: 0.0052 → 0, 0.001, 0.002 … 0.006. */
export function rateTicksTo(end: number): readonly number[] {
  // Whole steps made small by one division are the nearest numbers there are; sums of small steps would not be.
  const shift = end > 0 && end < WHOLE_FROM ? 10 ** (2 - Math.floor(Math.log10(end))) : 1;
  return ticksTo(end * shift).map((tick) => tick / shift);
}

/** Round whole steps that reach at least to `end` in about five of them: 52 → 0, 10, 20 … 60. */
export function ticksTo(end: number): readonly number[] {
  const power = 10 ** Math.floor(Math.log10(end / 5));
  const step = ([1, 2, 2.5, 5].find((factor) => factor * power >= (end / 6) * (1 - 1e-9)) ?? 10) * power;
  const round = power < 10 ? Math.ceil(step) : step;
  return Array.from({ length: Math.ceil(end / round - 1e-9) + 1 }, (_, n) => n * round);
}

function otherReading(reading: Reading): Reading {
  return READINGS.find((known) => known !== reading) ?? reading;
}

/** The chart reaches to the chosen agents, and to those that the budget holds where that is not far beyond them. */
export function chartRange(settings: CalculatorSettings): ChartRange {
  const constants = constantsOf(settings);
  const most = mostAgents(budgetOf(settings), constants, settings.reading);
  const wanted = Math.max(SHOWN_LEAST, settings.agents * 1.15);
  const held = most.state === "fits" ? most.agents * 1.1 : 0;
  const agentTicks = ticksTo(held <= wanted * 4 ? Math.max(wanted, held) : wanted);
  const agentsMost = agentTicks.at(-1) ?? SHOWN_LEAST;
  const other = otherReading(settings.reading);
  const points = Array.from({ length: 11 }, (_, n) => Math.round((agentsMost * n) / 10)).map((agents) => ({
    agents,
    chosen: memoryFor(agents, constants, settings.reading).totalMB,
    other: memoryFor(agents, constants, other).totalMB,
  }));
  const highest = Math.max(...points.map(({ chosen, other: alternative }) => Math.max(chosen, alternative)));
  const limit = budgetMB(budgetOf(settings));
  const named = publishedGuidelines.map(({ environment, from, to }) => ({
    label: environment,
    shortLabel: (to - from) / agentsMost < LABELLED_FROM ? "" : shortLabels[environment],
    from,
    to,
  }));
  const beyond = {
    label: "several processes",
    shortLabel: "several processes",
    from: guidelineAgentsMost,
    to: agentsMost,
  };
  const isDrawn = limit <= highest * 1.1;
  return {
    agentsMost,
    points,
    zones: [...named, beyond],
    budgetMB: isDrawn ? limit : null,
    agentTicks,
    memoryTicks: ticksTo(Math.max(highest, isDrawn ? limit * 1.02 : 0)),
  };
}
