// Decides whether asking a cache is worth it, from what asking, keeping and computing are measured to cost.

/** Time of each part, in any one unit. */
export interface Costs {
  /** Making a result without the cache. */
  readonly compute: number;
  /** Asking for a key, whether it is found or not, with what a hit copies. */
  readonly lookup: number;
  /** Keeping a new result. */
  readonly store: number;
}

/** Requests of a trial, in which the cache is asked whatever was decided. */
export const TRIAL_REQUESTS = 256;
/** Requests after a trial that are decided by it, before the next one. */
export const DECIDED_REQUESTS = 32 * TRIAL_REQUESTS;

/**
 * What one request gains by asking: a hit saves the computing, and everything else costs its lookup and its store.
 * @param hitShare 0 to 1
 */
export function gainOf(hitShare: number, { compute, lookup, store }: Costs): number {
  return hitShare * compute - lookup - (1 - hitShare) * store;
}

/** The hit share from which a cache gains: h* = (lookup + store) / (compute + store); over 1 where it never does. */
export function breakEven({ compute, lookup, store }: Costs): number {
  return (lookup + store) / (compute + store);
}

/**
 * Opens in trials and while the last trial gained. Entries stay while it is shut, so that the next trial finds what comes back.
 * What trials cost a cache that never gains is bounded by their share of all requests, one in 33.
 */
export class Gate {
  #left = TRIAL_REQUESTS;
  #isTrial = true;
  #asked = 0;
  #found = 0;
  #gains = true;

  /** Whether the next request asks the cache. */
  get isOpen(): boolean {
    return this.#isTrial || this.#gains;
  }

  /** Whether costs should be measured in the next request. */
  get isTrial(): boolean {
    return this.#isTrial;
  }

  /** One request has passed. @param costs asked for at the end of a trial alone */
  passed(wasFound: boolean, costs: () => Costs): void {
    if (this.#isTrial) {
      this.#asked += 1;
      if (wasFound) this.#found += 1;
    }
    this.#left -= 1;
    if (this.#left > 0) return;
    if (this.#isTrial) {
      this.#gains = gainOf(this.#found / this.#asked, costs()) > 0;
      this.#asked = 0;
      this.#found = 0;
    }
    this.#isTrial = !this.#isTrial;
    this.#left = this.#isTrial ? TRIAL_REQUESTS : DECIDED_REQUESTS;
  }
}
