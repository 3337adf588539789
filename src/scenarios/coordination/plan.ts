// The order of a coordination run: blocks of one team size and placement, each with its control among them, and messages alone between.
import type { Planned } from "../../measurement/run/sample.ts";
import { shuffled } from "../../measurement/run/schedule.ts";
import { type Combination, combinationsOf, pointOf, type Ticked } from "./cells.ts";
import { type CoordinationSettings, tickedOf } from "./fields.ts";
import { MESSAGE_SERIES, PUBLISH, ROW, SOLO } from "./series.ts";

type Point = Omit<Planned, "repeat">;

/** Bytes of a message: 8, then powers of four to 64 kB. */
export const MESSAGE_BYTES: readonly number[] = [8, 64, 256, 1_024, 4_096, 16_384, 65_536];
/** Fewer sizes between ops, where a line is all that is asked for. */
const CARRIED_BYTES: readonly number[] = [8, 256, 1_024, 16_384, 65_536];
/** How many workers meet at a barrier, and talk all-to-all. */
const WORKERS: readonly number[] = [2, 4, 8];

/** Every row of the run. */
export function pointsOf(ticked: Ticked): number[] {
  const combinations = combinationsOf(ticked);
  return ticked.agents
    .flatMap((agents) => combinations.map((combination) => pointOf({ agents, ...combination })))
    .sort((a, b) => a - b);
}

/** Whether a placement's agents carry anything to each other. */
function carries({ transport }: Combination): boolean {
  return transport !== null;
}

function pointsIn(series: string, points: readonly number[]): Point[] {
  return points.map((at) => ({ series, at }));
}

/** One repeat of all that is measured of messages alone. */
function messagePoints(ticked: Ticked): Point[] {
  if (!combinationsOf(ticked).some(carries)) return [];
  return [
    ...pointsIn(PUBLISH, CARRIED_BYTES),
    ...ticked.transports.flatMap((transport) => {
      const { sizes, carry, barrier, everybody } = MESSAGE_SERIES[transport];
      return [
        ...pointsIn(sizes, MESSAGE_BYTES),
        ...pointsIn(carry, CARRIED_BYTES),
        ...pointsIn(barrier, WORKERS),
        ...pointsIn(everybody, WORKERS),
      ];
    }),
  ];
}

/** One repeat of one team size on one placement: every topology and transport, and the control. */
function blocksOf(ticked: Ticked, repeats: number): Planned[][] {
  const combinations = combinationsOf(ticked);
  return ticked.placements.flatMap((placement) => {
    const own = combinations.filter((combination) => combination.placement === placement);
    return ticked.agents.flatMap((agents) =>
      Array.from({ length: repeats }, (_, repeat) =>
        own.map((combination): Planned => ({ series: ROW, at: pointOf({ agents, ...combination }), repeat })),
      ),
    );
  });
}

/**
 * All points of a run in order. Blocks come in an order of chance, and what is in one too, so that a slow moment touches all of it
 * alike. Lone agents and messages alone are measured at start, middle and end, messages up to three times.
 */
export function planCoordination(settings: CoordinationSettings): Planned[] {
  const { repeats, seed } = settings;
  const ticked = tickedOf(settings);
  const rows = shuffled(blocksOf(ticked, repeats), seed).map((block, n) => shuffled(block, seed + n + 1));
  const solosPerPlace = Math.ceil(repeats / 3);
  const solos = (place: number): Planned[] =>
    Array.from({ length: solosPerPlace }, (_, i) => ({ series: SOLO, at: 1, repeat: i * 3 + place }));
  const once = messagePoints(ticked);
  const messages = (place: number): Planned[] =>
    place < repeats ? shuffled(once, seed + place).map((point) => ({ ...point, repeat: place })) : [];
  const middle = Math.ceil(rows.length / 2);
  return [
    ...solos(0),
    ...messages(0),
    ...rows.slice(0, middle).flat(),
    ...solos(1),
    ...messages(1),
    ...rows.slice(middle).flat(),
    ...messages(2),
    ...solos(2),
  ];
}
