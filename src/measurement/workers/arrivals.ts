// Waits for what other lanes send in a round, for so long at most.
import { missedWords } from "../lane/barrier.ts";

/** A round that is still waited for at so many looks in a row is given up. */
const LOOKS = 8;

/**
 * Counts arrivals of one kind from several lanes, of which each round brings one from each. Nobody is ever a round ahead here: who
 * sends in the next round has met this lane in the one before.
 */
export class Arrivals {
  readonly #lanes: readonly number[];
  readonly #seen: number[];
  #arrived = 0;
  #wanted = Number.POSITIVE_INFINITY;
  #waiting: { readonly resolve: () => void; readonly reject: (reason: Error) => void } | null = null;
  #isWatched = false;
  /** The round that was waited for at the last look, and at how many looks before. */
  #watched = 0;
  #looks = 0;
  readonly #waitMostMs: number;

  /** @param lanes that each round brings one from */
  constructor(lanes: readonly number[], mostMs: number) {
    this.#lanes = lanes;
    this.#seen = lanes.map(() => 0);
    this.#waitMostMs = mostMs;
  }

  arriveFrom(lane: number): void {
    const at = this.#lanes.indexOf(lane);
    this.#seen[at] = (this.#seen[at] ?? 0) + 1;
    this.#arrived += 1;
    if (this.#waiting === null || this.#arrived < this.#wanted) return;
    this.#waiting.resolve();
    this.#waiting = null;
  }

  /** Done once everything of this round has arrived, counted from 1; rejects when it has not within the bound. */
  all(round: number): Promise<void> | undefined {
    this.#wanted = round * this.#lanes.length;
    if (this.#arrived >= this.#wanted) return undefined;
    // One timer looks after many rounds, since setting one takes as long as a message.
    if (!this.#isWatched) this.#lookSoon();
    return new Promise((resolve, reject) => {
      this.#waiting = { resolve, reject };
    });
  }

  #lookSoon(): void {
    this.#isWatched = true;
    setTimeout(() => this.#look(), this.#waitMostMs / LOOKS);
  }

  #look(): void {
    this.#isWatched = false;
    if (this.#waiting === null) return;
    const round = this.#wanted / this.#lanes.length;
    this.#looks = round === this.#watched ? this.#looks + 1 : 0;
    this.#watched = round;
    if (this.#looks < LOOKS) {
      this.#lookSoon();
      return;
    }
    const missed = this.#lanes.filter((_, at) => (this.#seen[at] ?? 0) < round);
    this.#waiting.reject(new Error(missedWords(missed, this.#waitMostMs)));
    this.#waiting = null;
  }
}
