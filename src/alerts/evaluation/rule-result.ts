// What a rule's condition has as its result at a time. Series that are not in it cost a comparison each, and nothing is made for them.
import { compares, type Condition } from "../grammar/condition.ts";
import { type Labels, NO_LABELS } from "../grammar/labels.ts";
import type { AlertIdentity, Identity } from "./alert-identity.ts";
import type { SampleStore, SeriesId } from "./sample-store.ts";
import type { Selection, Selections } from "./select.ts";

/** One element of the condition's result. */
export interface Element {
  readonly identity: Identity;
  readonly seriesLabels: Labels;
  /** Null for absent(…). */
  readonly series: SeriesId | null;
  readonly value: number;
}

interface Result {
  /** Whether any series has a value. */
  readonly state: "data" | "no data";
  /** Null where two of them have the same labels. */
  readonly elements: readonly Element[] | null;
}

const NONE: readonly Element[] = [];

export class RuleResult {
  readonly #condition: Condition;
  readonly #absentLabels: Labels;
  readonly #store: SampleStore;
  readonly #selection: Selection;
  readonly #identity: AlertIdentity;

  /** @param absentLabels those that absent(…) has */
  constructor(condition: Condition, absentLabels: Labels, selections: Selections, identity: AlertIdentity) {
    this.#condition = condition;
    this.#absentLabels = absentLabels;
    this.#store = selections.store;
    this.#selection = selections.of(condition.selector);
    this.#identity = identity;
  }

  /** @param atMs later than the time before */
  at(atMs: number): Result {
    const { count, series, values } = this.#selection.presentAt(atMs);
    const state = count === 0 ? "no data" : "data";
    if (this.#condition.kind === "absent") {
      return { state, elements: count === 0 ? [this.#elementOf(this.#absentLabels, null, 1, atMs)] : NONE };
    }
    const { comparator, threshold } = this.#condition;
    let elements: Element[] | null = null;
    for (let at = 0; at < count; at += 1) {
      const value = values[at] ?? NaN;
      const id = series[at];
      if (id === undefined || !compares(value, comparator, threshold)) continue;
      const element = this.#elementOf(this.#store.labels(id) ?? NO_LABELS, id, value, atMs);
      if (element.identity.inResultAtMs === atMs) return { state, elements: null };
      element.identity.inResultAtMs = atMs;
      elements ??= [];
      elements.push(element);
    }
    return { state, elements: elements ?? NONE };
  }

  #elementOf(seriesLabels: Labels, series: SeriesId | null, value: number, atMs: number): Element {
    return { identity: this.#identity.of(seriesLabels, series, value, atMs), seriesLabels, series, value };
  }
}
