// What a search knows so far: what holds, what was late, and whether a lower count was late while a higher one held.
import { CONFIRMATIONS } from "./asked.ts";

/** A lower count failed while a higher one held. */
export interface Gap {
  readonly failed: number;
  readonly held: number;
}

/** Where a search has come to. */
export interface Bracket {
  /** The largest count that held with all tried counts below it; 0 where none did. */
  readonly holds: number;
  /** The smallest count above it that failed; null where none did. */
  readonly fails: number | null;
  readonly gap: Gap | null;
}

/** How long the trial was in which a count failed. */
type FailedIn = "short" | "long";

export class Found {
  holds = 0;
  gap: Gap | null = null;
  /** Confirmations of `holds` that held so far, without one that failed. */
  confirmed = 0;
  /** At least so many more long trials before `holds` can be claimed. */
  needed = 0;
  readonly #failing = new Map<number, FailedIn>();

  /** The smallest count above what holds that failed. */
  get fails(): number | null {
    const above = [...this.#failing.keys()].filter((agents) => agents > this.holds);
    return above.length === 0 ? null : Math.min(...above);
  }

  get isConfirmed(): boolean {
    return this.confirmed >= CONFIRMATIONS;
  }

  fail(agents: number, failedIn: FailedIn = "short"): void {
    this.#failing.set(agents, failedIn);
  }

  /** A count that was late in short trials held in a long one. */
  settle(agents: number): void {
    this.#failing.delete(agents);
    if (this.gap?.failed === agents) this.gap = null;
  }

  /** Whether a long trial above the one count and up to the other failed. */
  hasFailedLong(above: number, upTo: number): boolean {
    return [...this.#failing].some(([agents, how]) => how === "long" && agents > above && agents <= upTo);
  }

  /** Counts between both that failed, ascending. */
  lateBetween(above: number, below: number): readonly number[] {
    return [...this.#failing.keys()].filter((agents) => agents > above && agents < below).sort((a, b) => a - b);
  }

  get bracket(): Bracket {
    return { holds: this.holds, fails: this.fails, gap: this.gap };
  }
}
