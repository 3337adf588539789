// The axes of charts: when they are logarithmic, where their ticks are, how those are written and how much room they take.
import { formatCompact, formatComputed } from "../../words/format.ts";

/** Points further apart than this crowd at the left of a linear axis. */
export const ACROSS_LINEAR_MOST = 10;
/** Series further apart than this leave the lower ones a flat line at the foot of a linear axis. */
export const UP_LINEAR_MOST = 20;

/** From here on ticks are written in short: in full they would take the drawing's room. */
const COMPACT_FROM = 1e7;

/** How ticks are written. @param most the largest value that is drawn */
export function tickFormat(most: number): (value: number) => string {
  return most < COMPACT_FROM ? formatComputed : formatCompact;
}

const EFFICIENCY_STEP = 0.25;

/** Ticks from 0 to 100 %, and on in the same steps where a value lies above. @param most largest share that is drawn */
export function efficiencyTicks(most: number): number[] {
  const steps = Math.max(4, Math.ceil(most / EFFICIENCY_STEP - 1e-9));
  const every = Math.ceil(steps / 8);
  return Array.from({ length: Math.ceil(steps / every) + 1 }, (_, step) => step * every * EFFICIENCY_STEP);
}

/** Up to so many agent counts are ticks themselves; labels that would touch are left out by the chart. */
const COUNTS_AS_TICKS_MOST = 60;
const LINEAR_STEPS_MOST = 10;

/** 1, 2, 5, 10, 20, 50 … up to a limit. */
function roundNumbers(most: number): number[] {
  const numbers: number[] = [];
  for (let power = 1; power <= most; power *= 10) numbers.push(power, 2 * power, 5 * power);
  return numbers.filter((number) => number <= most);
}

/**
 * Ticks of the agents axis: the counts themselves, or round numbers where there are too many counts.
 * @param counts ascending
 */
export function agentTicks(counts: readonly number[], logarithmic: boolean): readonly number[] {
  if (counts.length <= COUNTS_AS_TICKS_MOST) return counts;
  const least = counts[0] ?? 1;
  const most = counts.at(-1) ?? 1;
  if (logarithmic) return roundNumbers(most).filter((number) => number >= least);
  const step = roundNumbers(most).find((number) => most / number <= LINEAR_STEPS_MOST) ?? most;
  return Array.from({ length: Math.floor(most / step) + 1 }, (_, n) => n * step);
}

/** What stands under an axis: distances on a logarithmic one mean something else, so that it is said. */
export function axisTitle(label: string, logarithmic: boolean): string {
  return logarithmic ? `${label}, logarithmic` : label;
}

const AXIS_WIDTH_LEAST = 56;
/** A digit of the 13 px labels, and what tick mark and margin take, px. */
const DIGIT_WIDTH = 8.1;
const TICK_ROOM = 14;

/** Room for the labels of a vertical axis, px. @param most largest value that is drawn; the last tick lies at or little above it */
export function axisWidth(most: number, format: (value: number) => string): number {
  const longest = Math.max(format(most).length, format(most * 1.25).length);
  return Math.max(AXIS_WIDTH_LEAST, Math.ceil(longest * DIGIT_WIDTH) + TICK_ROOM);
}

const LINEAR_TICKS = 4;

/** Ticks of a linear axis from 0 on, in steps of 1, 2, 2.5 or 5 times a power of ten, to one at or above what is drawn; none for 0. */
export function linearTicks(most: number): number[] {
  if (!(most > 0 && Number.isFinite(most))) return [];
  const least = most / LINEAR_TICKS;
  const power = 10 ** Math.floor(Math.log10(least));
  const step = ([1, 2, 2.5, 5].find((digit) => digit * power >= least * (1 - 1e-9)) ?? 10) * power;
  return Array.from({ length: Math.ceil(most / step - 1e-9) + 1 }, (_, n) => Number((n * step).toPrecision(12)));
}

/**
 * Ticks of a logarithmic axis: powers of ten, with 2 and 5 between them where it spans under two decades, and with 5 times the last
 * power where that is drawn. None where such an axis has no such ends, as at 0.
 */
export function logTicks(least: number, most: number): number[] {
  if (!(least > 0 && Number.isFinite(most))) return [];
  const digits = most / least < 100 ? [1, 2, 5] : [1];
  const ticks: number[] = [];
  for (let power = Math.floor(Math.log10(least)); 10 ** power <= most; power += 1) {
    for (const digit of digits) ticks.push(Number(`${digit}e${power}`));
  }
  // Twice a power of ten would crowd its label out.
  const above = Number(`5e${Math.floor(Math.log10(most))}`);
  if (digits.length === 1) ticks.push(above);
  const inside = ticks.filter((tick) => tick >= least && tick <= most);
  return inside.length > 1 ? inside : [...new Set([least, most])];
}

/** Which digits of each power of ten are ticks, from few to many. */
const LOG_DIGITS = [[1], [1, 3], [1, 2, 5], [1, 2, 3, 5, 7]] as const;

/** Multiples of a round step between two ends, at most so many. */
export function evenTicks(least: number, most: number, ticksMost: number): number[] {
  const wanted = (most - least) / Math.max(1, ticksMost - 1);
  const power = 10 ** Math.floor(Math.log10(wanted));
  const step = ([1, 2, 2.5, 5].find((digit) => digit * power >= wanted * (1 - 1e-9)) ?? 10) * power;
  const first = Math.ceil(least / step - 1e-9);
  const count = Math.floor(most / step + 1e-9) - first + 1;
  return Array.from({ length: Math.max(0, count) }, (_, n) => Number(((first + n) * step).toPrecision(12)));
}

/**
 * Ticks of a logarithmic axis, as many round ones as there is room for: powers of ten with more or fewer digits between them, even
 * steps where it spans too little for those, and its ends where nothing round lies between them.
 * @param least above 0 @param ticksMost two at least
 */
export function roomyLogTicks(least: number, most: number, ticksMost: number): number[] {
  if (!(least > 0 && Number.isFinite(most) && most > least)) return [];
  const first = Math.floor(Math.log10(least));
  const powers = Array.from({ length: Math.ceil(Math.log10(most)) - first + 1 }, (_, n) => first + n);
  const inside = LOG_DIGITS.map((digits) =>
    powers
      .flatMap((power) => digits.map((digit) => Number(`${digit}e${power}`)))
      .filter((tick) => tick >= least && tick <= most),
  );
  const fitting = inside.findLast(({ length }) => length <= ticksMost) ?? [];
  if (fitting.length >= 3) return fitting;
  const finer = inside.find(({ length }) => length > ticksMost) ?? [];
  const every = Math.ceil(finer.length / ticksMost);
  const others = [
    fitting,
    finer.filter((_, n) => n % every === 0),
    // Even steps crowd on the right, unless the axis spans little.
    ...(most / least < 10 ? [evenTicks(least, most, ticksMost)] : []),
  ];
  const ticks = others.reduce((longest, one) => (one.length > longest.length ? one : longest));
  return ticks.length >= 2 ? ticks : [least, most];
}
