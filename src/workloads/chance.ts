// The randomness of environments: a seeded generator and draws from a model's likelihood.
import { uniformFloat64 } from "pure-rand/distribution/uniformFloat64";
import { xoroshiro128plus } from "pure-rand/generator/xoroshiro128plus";
import type { Random } from "../inference/act.ts";
import type { Likelihood } from "../inference/likelihood.ts";

/** How many first outputs to drop: nearby seeds give nearby ones. */
const DISCARDED = 16;

function seededGenerator(seed: number): ReturnType<typeof xoroshiro128plus> {
  const generator = xoroshiro128plus(Math.imul(seed, 0x9e3779b1));
  for (let i = 0; i < DISCARDED; i += 1) generator.next();
  return generator;
}

/** Uniform numbers in [0, 1) with 53 bits, the same for the same 32-bit seed. */
export function seededRandom(seed: number): Random {
  const generator = seededGenerator(seed);
  return () => uniformFloat64(generator);
}

/** The same numbers, with the four words that the generator then stands at: high and low word of each half. */
export function steppedRandom(seed: number): { readonly random: Random; readonly words: () => readonly number[] } {
  const generator = seededGenerator(seed);
  return { random: () => uniformFloat64(generator), words: () => generator.getState() };
}

/** An outcome of one modality in joint state `state`, drawn with one uniform number in [0, 1). */
export function drawOutcome(likelihood: Likelihood, state: number, uniform: number): number {
  const { columnStart, outcome, value } = likelihood;
  const end = columnStart[state + 1] ?? 0;
  let last = 0;
  let cumulative = 0;
  for (let entry = columnStart[state] ?? 0; entry < end; entry += 1) {
    last = outcome[entry] ?? 0;
    cumulative += value[entry] ?? 0;
    if (uniform < cumulative) return last;
  }
  return last;
}
