// Numbers that are hard for ln and e^x, and how far the kernel's are from a reference: for tests, and for a command that tries many more.
import type { Random } from "../act.ts";
import { EPSILON } from "../numerics.ts";

/** What is compared: the kernel's function on an array in place, and the reference as a pair of floats. */
export interface Comparison {
  readonly kernel: (numbers: Float64Array) => void;
  readonly reference: (x: number) => readonly [high: number, low: number];
}

interface Worst {
  readonly x: number;
  readonly error: number;
}

const words = new DataView(new ArrayBuffer(8));

/** The float so many steps above or below. */
export function neighbour(x: number, steps: number): number {
  words.setFloat64(0, x);
  words.setBigInt64(0, words.getBigInt64(0) + BigInt(x < 0 ? -steps : steps));
  return words.getFloat64(0);
}

/** Relative errors of all numbers, the largest ones first, at most `keep` of them. */
function worstOf({ kernel, reference }: Comparison, numbers: Float64Array, keep: number): readonly Worst[] {
  const found = numbers.slice();
  kernel(found);
  const worst: Worst[] = [];
  let least = 0;
  for (const [i, x] of numbers.entries()) {
    const [high, low] = reference(x);
    const difference = (found[i] ?? Number.NaN) - high - low;
    const error = high === 0 ? Math.abs(difference) : Math.abs(difference / high);
    if (error <= least && worst.length >= keep) continue;
    worst.push({ x, error: Number.isNaN(error) ? Infinity : error });
    if (worst.length < 4 * keep) continue;
    worst.sort((a, b) => b.error - a.error).splice(keep);
    least = worst.at(-1)?.error ?? 0;
  }
  return worst.sort((a, b) => b.error - a.error).slice(0, keep);
}

/** The worst numbers and their neighbours, round by round, as long as one is found that is worse. */
export function searchedWorst(comparison: Comparison, numbers: Float64Array, keep: number): readonly Worst[] {
  let worst = worstOf(comparison, numbers, keep);
  for (let round = 0; round < 20; round += 1) {
    const near = worst.flatMap(({ x }) => [-5, -3, -2, -1, 0, 1, 2, 3, 5].map((steps) => neighbour(x, steps)));
    const better = worstOf(comparison, Float64Array.from(near), keep);
    if ((better[0]?.error ?? 0) <= (worst[0]?.error ?? 0)) break;
    worst = better;
  }
  return worst;
}

/** Arguments of ln as planning has them, x + ε: evenly in the exponent, around 1, around ε, of 0, −0 and the smallest floats. */
export function hardForLogarithm(random: Random, count: number): Float64Array {
  const special = [
    0,
    -0,
    5e-324,
    2 ** -1074,
    2 ** -1022,
    1e-300,
    EPSILON,
    1,
    1 - 2 ** -53,
    1 + 2 ** -52,
    Math.SQRT1_2,
    Math.SQRT2,
  ];
  return Float64Array.from({ length: count }, (_, i) => {
    const u = random();
    if (i < special.length) return (special[i] ?? 0) + EPSILON;
    switch (i % 5) {
      case 0:
        return 2 ** (-53 + 54 * u);
      case 1:
        return neighbour(1, Math.floor((u - 0.5) * 2 ** 10));
      case 2:
        return 1 + (u - 0.5) * 2 ** -Math.floor(40 * random());
      case 3:
        return EPSILON + EPSILON * 2 ** (-60 + 120 * random()) * u;
      default:
        return Math.max(u, EPSILON);
    }
  });
}

/** Arguments of e^x as policies have them, down to where the kernel takes it as 0. */
export function hardForExponential(random: Random, count: number): Float64Array {
  const special = [0, -0, -5e-324, -1e-16, -Math.LN2 / 2, -Math.LN2, -708, neighbour(-708, 1)];
  return Float64Array.from({ length: count }, (_, i) => {
    const u = random();
    if (i < special.length) return special[i] ?? 0;
    if (i % 4 === 0) return -708 * u;
    if (i % 4 === 1) return -(2 ** (-60 * u));
    // Near the middle between two powers of two, where the rest is largest.
    if (i % 4 === 2) return -(Math.floor(1000 * u) + 0.5) * Math.LN2 + (random() - 0.5) * 1e-9;
    return -40 * u;
  });
}
