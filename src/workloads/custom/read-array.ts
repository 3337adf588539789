// Reads nested lists of numbers as one flat array with its shape, and names the index of what is wrong.
import type { Tensor } from "../../inference/model-spec.ts";
import { type Findings, grouped, quoted, shapeText, shown } from "./findings.ts";
import { MODEL_LIMITS } from "./limits.ts";

/** What an array must be, as messages say it. */
export interface Wanted {
  /** "B[1]". */
  readonly name: string;
  /** What each axis counts, such as ["next states", "states before", "actions"]; as many as the array is deep. */
  readonly axes: readonly string[];
  /** How long each axis must be; null where the file decides. */
  readonly shape: readonly (number | null)[];
  /** Whether numbers below 0 are meant, as in preferences. */
  readonly allowNegative: boolean;
}

/** "B[1][0, 3]": the place of one entry, or of a list inside, as NumPy writes it. */
function place(name: string, indices: readonly number[]): string {
  return indices.length === 0 ? name : `${name}[${indices.join(", ")}]`;
}

/** Index of entry `flat` of a row-major array. */
export function indicesOf(flat: number, shape: readonly number[]): number[] {
  const indices: number[] = [];
  let rest = flat;
  for (const size of shape.toReversed()) {
    indices.unshift(rest % size);
    rest = Math.floor(rest / size);
  }
  return indices;
}

/** The length of each axis, taken from the first list of each level; a problem where one is no list, or empty. */
export function shapeOf(findings: Findings, value: unknown, { name, axes }: Wanted): number[] | null {
  const shape: number[] = [];
  let level = value;
  for (const axis of axes) {
    const at = place(
      name,
      shape.map(() => 0),
    );
    if (!Array.isArray(level)) {
      const needed = `${name} needs lists ${axes.length} deep: ${axes.join(", ")}`;
      findings.add(`${at} is ${quoted(level)}, where a list over ${axis} is expected. ${needed}.`);
      return null;
    }
    if (level.length === 0) {
      findings.add(`${at} is an empty list, where one entry for each of the ${axis} is expected.`);
      return null;
    }
    shape.push(level.length);
    level = level[0];
  }
  if (Array.isArray(level)) {
    findings.add(`${name} nests deeper than its ${axes.length} axes: ${axes.join(", ")}.`);
    return null;
  }
  const entries = shape.reduce((product, size) => product * size, 1);
  if (entries > MODEL_LIMITS.entriesMost) {
    findings.add(
      `${name} would have ${grouped(entries)} numbers (${shapeText(shape)}); at most ${grouped(MODEL_LIMITS.entriesMost)} are read.`,
    );
    return null;
  }
  return shape;
}

/** Reads an array. @returns null where something is wrong with it, which is among the findings then */
export function readArray(findings: Findings, value: unknown, wanted: Wanted): Tensor | null {
  const { name, axes, allowNegative } = wanted;
  const shape = shapeOf(findings, value, wanted);
  if (shape === null) return null;
  const off = shape.findIndex((size, axis) => (wanted.shape[axis] ?? size) !== size);
  if (off >= 0) {
    const needed = shape.map((size, axis) => wanted.shape[axis] ?? size);
    findings.add(
      `${name} has shape ${shapeText(shape)}, not ${shapeText(needed)}: there must be ${grouped(needed[off] ?? 0)} ${axes[off] ?? "entries"}.`,
    );
    return null;
  }
  const before = findings.count;
  const data = new Float64Array(shape.reduce((product, size) => product * size, 1));
  let at = 0;
  const fill = (part: unknown, depth: number, indices: readonly number[]): void => {
    const size = shape[depth];
    if (size !== undefined) {
      if (!Array.isArray(part) || part.length !== size) {
        const found = Array.isArray(part)
          ? `has ${grouped(part.length)} ${part.length === 1 ? "entry" : "entries"}`
          : `is ${quoted(part)}`;
        findings.add(`${place(name, indices)} ${found}, where ${grouped(size)} ${axes[depth] ?? ""} are expected.`);
        at += shape.slice(depth).reduce((product, length) => product * length, 1);
        return;
      }
      const isLast = depth === shape.length - 1;
      for (const [index, entry] of part.entries()) {
        if (isLast && typeof entry === "number" && Number.isFinite(entry) && (entry >= 0 || allowNegative)) {
          // Adding 0 makes 0 of −0, which JSON does not write.
          data[at] = entry + 0;
          at += 1;
        } else fill(entry, depth + 1, [...indices, index]);
      }
      return;
    }
    if (typeof part === "number" && part < 0) {
      findings.add(`${place(name, indices)} is ${shown(part)}; a probability or a count cannot be below 0.`);
    } else findings.add(`${place(name, indices)} is ${quoted(part)}, not a finite number.`);
    at += 1;
  };
  fill(value, 0, []);
  return findings.count === before ? { shape, data } : null;
}
