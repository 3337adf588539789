// Owns how a column of figures is packed for a link: decimal integers, each as its difference from the mean so far.
import { type BitReader, type BitWriter, readWholes, SizeSoFar, unzigzag, writeWholes, zigzag } from "./bits.ts";

/** Numbers that have no short decimal form, kept as JSON has them, in the order they are needed. */
export interface PlainNumbers {
  readonly values: number[];
  next: number;
}

/** Folded exponents stay below this, with one more for a group that is kept as it is. */
const EXPONENT_HEADS = 700;
const MANTISSA_LIMIT = 2 ** 51;

interface Decimal {
  readonly mantissa: number;
  readonly exponent: number;
}

/** 18340 → 1834 × 10^1. The digits are the shortest that name the same double. */
function decimalOf(value: number): Decimal {
  const [digits = "0", power = "0"] = value.toExponential().split("e");
  const [whole = "0", fraction = ""] = digits.split(".");
  return { mantissa: Number(whole + fraction), exponent: Number(power) - fraction.length };
}

function valueOf(mantissa: number, exponent: number): number {
  return Number(`${mantissa}e${exponent}`);
}

/** @returns whole mantissas with one exponent for all, or null where that would not give back each value exactly */
function commonDecimals(values: readonly number[]): { mantissas: number[]; exponent: number } | null {
  const decimals = values.map(decimalOf);
  const exponents = decimals.filter(({ mantissa }) => mantissa !== 0).map(({ exponent }) => exponent);
  const exponent = exponents.length === 0 ? 0 : Math.min(...exponents);
  const mantissas = decimals.map(({ mantissa, exponent: own }) =>
    mantissa === 0 ? 0 : Math.round(mantissa * 10 ** (own - exponent)),
  );
  const exact = mantissas.every(
    (mantissa, n) => mantissa >= 0 && mantissa < MANTISSA_LIMIT && valueOf(mantissa, exponent) === values[n],
  );
  return exact && Math.abs(exponent) < EXPONENT_HEADS / 2 - 1 ? { mantissas, exponent } : null;
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

function writeMantissas(writer: BitWriter, column: ColumnExpectation, mantissas: readonly number[]): void {
  column.startGroup();
  for (const [n, mantissa] of mantissas.entries()) {
    const difference = n === 0 ? mantissa : zigzag(mantissa - column.mean);
    writer.number(difference, column.expected);
    column.add(mantissa, difference);
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

function presenceOf(group: readonly (number | null)[]): (typeof presences)[number] {
  const there = group.filter((value) => value !== null).length;
  if (there === group.length) return "all";
  return there === 0 ? "none" : "some";
}

/** Packs one column of finite numbers ≥ 0 or nulls, group by group, exactly. */
export function writeColumn(writer: BitWriter, plain: number[], groups: readonly (readonly (number | null)[])[]): void {
  const modes = groups.map(presenceOf);
  writeWholes(
    writer,
    modes.map((mode) => presences.indexOf(mode)),
  );
  const uneven = groups.filter((_, g) => modes[g] === "some").flat();
  for (const value of uneven) writer.bits(value === null ? 0 : 1, 1);

  const packed = groups.map((group) => {
    const values = group.filter((value) => value !== null);
    return { values, common: values.length === 0 ? { mantissas: [], exponent: 0 } : commonDecimals(values) };
  });
  writeWholes(
    writer,
    packed.map(({ common }) => (common === null ? EXPONENT_HEADS : zigzag(common.exponent))),
  );
  const column = new ColumnExpectation();
  for (const { values, common } of packed) {
    if (common === null) plain.push(...values);
    else writeMantissas(writer, column, common.mantissas);
  }
}

/**
 * Reads a column that writeColumn packed; the reader is damaged where it is not there.
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
