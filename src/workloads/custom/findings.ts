// Collects what is wrong with a model file, up to a maximum, so that one wrong array does not hide the others.
import { MODEL_LIMITS } from "./limits.ts";

/** The longest piece of a stranger's text that a message repeats. */
const TEXT_MOST = 40;

export class Findings {
  readonly #problems: string[] = [];
  #left = 0;

  add(problem: string): void {
    if (this.#problems.length < MODEL_LIMITS.problemsMost) this.#problems.push(problem);
    else this.#left += 1;
  }

  get count(): number {
    return this.#problems.length + this.#left;
  }

  /** At most as many lines as the limit, and one that counts the others. */
  list(): readonly string[] {
    return this.#left === 0 ? this.#problems : [...this.#problems, `And ${grouped(this.#left)} more like these.`];
  }
}

/** "20,000". */
export function grouped(value: number): string {
  return value.toLocaleString("en-US");
}

/** A number with at most six digits, as messages have it. */
export function shown(value: number): string {
  return String(Number(value.toPrecision(6)));
}

/** What stands somewhere in a file, as a message may repeat it. */
export function quoted(value: unknown): string {
  if (typeof value === "string") return `"${value.slice(0, TEXT_MOST)}${value.length > TEXT_MOST ? "…" : ""}"`;
  if (typeof value === "number" || typeof value === "boolean") return String(value);
  if (value === null) return "null";
  if (value === undefined) return "missing";
  return Array.isArray(value) ? "a list" : "an object";
}

/** "2 × 3 × 4". */
export function shapeText(shape: readonly number[]): string {
  return shape.map(grouped).join(" × ");
}
