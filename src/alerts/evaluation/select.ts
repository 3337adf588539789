// Which series a selector means and what they are worth now: found once, extended when new ones appear, and read once for all rules that ask the same.
import { type Matcher, type Selector, selectorText } from "../grammar/condition.ts";
import { compilePattern } from "../grammar/pattern.ts";
import type { Labels } from "../grammar/labels.ts";
import type { SampleStore, SeriesId } from "./sample-store.ts";

type Test = (value: string) => boolean;

function testOf({ operator, value }: Matcher): Test {
  switch (operator) {
    case "=":
      return (text) => text === value;
    case "!=":
      return (text) => text !== value;
    case "=~":
    case "!~": {
      const compiled = compilePattern(value);
      // Such a pattern is refused where rules are read; a rule made by hand with one matches nothing.
      if (compiled.state === "refused") return () => false;
      return operator === "=~" ? compiled.matches : (text) => !compiled.matches(text);
    }
  }
}

/** Whether labels pass all matchers. A label that is not there counts as empty. */
function labelTest(matchers: readonly Matcher[]): (labels: Labels) => boolean {
  const tests = matchers.map((matcher) => ({ label: matcher.label, test: testOf(matcher) }));
  return (labels) => tests.every(({ label, test }) => test(labels.get(label) ?? ""));
}

/** Those of a selector's series that have a value at a time, side by side; valid until the next sample. */
export interface Present {
  readonly count: number;
  readonly series: readonly SeriesId[];
  readonly values: Float64Array;
}

/** The series of one selector in one store. */
export class Selection {
  readonly #selector: Selector;
  readonly #test: (labels: Labels) => boolean;
  readonly #store: SampleStore;
  readonly #found: SeriesId[] = [];
  #looked = 0;
  #present: Present = { count: 0, series: [], values: new Float64Array(0) };
  #readAtMs = NaN;
  #readRevision = -1;

  constructor(selector: Selector, store: SampleStore) {
    this.#selector = selector;
    this.#test = labelTest(selector.matchers);
    this.#store = store;
  }

  /** All series that match, whether they have a value now or not. The list only grows. */
  get series(): readonly SeriesId[] {
    const all = this.#store.ofMetric(this.#selector.metric);
    for (; this.#looked < all.length; this.#looked += 1) {
      const id = all[this.#looked];
      const labels = id === undefined ? undefined : this.#store.labels(id);
      if (id !== undefined && labels !== undefined && this.#test(labels)) this.#found.push(id);
    }
    return this.#found;
  }

  presentAt(atMs: number): Present {
    const { revision } = this.#store;
    if (atMs === this.#readAtMs && revision === this.#readRevision) return this.#present;
    const all = this.series;
    const series: SeriesId[] = [];
    const values = this.#present.values.length < all.length ? new Float64Array(all.length) : this.#present.values;
    for (const id of all) {
      if (!this.#store.has(id, atMs)) continue;
      values[series.length] = this.#store.value(id);
      series.push(id);
    }
    this.#present = { count: series.length, series, values };
    this.#readAtMs = atMs;
    this.#readRevision = revision;
    return this.#present;
  }
}

/** The selections of all rules over one store: those that ask the same share one. */
export class Selections {
  readonly store: SampleStore;
  readonly #known = new Map<string, Selection>();

  constructor(store: SampleStore) {
    this.store = store;
  }

  of(selector: Selector): Selection {
    const key = selectorText(selector);
    const known = this.#known.get(key) ?? new Selection(selector, this.store);
    this.#known.set(key, known);
    return known;
  }
}

/** The labels that absent(selector) has: those of its equality matchers, as far as one label is asked once. */
export function absentLabels({ matchers }: Selector): ReadonlyMap<string, string> {
  const labels = new Map<string, string>();
  const asked = new Set<string>();
  for (const { label, operator, value } of matchers) {
    if (operator === "=" && !asked.has(label)) {
      asked.add(label);
      labels.set(label, value);
    } else labels.delete(label);
  }
  return labels;
}
