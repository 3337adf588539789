// The latency histogram of a lane: whole microseconds at three significant digits.
import { Int32Histogram } from "hdr-histogram-js";

const ONE_HOUR_US = 3_600_000_000;

export class LatencyRecorder {
  readonly #histogram = new Int32Histogram(1, ONE_HOUR_US, 3);

  #limitsMs: readonly number[] = [];
  #over: number[] = [];

  /** Begins to count how many ops are over each limit. @param limitsMs ascending */
  watch(limitsMs: readonly number[]): void {
    this.#limitsMs = limitsMs;
    this.#over = limitsMs.map(() => 0);
  }

  /** Hands out how many were over each limit, and counts from 0 again. */
  takeOver(): readonly number[] {
    const over = this.#over;
    this.#over = over.map(() => 0);
    return over;
  }

  /** Records an op, or several that took the same. The histogram truncates, so the value is rounded to whole microseconds first. */
  record(durationMs: number, ops = 1): void {
    // Against the limits before it is rounded. Few ops are over any, so that this is one comparison.
    for (let at = 0; at < this.#over.length && durationMs > (this.#limitsMs[at] ?? Infinity); at += 1) {
      this.#over[at] = (this.#over[at] ?? 0) + ops;
    }
    const us = Math.round(durationMs * 1_000);
    this.#histogram.recordValueWithCount(us < 0 ? 0 : us > ONE_HOUR_US ? ONE_HOUR_US : us, ops);
  }

  /** Hands out what was recorded as [value in µs, count, …] and starts again from nothing. */
  take(): Float64Array {
    const pairs: number[] = [];
    const iterator = this.#histogram.recordedValuesIterator;
    iterator.reset();
    while (iterator.hasNext()) {
      const step = iterator.next();
      if (step.countAtValueIteratedTo > 0) pairs.push(step.valueIteratedTo, step.countAtValueIteratedTo);
    }
    this.#histogram.reset();
    return Float64Array.from(pairs);
  }
}
