// How long each part of a cached result takes on average, from requests that were timed part by part.
import type { Costs } from "./gate.ts";

/** Sums of times in ms, and how many there are of each. */
export class PartTimes {
  #lookupMs = 0;
  #lookups = 0;
  #computeMs = 0;
  #computes = 0;
  #storeMs = 0;
  #stores = 0;

  looked(ms: number): void {
    this.#lookupMs += ms;
    this.#lookups += 1;
  }

  computed(ms: number): void {
    this.#computeMs += ms;
    this.#computes += 1;
  }

  stored(ms: number): void {
    this.#storeMs += ms;
    this.#stores += 1;
  }

  /** Whether each part was timed, so that the means say something. */
  get isKnown(): boolean {
    return this.#lookups > 0 && this.#computes > 0;
  }

  /** Means in ms; 0 of a part that was never timed. */
  get means(): Costs {
    return {
      compute: this.#computes === 0 ? 0 : this.#computeMs / this.#computes,
      lookup: this.#lookups === 0 ? 0 : this.#lookupMs / this.#lookups,
      store: this.#stores === 0 ? 0 : this.#storeMs / this.#stores,
    };
  }
}
