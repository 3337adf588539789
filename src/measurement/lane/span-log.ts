// Notes spans in an array of fixed size: whole ops only, each before its phases.
import { SPAN_KINDS, SPAN_NUMBERS, type SpanKind } from "./profile-phases.ts";

const places = new Map<SpanKind, number>(SPAN_KINDS.map((kind, at) => [kind, at]));

export class SpanLog {
  readonly #numbers: Float64Array;
  #length = 0;
  /** Whether there was room for the op that is open. */
  #isOpen = false;

  /** @param most spans; with 0 nothing is noted */
  constructor(most: number) {
    this.#numbers = new Float64Array(most * SPAN_NUMBERS);
  }

  /** Begins an op, if all its spans have room. @returns its place, for close; −1 where it is left out */
  open(agent: number, startMs: number, spans: number): number {
    this.#isOpen = (this.#length + spans) * SPAN_NUMBERS <= this.#numbers.length;
    if (!this.#isOpen) return -1;
    const at = this.#length;
    this.#put("op", agent, startMs, 0);
    return at;
  }

  /** Notes a phase; nothing where its op was left out, or there is no room. */
  add(kind: SpanKind, agent: number, startMs: number, endMs: number): void {
    if (!this.#isOpen || (this.#length + 1) * SPAN_NUMBERS > this.#numbers.length) return;
    this.#put(kind, agent, startMs, endMs - startMs);
  }

  close(op: number, endMs: number): void {
    if (op < 0) return;
    const at = op * SPAN_NUMBERS;
    this.#numbers[at + 3] = endMs - (this.#numbers[at + 2] ?? endMs);
  }

  take(): Float64Array {
    return this.#numbers.slice(0, this.#length * SPAN_NUMBERS);
  }

  #put(kind: SpanKind, agent: number, startMs: number, durationMs: number): void {
    const at = this.#length * SPAN_NUMBERS;
    this.#numbers[at] = places.get(kind) ?? 0;
    this.#numbers[at + 1] = agent;
    this.#numbers[at + 2] = startMs;
    this.#numbers[at + 3] = durationMs;
    this.#length += 1;
  }
}
