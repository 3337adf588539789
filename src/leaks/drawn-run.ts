// Runs drawn from recorded clean ones, with a leak of known size put in: how often the verdict errs.
import type { BlockSeries } from "./growth.ts";
import { type LeakVerdict, leakVerdict } from "./verdict.ts";

/** Readings after blocks of one size, bytes, in their order. */
interface RecordedSeries {
  readonly lifecycles: number;
  readonly bytes: readonly number[];
}

/** A run of lifecycles that leave nothing behind. */
export interface RecordedRun {
  readonly blocks: readonly RecordedSeries[];
  readonly idle: RecordedSeries;
}

/** Neighbouring readings hang together over so many: they are drawn as they follow each other. */
const DRAWN_TOGETHER = 4;

/**
 * Another series with the same steps, drawn as runs of neighbours that go round at the end.
 * @param random uniform in [0, 1)
 * Source: Künsch 1989 and Politis and Romano 1992 (moving and circular blocks).
 */
export function drawnLevels(recorded: readonly number[], readings: number, random: () => number): number[] {
  const steps = recorded.slice(1).map((level, at) => level - (recorded[at] ?? 0));
  const levels = [recorded[0] ?? 0];
  while (levels.length < readings) {
    const from = Math.floor(random() * steps.length);
    for (let k = 0; k < DRAWN_TOGETHER && levels.length < readings; k += 1) {
      levels.push((levels.at(-1) ?? 0) + (steps[(from + k) % steps.length] ?? 0));
    }
  }
  return levels;
}

export interface Drawing {
  /** Readings of each kind of block. */
  readonly readings: number;
  /** What each lifecycle is made to leave behind, bytes. */
  readonly leakBytes: number;
  readonly claimBytes: number;
}

/** @param recorded at least one run */
export function drawnVerdict(
  recorded: readonly RecordedRun[],
  { readings, leakBytes, claimBytes }: Drawing,
  random: () => number,
): LeakVerdict {
  const run = recorded[Math.floor(random() * recorded.length)];
  if (run === undefined) throw new Error("No run was recorded.");
  const drawn = ({ lifecycles, bytes }: RecordedSeries, leak: number): BlockSeries => ({
    lifecycles,
    readings: drawnLevels(bytes, readings, random).map((level, at) => ({
      lifecycles: (at + 1) * lifecycles,
      bytes: level + (at + 1) * lifecycles * leak,
    })),
  });
  return leakVerdict({
    blocks: run.blocks.map((series) => drawn(series, leakBytes)),
    idle: drawn(run.idle, 0),
    counted: [],
    claimBytes,
  });
}
