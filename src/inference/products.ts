// Products of transitions as sparse columns, so that two ways to the same prediction are recognised when a model is compiled.
import type { Transition } from "./transitions.ts";

/** A matrix [to, from] by columns; entries of 0 are left out. */
export interface Product {
  readonly columnStart: Int32Array;
  readonly next: Int32Array;
  readonly value: Float64Array;
  /** The same text for all products with entries at the same places, and for few others. */
  readonly pattern: string;
}

/** How many roundings apart two equal entries may be: sums of the same products in another order. */
const ROUNDINGS = 16;

/** A short text of where entries are. */
function patternOf(columnStart: Int32Array, next: Int32Array): string {
  let hash = 17;
  for (const start of columnStart) hash = (Math.imul(hash, 31) + start) | 0;
  for (const to of next) hash = (Math.imul(hash, 31) + to) | 0;
  return `${next.length}:${hash}`;
}

export function identityProduct(states: number): Product {
  const columnStart = Int32Array.from({ length: states + 1 }, (_, i) => i);
  const next = columnStart.slice(0, states);
  return { columnStart, next, value: new Float64Array(states).fill(1), pattern: patternOf(columnStart, next) };
}

/** B[·,·,control]·product. */
export function composeTransition(transition: Transition, control: number, product: Product): Product {
  const { states, columnStart, next, value } = transition;
  const sum = new Float64Array(states);
  const startOf = new Int32Array(states + 1);
  const nexts: number[] = [];
  const values: number[] = [];
  for (let from = 0; from < states; from += 1) {
    for (let i = product.columnStart[from] ?? 0; i < (product.columnStart[from + 1] ?? 0); i += 1) {
      const column = control * states + (product.next[i] ?? 0);
      const weight = product.value[i] ?? 0;
      for (let entry = columnStart[column] ?? 0; entry < (columnStart[column + 1] ?? 0); entry += 1) {
        const to = next[entry] ?? 0;
        sum[to] = (sum[to] ?? 0) + weight * (value[entry] ?? 0);
      }
    }
    for (let to = 0; to < states; to += 1) {
      const weight = sum[to] ?? 0;
      if (weight !== 0) {
        nexts.push(to);
        values.push(weight);
      }
      sum[to] = 0;
    }
    startOf[from + 1] = nexts.length;
  }
  const nextOf = Int32Array.from(nexts);
  return { columnStart: startOf, next: nextOf, value: Float64Array.from(values), pattern: patternOf(startOf, nextOf) };
}

/** Whether two products are the same but for the order in which their sums were rounded. */
export function equalProducts(a: Product, b: Product): boolean {
  if (a.value.length !== b.value.length) return false;
  for (let i = 0; i < a.columnStart.length; i += 1) if (a.columnStart[i] !== b.columnStart[i]) return false;
  for (let i = 0; i < a.value.length; i += 1) {
    if (a.next[i] !== b.next[i]) return false;
    const [x, y] = [a.value[i] ?? 0, b.value[i] ?? 0];
    if (Math.abs(x - y) > ROUNDINGS * Number.EPSILON * Math.max(x, y)) return false;
  }
  return true;
}
