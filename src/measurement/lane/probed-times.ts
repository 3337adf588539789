// Adds up what lies between looks at the clock, segment by segment and block by block, and says what a look costs.
import type { LaneClock } from "./lane-clock.ts";
import type { Segment } from "./op-segments.ts";
import type { ProfilePhase } from "./profile-phases.ts";

/** Looks at the clock that are timed together. */
const LOOKS = 1_024;
/** The fastest of so many counts: something else may have had the core. */
const TRIES = 5;

/** What one look at the clock costs, ms: the mean of many in a row. */
export function stampCostMs(clock: LaneClock): number {
  let least = Number.POSITIVE_INFINITY;
  for (let tried = 0; tried < TRIES; tried += 1) {
    const began = clock.now();
    let last = began;
    for (let look = 0; look < LOOKS; look += 1) last = clock.now();
    least = Math.min(least, (last - began) / LOOKS);
  }
  return least;
}

export interface Stamped {
  readonly phase: ProfilePhase;
  /** Between two looks, ms: the mean of each block. */
  readonly blockMs: readonly number[];
  /** Looks of all blocks together. */
  readonly stamps: number;
}

/** For the segments of an op, and for fuse and wait where there are rounds. */
export class ProbedTimes {
  readonly #phases: readonly ProfilePhase[];
  readonly #ms: Float64Array;
  readonly #stamps: Float64Array;
  readonly #blocks: { stamps: number; readonly means: number[] }[];

  constructor(segments: readonly Segment[], hasRounds: boolean) {
    const ofRound: readonly ProfilePhase[] = hasRounds ? ["fuse", "wait"] : [];
    this.#phases = [...segments.map(({ phase }) => phase), ...ofRound];
    this.#ms = new Float64Array(this.#phases.length);
    this.#stamps = new Float64Array(this.#phases.length);
    this.#blocks = this.#phases.map(() => ({ stamps: 0, means: [] }));
  }

  add(segment: number, ms: number): void {
    this.#ms[segment] = (this.#ms[segment] ?? 0) + ms;
    this.#stamps[segment] = (this.#stamps[segment] ?? 0) + 1;
  }

  addFuse(ms: number): void {
    this.add(this.#phases.length - 2, ms);
  }

  addWait(ms: number): void {
    this.add(this.#phases.length - 1, ms);
  }

  /** Ends a block. @param isKept false where it was run to warm up */
  endBlock(isKept: boolean): void {
    for (const [at, block] of this.#blocks.entries()) {
      const stamps = this.#stamps[at] ?? 0;
      if (!isKept || stamps === 0) continue;
      block.stamps += stamps;
      block.means.push((this.#ms[at] ?? 0) / stamps);
    }
    this.#ms.fill(0);
    this.#stamps.fill(0);
  }

  get stamped(): readonly Stamped[] {
    return this.#phases.map((phase, at) => {
      const { stamps, means } = this.#blocks[at] ?? { stamps: 0, means: [] };
      return { phase, blockMs: means, stamps };
    });
  }
}
