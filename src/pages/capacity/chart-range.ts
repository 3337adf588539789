// Owns what the chart of memory against agents shows: how far its axes reach, its points and its guideline zones.
import { budgetMB, memoryFor, mostAgents, READINGS, type Reading } from "../../capacity/memory.ts";
import { publishedGuidelines } from "../../capacity/published.ts";
import { budgetOf, constantsOf, type Settings } from "../../capacity/settings.ts";

export interface ChartPoint {
  readonly agents: number;
  /** Memory in MB by the chosen reading, and by the other one. */
  readonly chosen: number;
  readonly other: number;
}

export interface Zone {
  readonly label: string;
  readonly from: number;
  readonly to: number;
}

export interface ChartRange {
  readonly agentsMost: number;
  readonly points: readonly ChartPoint[];
  readonly zones: readonly Zone[];
  /** The budget in MB; null where it lies above what the agents shown can need. */
  readonly budgetMB: number | null;
  readonly topMB: number;
}

const SHOWN_LEAST = 50;

/** The next of 10, 20, 50, 100 … at or above a value, in steps that give round ticks. */
function roundAbove(value: number): number {
  const power = 10 ** Math.floor(Math.log10(value));
  const steps = [1, 1.2, 1.5, 2, 2.5, 3, 4, 5, 6, 8, 10];
  return Math.round((steps.find((step) => step * power >= value * (1 - 1e-9)) ?? 10) * power);
}

function otherReading(reading: Reading): Reading {
  return READINGS.find((known) => known !== reading) ?? reading;
}

/** The chart reaches to the agents chosen, and to what the budget holds where that is not far beyond them. */
export function chartRange(settings: Settings): ChartRange {
  const constants = constantsOf(settings);
  const most = mostAgents(budgetOf(settings), constants, settings.reading);
  const wanted = Math.max(SHOWN_LEAST, settings.agents * 1.15);
  const held = most.state === "fits" ? most.agents * 1.1 : 0;
  const agentsMost = roundAbove(held <= wanted * 4 ? Math.max(wanted, held) : wanted);
  const other = otherReading(settings.reading);
  const points = Array.from({ length: 11 }, (_, n) => Math.round((agentsMost * n) / 10)).map((agents) => ({
    agents,
    chosen: memoryFor(agents, constants, settings.reading).totalMB,
    other: memoryFor(agents, constants, other).totalMB,
  }));
  const highest = Math.max(...points.map(({ chosen, other: alternative }) => Math.max(chosen, alternative)));
  const limit = budgetMB(budgetOf(settings));
  const zones = [
    ...publishedGuidelines.map(({ environment, from, to }) => ({ label: environment, from, to })),
    { label: "several processes", from: publishedGuidelines[2].to, to: agentsMost },
  ];
  return {
    agentsMost,
    points,
    zones,
    budgetMB: limit <= highest * 1.05 ? limit : null,
    topMB: highest * 1.08,
  };
}
