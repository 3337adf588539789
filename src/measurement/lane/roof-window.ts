// A window of a roofline probe: what this lane does of arithmetic, or streams of memory, while the others do the same.
import type { Precision } from "../../inference/kernel/precision.ts";
import type { PlacedProbe, RoofProbe } from "../../inference/kernel/roof-probes.ts";
import { type LaneClock, spinUntil } from "./lane-clock.ts";

export interface RoofOrder {
  readonly probe: RoofProbe;
  readonly precision: Precision;
  /** What a triad streams over, on each lane. */
  readonly bytes: number;
  readonly durationMs: number;
}

/** @returns flops or bytes per second, over whole calls */
export function runRoof(probe: PlacedProbe, startAtMs: number, durationMs: number, clock: LaneClock): number {
  const endMs = startAtMs + durationMs;
  spinUntil(clock, startAtMs);
  let now = startAtMs;
  let calls = 0;
  while (now < endMs) {
    probe.run();
    calls += 1;
    now = clock.now();
  }
  return (calls * probe.amount * 1_000) / (now - startAtMs);
}
