// Least squares from several starts: a coarse grid over all of σ and κ, so that the lowest minimum is not missed.
import type { Box, Place } from "./bounded-quadratic.ts";
import { descend } from "./bounded-newton.ts";
import { type Member, memberAt, type StretchModel } from "./stretch-model.ts";

const LEVELS = 14;
const MOST_DESCENTS = 4;

/**
 * Values to try for u or v: both bounds, and logarithmic steps between them. The smallest step is where the variable
 * begins to matter at the largest count.
 */
function levelsOf(low: number, high: number, coefficients: Float64Array): number[] {
  if (low === high) return [low];
  const reach = coefficients.reduce((most, value) => Math.max(most, Math.abs(value)), 1);
  const least = Math.min(0.01 / reach, high / 10);
  const between = Array.from({ length: LEVELS }, (_, i) => least * (high / least) ** (i / (LEVELS - 1)));
  return [low, ...between.filter((level) => level > low && level < high), high];
}

/** The lowest minimum inside the box, over descents from the lowest points of the grid and from `starts`. */
export function lowestMinimum(model: StretchModel, box: Box, starts: readonly Place[] = []): Member {
  const us = levelsOf(box.lowU, box.highU, model.c1);
  const vs = levelsOf(box.lowV, box.highV, model.c2);
  const grid = us.map((u) => vs.map((v) => memberAt(model, u, v)));
  const gridMinima: Member[] = [];
  grid.forEach((column, i) =>
    column.forEach((member, j) => {
      const around = [grid[i - 1], column, grid[i + 1]].flatMap((line) => [line?.[j - 1], line?.[j], line?.[j + 1]]);
      if (around.every((other) => other === undefined || other.sse >= member.sse)) gridMinima.push(member);
    }),
  );
  gridMinima.sort((a, b) => a.sse - b.sse);
  return [...gridMinima.slice(0, MOST_DESCENTS), ...starts]
    .map((start) => descend(model, box, start))
    .reduce((lowest, minimum) => (minimum.sse < lowest.sse ? minimum : lowest));
}
