// Times parts of an op that are shorter than the clock can tell: each is done in a batch of many ops, and the batch is timed.
import type { LaneClock } from "./lane-clock.ts";
import { repeatSegment, runSegment, type Segment } from "./op-segments.ts";

/** A batch lasts at least so many steps of the clock. */
export const STEPS_LEAST = 10;
/** A part that is still shorter when all agents have done it so often counts as nothing. */
const TURNS_MOST = 4_096;

/** One of two equal batches that takes so many times as long as the other was disturbed. */
const DISTURBED_FROM = 1.5;

export interface Repeated {
  /** One execution, ms: the mean over all batches; null without any. */
  readonly ms: number | null;
  /** Ops of the shortest batch; 0 without any. */
  readonly batch: number;
}

/** Times one segment. Batches count alike, however long a part takes in each. */
class Repetition {
  #sumMs = 0;
  #batches = 0;
  #leastTurns = 0;
  readonly #leastMs: number;
  readonly #clock: LaneClock;

  constructor(leastMs: number, clock: LaneClock) {
    this.#leastMs = leastMs;
    this.#clock = clock;
  }

  /** Doubles the batch until it is long enough. */
  take(turn: () => void, perTurn: number): void {
    let turns = 1;
    let ms = this.#twice(turn, turns);
    while (ms < this.#leastMs && turns < TURNS_MOST) {
      turns *= 2;
      ms = this.#twice(turn, turns);
    }
    this.#sumMs += ms / turns / perTurn;
    this.#batches += 1;
    this.#leastTurns = this.#leastTurns === 0 ? turns : Math.min(this.#leastTurns, turns);
  }

  /** What seems long enough is done again: where both differ much, something else had the core in the longer one. */
  #twice(turn: () => void, turns: number): number {
    const first = this.#timed(turn, turns);
    if (first < this.#leastMs) return first;
    const second = this.#timed(turn, turns);
    const shorter = Math.min(first, second);
    return first + second > (1 + DISTURBED_FROM) * shorter ? shorter : (first + second) / 2;
  }

  #timed(turn: () => void, turns: number): number {
    const began = this.#clock.now();
    for (let n = 0; n < turns; n += 1) turn();
    return this.#clock.now() - began;
  }

  resultFor(perTurn: number): Repeated {
    const ms = this.#batches === 0 ? null : this.#sumMs / this.#batches;
    return { ms, batch: this.#leastTurns * perTurn };
  }
}

export interface RepeatParts {
  /** The segments of each agent's op; all have the same phases. Several agents, since doing the very same again is faster than any real op. */
  readonly agents: readonly (readonly Segment[])[];
  /** What a round does besides, such as reading what others sent. */
  readonly ofRound: readonly Segment[];
  readonly timerStepUs: number;
  readonly clock: LaneClock;
}

/** Agents go on with their ops; in each turn of all of them one segment is repeated, another each time. */
export class Repeater {
  readonly #parts: RepeatParts;
  readonly #perOp: number;
  /** For the segments of an op, then for those of a round. */
  readonly #timed: readonly Repetition[];
  #turn = 0;

  constructor(parts: RepeatParts) {
    this.#parts = parts;
    this.#perOp = parts.agents[0]?.length ?? 0;
    const leastMs = (STEPS_LEAST * parts.timerStepUs) / 1_000;
    this.#timed = Array.from(
      { length: this.#perOp + parts.ofRound.length },
      () => new Repetition(leastMs, parts.clock),
    );
  }

  /** Goes on for so long, and to the end of a turn. */
  slice(durationMs: number): void {
    const { clock } = this.#parts;
    const endMs = clock.now() + durationMs;
    for (; clock.now() < endMs; this.#turn += 1) {
      const target = this.#turn % this.#timed.length;
      if (target < this.#perOp) this.#ofOp(target);
      else this.#ofRound(target);
    }
  }

  /** All agents come to the segment, repeat it together, and finish their ops. */
  #ofOp(target: number): void {
    const { agents } = this.#parts;
    for (const segments of agents) for (let at = 0; at < target; at += 1) runAt(segments, at);
    if ((agents[0]?.[target]?.repeated.length ?? 0) > 0) {
      const turn = (): void => {
        for (let agent = 0; agent < agents.length; agent += 1) repeatAt(agents[agent], target);
      };
      this.#timed[target]?.take(turn, agents.length);
    }
    for (const segments of agents) {
      // What an agent chooses from lies in memory that all share: others have written over it meanwhile.
      if (segments[target - 1]?.phase === "infer-policies") repeatAt(segments, target - 1);
      for (let at = target; at < segments.length; at += 1) runAt(segments, at);
    }
  }

  #ofRound(target: number): void {
    const segment = this.#parts.ofRound[target - this.#perOp];
    if (segment === undefined || segment.repeated.length === 0) return;
    this.#timed[target]?.take(() => repeatSegment(segment), 1);
  }

  /** In the order of the segments of an op, then those of a round. */
  get results(): readonly Repeated[] {
    return this.#timed.map((one, at) => one.resultFor(at < this.#perOp ? this.#parts.agents.length : 1));
  }
}

function runAt(segments: readonly Segment[], at: number): void {
  const segment = segments[at];
  if (segment !== undefined) runSegment(segment);
}

function repeatAt(segments: readonly Segment[] | undefined, at: number): void {
  const segment = segments?.[at];
  if (segment !== undefined) repeatSegment(segment);
}
