// Owns small symmetric systems: solving and inverting by Cholesky factors.

/** Lower factor of a symmetric positive definite matrix; null where it is not. */
function factor(matrix: readonly (readonly number[])[]): number[][] | null {
  const size = matrix.length;
  const lower = matrix.map(() => Array.from({ length: size }, () => 0));
  for (const [i, row] of lower.entries()) {
    for (let j = 0; j <= i; j += 1) {
      const other = lower[j] ?? [];
      let sum = matrix[i]?.[j] ?? 0;
      for (let k = 0; k < j; k += 1) sum -= (row[k] ?? 0) * (other[k] ?? 0);
      if (i === j && !(sum > 0)) return null;
      row[j] = i === j ? Math.sqrt(sum) : sum / (other[j] ?? 1);
    }
  }
  return lower;
}

/** x with matrix · x = right, for a symmetric positive definite matrix; null where it is not one. */
export function solveSymmetric(matrix: readonly (readonly number[])[], right: readonly number[]): number[] | null {
  const lower = factor(matrix);
  if (lower === null) return null;
  const forward: number[] = [];
  for (const [i, row] of lower.entries()) {
    let sum = right[i] ?? 0;
    for (let k = 0; k < i; k += 1) sum -= (row[k] ?? 0) * (forward[k] ?? 0);
    forward.push(sum / (row[i] ?? 1));
  }
  const solved = forward.map(() => 0);
  for (let i = solved.length - 1; i >= 0; i -= 1) {
    let sum = forward[i] ?? 0;
    for (let k = i + 1; k < solved.length; k += 1) sum -= (lower[k]?.[i] ?? 0) * (solved[k] ?? 0);
    solved[i] = sum / (lower[i]?.[i] ?? 1);
  }
  return solved;
}

/** The inverse of a symmetric positive definite matrix; null where it has none. */
export function invertSymmetric(matrix: readonly (readonly number[])[]): readonly (readonly number[])[] | null {
  const columns = matrix.map((_, at) =>
    solveSymmetric(
      matrix,
      matrix.map((__, i) => (i === at ? 1 : 0)),
    ),
  );
  return columns.some((column) => column === null) ? null : columns.map((column) => column ?? []);
}
