// The seed of one trial: what is drawn in it differs from trial to trial, and is the same whenever the run is repeated.
import type { Planned } from "../../measurement/run/sample.ts";

/** @param seed the run's */
export function trialSeed(seed: number, { at, repeat }: Planned): number {
  return (Math.imul(seed + 1, 0x2c1b3c6d) + Math.imul(repeat + 1, 0x297a2d39) + at) | 0;
}
