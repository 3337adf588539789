// The newest sample of every series, and whether it still counts: Prometheus looks back five minutes, and no further.
import { type Labels, labelsKey } from "../grammar/labels.ts";

const LOOKBACK_MS = 300_000;

/** Whether a sample of exactly five minutes still counts: it did in Prometheus 2, and does not since 3. */
export type Lookback = "inclusive" | "exclusive";

/** A series of the store, by which samples are put without looking it up again. */
export type SeriesId = number;

const SERIES_MOST = 100_000;

export class SampleStore {
  readonly #lookback: Lookback;
  readonly #ids = new Map<string, SeriesId>();
  readonly #labels: Labels[] = [];
  readonly #byMetric = new Map<string, SeriesId[]>();
  #at = new Float64Array(64);
  #values = new Float64Array(64);
  /** How many series were refused because there are too many. */
  refused = 0;
  /** Rises with every sample and every end. */
  revision = 0;

  constructor(lookback: Lookback) {
    this.#lookback = lookback;
  }

  /** The series with these labels, `__name__` among them; null where there are too many already. */
  series(labels: Labels): SeriesId | null {
    const key = labelsKey(labels);
    const known = this.#ids.get(key);
    if (known !== undefined) return known;
    const id = this.#labels.length;
    if (id >= SERIES_MOST) {
      this.refused += 1;
      return null;
    }
    if (id >= this.#at.length) {
      this.#at = grown(this.#at);
      this.#values = grown(this.#values);
    }
    this.#ids.set(key, id);
    this.#labels.push(labels);
    this.#at[id] = -Infinity;
    const metric = labels.get("__name__") ?? "";
    const same = this.#byMetric.get(metric);
    if (same === undefined) this.#byMetric.set(metric, [id]);
    else same.push(id);
    return id;
  }

  labels(id: SeriesId): Labels | undefined {
    return this.#labels[id];
  }

  /** All series of a metric, the oldest first. The list only grows, so that its length tells whether it changed. */
  ofMetric(metric: string): readonly SeriesId[] {
    return this.#byMetric.get(metric) ?? [];
  }

  /** Puts a sample. Times of a series do not fall, and none is later than the next evaluation. */
  put(id: SeriesId, atMs: number, value: number): void {
    this.#at[id] = atMs;
    this.#values[id] = value;
    this.revision += 1;
  }

  /** Ends a series at once, as a stale marker does. A later sample begins it again. */
  end(id: SeriesId): void {
    this.#at[id] = -Infinity;
    this.revision += 1;
  }

  /** Whether the series has a value at a time. */
  has(id: SeriesId, atMs: number): boolean {
    const age = atMs - (this.#at[id] ?? -Infinity);
    return this.#lookback === "inclusive" ? age <= LOOKBACK_MS : age < LOOKBACK_MS;
  }

  /** The newest value; NaN where there never was one. */
  value(id: SeriesId): number {
    return this.#values[id] ?? NaN;
  }
}

function grown(array: Float64Array): Float64Array<ArrayBuffer> {
  const larger = new Float64Array(array.length * 2);
  larger.set(array);
  return larger;
}
