// Checks that the columns of an array sum to 1, and divides those by their sum that are off by no more than rounding of some kind.
import type { Tensor } from "../../inference/model-spec.ts";
import { type Findings, shown } from "./findings.ts";
import { ROUNDING, SUM_TOLERANCE } from "./limits.ts";
import { indicesOf } from "./read-array.ts";

/** How an array's columns are told: "B[1]" and what each further axis counts, such as ["state", "action"]. */
export interface ColumnNames {
  readonly name: string;
  readonly axes: readonly string[];
}

/** "B[1][:, 3, 2], the column from state 3 for action 2,". */
function columnText({ name, axes }: ColumnNames, column: number, sizes: readonly number[]): string {
  if (sizes.length === 0) return name;
  const indices = indicesOf(column, sizes);
  const words = indices.map((index, axis) => `${axes[axis] ?? "index"} ${index}`).join(", ");
  return `${name}[:, ${indices.join(", ")}] (the column for ${words})`;
}

function sumsOf({ shape, data }: Tensor): Float64Array {
  const columns = data.length / (shape[0] ?? 1);
  const sums = new Float64Array(columns);
  for (let i = 0; i < data.length; i += 1) sums[i % columns] = (sums[i % columns] ?? 0) + (data[i] ?? 0);
  return sums;
}

/** @returns the array with columns that sum to 1, and how many were divided by their sum; null where one is too far off */
export function normalisedColumns(
  findings: Findings,
  tensor: Tensor,
  names: ColumnNames,
): { readonly tensor: Tensor; readonly changed: number } | null {
  const sums = sumsOf(tensor);
  const before = findings.count;
  let changed = 0;
  for (const [column, sum] of sums.entries()) {
    const drift = Math.abs(sum - 1);
    if (drift > SUM_TOLERANCE + ROUNDING) {
      findings.add(`${columnText(names, column, tensor.shape.slice(1))} sums to ${shown(sum)}, not 1.`);
    } else if (drift > ROUNDING) changed += 1;
  }
  if (findings.count > before) return null;
  if (changed === 0) return { tensor, changed };
  const data = Float64Array.from({ length: tensor.data.length }, (_, i) => {
    const sum = sums[i % sums.length] ?? 1;
    const value = tensor.data[i] ?? 0;
    return Math.abs(sum - 1) > ROUNDING ? value / sum : value;
  });
  return { tensor: { shape: tensor.shape, data }, changed };
}

/** Counts need a positive sum in each column. @returns whether all have */
export function havePositiveColumns(findings: Findings, tensor: Tensor, names: ColumnNames): boolean {
  const before = findings.count;
  for (const [column, sum] of sumsOf(tensor).entries()) {
    if (!(sum > 0)) findings.add(`${columnText(names, column, tensor.shape.slice(1))} has no count above 0.`);
  }
  return findings.count === before;
}
