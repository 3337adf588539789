// Reads a column of figures in links of version 1 and 2: decimal integers, each as its difference from the mean so far. Frozen.
import { type BitReader, readWholes, SizeSoFar, unzigzag } from "../coding/bits.ts";

/** Numbers that have no short decimal form, kept as JSON has them, in the order they are needed. */
export interface PlainNumbers {
  readonly values: number[];
  next: number;
}

/** Folded exponents stay below this, with one more for a group that is kept as it is. */
const EXPONENT_HEADS = 700;
const MANTISSA_LIMIT = 2 ** 51;

function valueOf(mantissa: number, exponent: number): number {
  return Number(`${mantissa}e${exponent}`);
}

/** What to expect of the mantissas of one column: how large a group's first is, and how far the others scatter. */
class ColumnExpectation {
  private readonly firsts = new SizeSoFar(500, 1);
  /** Folded differences as a share of the mean they are taken from; noise of 3 % gives about 0.05. */
  private readonly scatter = new SizeSoFar(0.05, 4);
  private sum = 0;
  private seen = 0;

  startGroup(): void {
    this.sum = 0;
    this.seen = 0;
  }

  get mean(): number {
    return this.seen === 0 ? 0 : Math.round(this.sum / this.seen);
  }

  get expected(): number {
    return this.seen === 0 ? this.firsts.expected : this.scatter.expected * this.mean;
  }

  add(mantissa: number, difference: number): void {
    if (this.seen === 0) this.firsts.add(mantissa);
    else if (this.mean > 0) this.scatter.add(difference / this.mean);
    this.sum += mantissa;
    this.seen += 1;
  }
}

function readMantissas(reader: BitReader, column: ColumnExpectation, count: number): number[] {
  column.startGroup();
  const mantissas: number[] = [];
  while (mantissas.length < count && !reader.damaged) {
    const difference = reader.number(column.expected);
    const mantissa = mantissas.length === 0 ? difference : column.mean + unzigzag(difference);
    if (mantissa < 0 || mantissa >= MANTISSA_LIMIT) reader.damaged = true;
    column.add(mantissa, difference);
    mantissas.push(mantissa);
  }
  return mantissas;
}

const presences = ["all", "none", "some"] as const;

/**
 * Reads a column of numbers or nulls, group by group; the reader is damaged where it is not there.
 * @param sizes trials in each group
 */
export function readColumn(reader: BitReader, plain: PlainNumbers, sizes: readonly number[]): (number | null)[][] {
  const modes = readWholes(reader, sizes.length, presences.length).map((mode) => presences[mode]);
  const flags = sizes.map((size, g) =>
    Array.from({ length: size }, () => (modes[g] === "some" ? reader.bits(1) === 1 : modes[g] === "all")),
  );
  const counts = flags.map((group) => group.filter(Boolean).length);
  const heads = readWholes(reader, sizes.length, EXPONENT_HEADS + 1);
  const column = new ColumnExpectation();
  const figures = counts.map((count, g) => {
    const head = heads[g] ?? 0;
    if (head !== EXPONENT_HEADS) {
      return readMantissas(reader, column, count).map((mantissa) => valueOf(mantissa, unzigzag(head)));
    }
    const values = plain.values.slice(plain.next, plain.next + count);
    plain.next += count;
    if (values.length < count) reader.damaged = true;
    return values;
  });
  return flags.map((group, g) => {
    let next = 0;
    return group.map((there) => (there ? (figures[g]?.[next++] ?? null) : null));
  });
}
