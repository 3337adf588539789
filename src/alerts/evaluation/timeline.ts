// What fired, when, and until when. Bounded: the oldest entries go, and are counted.
import type { Labels } from "../grammar/labels.ts";

/** One alert from when it fired until it ended. All times are evaluation times in ms. */
export interface TimelineEntry {
  readonly group: string;
  readonly rule: string;
  readonly labels: Labels;
  /** When it fired. */
  readonly value: number;
  readonly activeAtMs: number;
  readonly firedAtMs: number;
  /** Null while it fires. */
  readonly resolvedAtMs: number | null;
}

/** The end of an entry is written into it, so that a thousand flapping alerts cost no search. */
type OpenEntry = TimelineEntry & { resolvedAtMs: number | null };

export class Timeline<Alert extends object> {
  readonly #most: number;
  #entries: TimelineEntry[] = [];
  readonly #open = new Map<Alert, OpenEntry>();
  /** How many of the oldest entries are gone. */
  dropped = 0;

  /** @param most how many entries are kept at least, and twice as many at most */
  constructor(most: number) {
    this.#most = most;
  }

  /** In the order in which they fired. */
  get entries(): readonly TimelineEntry[] {
    return this.#entries;
  }

  /** The alerts that fire now. */
  get open(): Iterable<Alert> {
    return this.#open.keys();
  }

  /** @param alert by which its end finds the entry again @param entry from now on this timeline's own */
  fired(alert: Alert, entry: OpenEntry): void {
    this.#open.set(alert, entry);
    this.#entries.push(entry);
    // In batches, so that a full timeline does not move all its entries for each new one.
    if (this.#entries.length <= this.#most * 2) return;
    this.dropped += this.#entries.length - this.#most;
    this.#entries = this.#entries.slice(-this.#most);
  }

  ended(alert: Alert, atMs: number): void {
    const open = this.#open.get(alert);
    if (open !== undefined) open.resolvedAtMs = atMs;
    this.#open.delete(alert);
  }
}
