// Puts the lines of a soak down in this browser, one after the other. What the browser refuses is held here, so that it can still be saved.
import { entryLine, headerLine, type RecordingHeader } from "../../monitor/recording/recording.ts";
import type { Entry } from "../../monitor/slot.ts";
import type { Kept } from "./monitor-store.ts";
import type { RecordingsDb } from "./recordings-db.ts";

/** Eleven hours of slots that no storage took. */
const HELD_MOST = 20_000;

/** In words. What browsers throw for full storage often has a name alone. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return "no reason given";
  if (error.name === "QuotaExceededError") return "its storage is full";
  return error.message === "" ? error.name : error.message;
}

export class RecordingWriter {
  readonly #open: () => Promise<RecordingsDb>;
  readonly #told: (kept: Kept) => void;
  #header: RecordingHeader | null = null;
  #db: RecordingsDb | null = null;
  #held: string[] = [];
  #last: Promise<void> = Promise.resolve();

  /** @param told once something is not kept any more */
  constructor(open: () => Promise<RecordingsDb>, told: (kept: Kept) => void) {
    this.#open = open;
    this.#told = told;
  }

  #refused(error: unknown): void {
    const why = reasonOf(error);
    this.#db = null;
    this.#told({
      state: "not-kept",
      reason: `This browser keeps no more of the recording (${why}). Measuring goes on: save the recording before you leave the page.`,
    });
  }

  #then(act: () => Promise<void>): void {
    this.#last = this.#last.then(act);
  }

  begin(header: RecordingHeader): void {
    this.#header = header;
    this.#then(async () => {
      try {
        const db = await this.#open();
        await db.begin(header);
        this.#db = db;
      } catch (error) {
        this.#refused(error);
      }
    });
  }

  append(entry: Entry): void {
    this.#then(async () => {
      if (this.#db !== null && this.#header !== null) {
        try {
          await this.#db.append(this.#header.id, [entry]);
          return;
        } catch (error) {
          this.#refused(error);
        }
      }
      if (this.#held.length < HELD_MOST) this.#held.push(entryLine(entry));
    });
  }

  /** Resolves once everything until now is put down, or held. */
  settled(): Promise<void> {
    return this.#last;
  }

  /** The recording as a file's text; null before it began. */
  async text(): Promise<string | null> {
    await this.#last;
    const header = this.#header;
    if (header === null) return null;
    const kept = await this.#open()
      .then((db) => db.read(header.id))
      .catch(() => null);
    return (kept ?? headerLine(header)) + this.#held.join("");
  }
}
