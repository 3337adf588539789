// A soak as it is watched, live or in a replay: both take the same entries and come to the same figures.
import { History } from "../history.ts";
import { type Marks, noMarks, withMark } from "../marks.ts";
import type { RecordingHeader } from "./recording.ts";
import type { Entry } from "../slot.ts";

export class Watched {
  readonly header: RecordingHeader;
  readonly history: History;
  #marks: Marks = noMarks;
  #slots = 0;

  constructor(header: RecordingHeader) {
    this.header = header;
    this.history = new History(header.basis);
  }

  get marks(): Marks {
    return this.#marks;
  }

  get slots(): number {
    return this.#slots;
  }

  take(entry: Entry): void {
    if ("slot" in entry) {
      this.history.push(entry.slot);
      this.#slots += 1;
    } else this.#marks = withMark(this.#marks, entry.mark);
  }
}

/** When an entry happened, ms from the start of the soak: a slot when it ended. */
export function timeOf(entry: Entry): number {
  return "slot" in entry ? entry.slot.atMs + entry.slot.durationMs : entry.mark.atMs;
}

/** The state at a time of a recording. @param untilMs from the start of the soak; what ended later is left out */
export function watchedUntil(header: RecordingHeader, entries: readonly Entry[], untilMs: number): Watched {
  const watched = new Watched(header);
  for (const entry of entries) if (timeOf(entry) <= untilMs) watched.take(entry);
  return watched;
}
