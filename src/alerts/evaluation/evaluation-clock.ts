// The time in which rules are evaluated: it goes with the time of the load, and stands still while the load is paused.

export class EvaluationClock {
  #pausedAtMs: number | null = null;
  #pausedMs = 0;

  /** @param nowMs the load's time in ms, which never falls */
  pause(nowMs: number): void {
    this.#pausedAtMs ??= nowMs;
  }

  resume(nowMs: number): void {
    if (this.#pausedAtMs === null) return;
    this.#pausedMs += nowMs - this.#pausedAtMs;
    this.#pausedAtMs = null;
  }

  /** The evaluation time in ms. Samples are put, and rules evaluated, at this time. */
  at(nowMs: number): number {
    return (this.#pausedAtMs ?? nowMs) - this.#pausedMs;
  }
}
