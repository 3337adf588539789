// Times parts of an op that are shorter than the clock can tell: each is done many times in a row inside a real op, and the batch is timed.
import type { LaneClock } from "./lane-clock.ts";
import { repeatSegment, runSegment, type Segment } from "./op-segments.ts";

/** A batch lasts at least so many steps of the clock. */
export const STEPS_LEAST = 10;
/** A part that is shorter still than this many in a batch can tell counts as nothing. */
const BATCH_MOST = 16_384;

export interface Repeated {
  readonly ms: number | null;
  readonly batch: number;
}

/** Times one segment in batches, which grow until they are long enough for the clock. */
class Repetition {
  #batch = 1;
  #ms = 0;
  #times = 0;
  readonly #leastMs: number;
  readonly #clock: LaneClock;

  constructor(leastMs: number, clock: LaneClock) {
    this.#leastMs = leastMs;
    this.#clock = clock;
  }

  take(segment: Pick<Segment, "repeated">): void {
    const began = this.#clock.now();
    repeatSegment(segment, this.#batch);
    const ms = this.#clock.now() - began;
    if (ms < this.#leastMs && this.#batch < BATCH_MOST) {
      // Batches that differ in length are not put together.
      this.#batch *= 2;
      this.#ms = 0;
      this.#times = 0;
      return;
    }
    this.#ms += ms;
    this.#times += this.#batch;
  }

  get result(): Repeated {
    return { ms: this.#times === 0 ? null : this.#ms / this.#times, batch: this.#times === 0 ? 0 : this.#batch };
  }
}

export interface RepeatRun {
  /** The segments of each agent's op; all have the same phases. */
  readonly agents: readonly (readonly Segment[])[];
  /** What a round does besides, such as reading what others sent. */
  readonly ofRound: readonly Segment[];
  readonly durationMs: number;
  readonly timerStepUs: number;
  readonly clock: LaneClock;
}

/**
 * Agents go on with their ops in turn; in each op one segment is repeated, another each time.
 * @returns for the segments of an op, then for those of a round
 */
export function runRepetition(run: RepeatRun): readonly Repeated[] {
  const { agents, ofRound, durationMs, timerStepUs, clock } = run;
  const leastMs = (STEPS_LEAST * timerStepUs) / 1_000;
  const perOp = agents[0]?.length ?? 0;
  const timed = [...Array<null>(perOp + ofRound.length)].map(() => new Repetition(leastMs, clock));
  const endMs = clock.now() + durationMs;
  for (let op = 0; clock.now() < endMs; op += 1) {
    const segments = agents[op % Math.max(1, agents.length)];
    if (segments === undefined) break;
    const target = Math.floor(op / agents.length) % timed.length;
    for (let at = 0; at < segments.length; at += 1) {
      const segment = segments[at];
      if (segment === undefined) continue;
      runSegment(segment);
      if (at === target && segment.repeated.length > 0) timed[at]?.take(segment);
    }
    const round = ofRound[target - perOp];
    if (round !== undefined && round.repeated.length > 0) timed[target]?.take(round);
  }
  return timed.map(({ result }) => result);
}
