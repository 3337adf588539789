// Values of a series in the short form of unit tests: 1 2 _ stale, 5x3, 0+10x6. They are made one by one, so that 0x1000000000 costs nothing.
import { goFloat } from "../go/go-number.ts";

type Run =
  | { readonly kind: "values"; readonly start: number; readonly step: number; readonly count: number }
  | { readonly kind: "missing" | "stale"; readonly count: number };

export interface SeriesValues {
  readonly runs: readonly Run[];
  /** How many intervals it covers. */
  readonly count: number;
}

type ReadValues =
  | { readonly state: "read"; readonly values: SeriesValues }
  | {
      readonly state: "refused";
      readonly offset: number;
      readonly message: string;
      readonly reach: "beyond" | "invalid";
    };

const NUMBER = String.raw`(?:\d[\d_]*\.?\d*(?:[eE][+-]?\d+)?|\.\d+(?:[eE][+-]?\d+)?)`;
const RUN = new RegExp(`^([+-]?${NUMBER})(?:([+-])(${NUMBER}))?(?:x(\\d{1,15}))?$`);
/** promtool reads these alone, and not Infx3. */
const SPECIAL = /^[+-]?(?:inf|nan)$/i;
const MISSING = /^_(?:x(\d{1,15}))?$/;

function runOf(text: string): Run | null {
  if (text === "stale") return { kind: "stale", count: 1 };
  const [missing, missingCount] = MISSING.exec(text) ?? [];
  if (missing !== undefined) return { kind: "missing", count: missingCount === undefined ? 1 : Number(missingCount) };
  if (SPECIAL.test(text)) return { kind: "values", start: goFloat(text) ?? NaN, step: 0, count: 1 };
  const [all, first = "", sign, size, times] = RUN.exec(text) ?? [];
  if (all === undefined) return null;
  const start = goFloat(first);
  const step = size === undefined ? 0 : goFloat(`${sign}${size}`);
  if (start === null || step === null || (size !== undefined && times === undefined)) return null;
  // One more than is written: the first value is that of time 0.
  return { kind: "values", start, step, count: times === undefined ? 1 : Number(times) + 1 };
}

/** Reads the values of one series. @see https://prometheus.io/docs/prometheus/latest/configuration/unit_testing_rules/#series */
export function readValues(text: string): ReadValues {
  const runs: Run[] = [];
  for (const { 0: word, index } of text.matchAll(/\S+/g)) {
    if (word.startsWith("{{")) {
      return { state: "refused", offset: index, message: "Native histograms are not read here.", reach: "beyond" };
    }
    const run = runOf(word);
    if (run === null) {
      const message = `${JSON.stringify(word.slice(0, 40))} is no value. Write numbers, Inf, NaN, _ for none, stale, 5x3 or 0+10x6.`;
      return { state: "refused", offset: index, message, reach: "invalid" };
    }
    runs.push(run);
  }
  return { state: "read", values: { runs, count: runs.reduce((sum, { count }) => sum + count, 0) } };
}

/** What a series has at one interval. */
export type SeriesSample = number | "missing" | "stale";

/** Goes through the values of a series. Steps are added up, as promtool does, so that roundings are the same. */
export class ValueCursor {
  readonly #runs: readonly Run[];
  #run = 0;
  #within = 0;
  #value = 0;

  constructor({ runs }: SeriesValues) {
    this.#runs = runs;
  }

  /** The next one; null behind the last. */
  next(): SeriesSample | null {
    let run = this.#runs[this.#run];
    while (run !== undefined && this.#within >= run.count) {
      this.#run += 1;
      this.#within = 0;
      run = this.#runs[this.#run];
    }
    if (run === undefined) return null;
    this.#within += 1;
    if (run.kind !== "values") return run.kind;
    this.#value = this.#within === 1 ? run.start : this.#value + run.step;
    return this.#value;
  }
}
