// Rows of B as the kernel reads them: sums of places in a source and its scaled copies, or, where B has many values, products.
import type { Transition } from "../transitions.ts";
import type { StateClasses } from "./state-classes.ts";

/** The most scaled copies of a source. With more, making them costs more than the products that they save. */
const COPIES_MOST = 3;

/** Values of B other than 1, each the factor of one scaled copy; null where rows are products. */
export function copyValues({ value }: Transition): readonly number[] | null {
  const values = new Set(value);
  values.delete(1);
  return values.size > COPIES_MOST ? null : [...values];
}

interface Row {
  readonly to: number;
  readonly entries: readonly { readonly from: number; readonly value: number }[];
}

/** The rows of one control by class, in the kernel's order of states; of none (−1) those that change nothing. */
function rowsOf(
  transition: Transition,
  control: number,
  { order, place, ends }: StateClasses,
): readonly (readonly Row[])[] {
  const { states, rowStart, previous, rowEntry, value } = transition;
  const rows = order.map((state, to): Row => {
    if (control < 0) return { to, entries: [{ from: to, value: 1 }] };
    const row = control * states + state;
    const entries = [];
    for (let i = rowStart[row] ?? 0; i < (rowStart[row + 1] ?? 0); i += 1) {
      const chance = value[rowEntry[i] ?? 0] ?? 0;
      if (chance !== 0) entries.push({ from: place[previous[i] ?? 0] ?? 0, value: chance });
    }
    return { to, entries };
  });
  // Where every class is one state, all rows are one list.
  if (ends.length === states) return [rows];
  return ends.map((end, c) => rows.slice(c === 0 ? 0 : ends[c - 1], end));
}

/** How many entries each row of one control has, or of none (−1). */
export function rowLengths(transition: Transition, control: number, classes: StateClasses): readonly number[] {
  return rowsOf(transition, control, classes)
    .flat()
    .map(({ entries }) => entries.length);
}

/** Words of rows that are sums; `stride` is the bytes of one state. See `addRows` of the kernel. */
export function sumWords(
  transition: Transition,
  control: number,
  classes: StateClasses,
  copies: readonly number[],
  stride: number,
): readonly number[] {
  const copyBytes = transition.states * stride;
  const placeOf = ({ from, value }: { readonly from: number; readonly value: number }): number =>
    (copies.indexOf(value) + 1) * copyBytes + from * stride;
  return rowsOf(transition, control, classes).flatMap((rows) => {
    const ones = rows.filter(({ entries }) => entries.length === 1);
    const twos = rows.filter(({ entries }) => entries.length === 2);
    const more = rows.filter(({ entries }) => entries.length !== 1 && entries.length !== 2);
    return [
      ones.length,
      twos.length,
      more.length,
      ...[...ones, ...twos].flatMap(({ to, entries }) => [to * stride, ...entries.map(placeOf)]),
      ...more.flatMap(({ to, entries }) => [to * stride, entries.length, ...entries.map(placeOf)]),
    ];
  });
}

/** A row of products: where it goes, and its entries as places and values. */
export interface ProductRow {
  readonly to: number;
  readonly entries: readonly { readonly place: number; readonly value: number }[];
}

/** The same as products, class by class. */
export function productRows(
  transition: Transition,
  control: number,
  classes: StateClasses,
  stride: number,
): readonly (readonly ProductRow[])[] {
  return rowsOf(transition, control, classes).map((rows) =>
    rows.map(({ to, entries }) => ({
      to: to * stride,
      entries: entries.map(({ from, value }) => ({ place: from * stride, value })),
    })),
  );
}
