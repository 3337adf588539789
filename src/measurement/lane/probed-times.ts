// Adds up what lies between looks at the clock, segment by segment, and says what a look costs.
import type { LaneClock } from "./lane-clock.ts";
import type { Segment } from "./op-segments.ts";
import type { ProfilePhase } from "./profile-phases.ts";

/** Looks at the clock that are timed together. */
const LOOKS = 4_096;

/** What one look at the clock costs, ms: the mean of many in a row. */
export function stampCostMs(clock: LaneClock): number {
  const began = clock.now();
  let last = began;
  for (let look = 0; look < LOOKS; look += 1) last = clock.now();
  return (last - began) / LOOKS;
}

export interface Stamped {
  readonly phase: ProfilePhase;
  readonly stampedMs: number;
  readonly stamps: number;
}

/** Sums for the segments of an op, and for fuse and wait where there are rounds. */
export class ProbedTimes {
  readonly #phases: readonly ProfilePhase[];
  readonly #ms: Float64Array;
  readonly #stamps: Float64Array;

  constructor(segments: readonly Segment[], hasRounds: boolean) {
    const ofRound: readonly ProfilePhase[] = hasRounds ? ["fuse", "wait"] : [];
    this.#phases = [...segments.map(({ phase }) => phase), ...ofRound];
    this.#ms = new Float64Array(this.#phases.length);
    this.#stamps = new Float64Array(this.#phases.length);
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

  forget(): void {
    this.#ms.fill(0);
    this.#stamps.fill(0);
  }

  /** What was added so far; it is not forgotten. */
  take(): readonly Stamped[] {
    return this.#phases.map((phase, at) => ({
      phase,
      stampedMs: this.#ms[at] ?? 0,
      stamps: this.#stamps[at] ?? 0,
    }));
  }
}
