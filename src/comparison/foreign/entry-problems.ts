// What of a file was left out, entry by entry: one bad entry does not void the rest, and each is named with its reason.
import { type NotNumber, placeText } from "../../results/format/json-scan.ts";
import { shownName } from "../cells/row-words.ts";

/** Entries that are named one by one; the rest is counted. */
const NAMED_MOST = 20;

export class EntryProblems {
  readonly #notNumbers: readonly NotNumber[];
  readonly #notes: string[] = [];
  #more = 0;

  /** @param notNumbers where the file writes NaN or Infinity, so that a reason can say its line */
  constructor(notNumbers: readonly NotNumber[]) {
    this.#notNumbers = notNumbers;
  }

  #add(note: string): void {
    if (this.#notes.length < NAMED_MOST) this.#notes.push(note);
    else this.#more += 1;
  }

  /** @param path of the entry in the file @param name may be empty @param reason a sentence */
  leftOut(path: readonly (string | number)[], name: string, reason: string): void {
    const inside = this.#notNumbers.find(({ path: at }) => path.every((key, n) => at[n] === key));
    const where = inside === undefined ? "" : ` ${placeText(inside)}.`;
    const title = name === "" ? pathText(path) : `"${shownName(name)}"`;
    this.#add(`${title} is left out: ${reason}${where}`);
  }

  /** Rounds that the clock read as 0. */
  zeros(name: string, count: number, total: number): void {
    const title = `"${shownName(name)}"`;
    this.#add(
      count === total
        ? `${title}: the clock read 0, so that no time is known. Let each round do more.`
        : `${title}: ${count} of ${total} rounds ${count === 1 ? "is" : "are"} left out, since the clock read 0. Let each round do more.`,
    );
  }

  notes(): readonly string[] {
    return this.#more === 0
      ? this.#notes
      : [...this.#notes, `${this.#more} more ${this.#more === 1 ? "entry is" : "entries are"} left out.`];
  }
}

function pathText(path: readonly (string | number)[]): string {
  return path.map((key, n) => (typeof key === "number" ? `[${key}]` : n === 0 ? key : `.${key}`)).join("");
}
