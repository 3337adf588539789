// How links of version 3 pack the figures of one measure: decimal integers, each as its difference from the mean so far.
import {
  type BitReader,
  type BitWriter,
  readWholes,
  SizeSoFar,
  unzigzag,
  writeWholes,
  zigzag,
} from "../coding/bits.ts";

/** A figure of a sample: a number, null where it was withheld, undefined where the sample does not have it. */
export type Entry = number | null | undefined;

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

/** What the samples of a group have. The order is part of the link format. */
const presences = ["all", "absent", "withheld", "mixed"] as const;
type Presence = (typeof presences)[number];

/** One of three things that an entry can be, in two bits. */
const marks = { value: 0, absent: 1, withheld: 2 } as const;

function markOf(entry: Entry): number {
  if (entry === undefined) return marks.absent;
  return entry === null ? marks.withheld : marks.value;
}

function presenceOf(group: readonly Entry[]): Presence {
  if (group.every((entry) => typeof entry === "number")) return "all";
  if (group.every((entry) => entry === undefined)) return "absent";
  return group.every((entry) => entry === null) ? "withheld" : "mixed";
}

function isNumber(entry: Entry): entry is number {
  return typeof entry === "number";
}

/** Packs one column of finite numbers, nulls and gaps, group by group, exactly. @param plain takes what has no short form */
export function writeColumn(writer: BitWriter, plain: number[], groups: readonly (readonly Entry[])[]): void {
  const modes = groups.map(presenceOf);
  writeWholes(
    writer,
    modes.map((mode) => presences.indexOf(mode)),
  );
  for (const entry of groups.filter((_, g) => modes[g] === "mixed").flat()) writer.bits(markOf(entry), 2);

  const packed = groups.map((group) => {
    const values = group.filter(isNumber);
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

function readMarks(reader: BitReader, size: number, mode: Presence | undefined): number[] {
  switch (mode) {
    case "mixed":
      return Array.from({ length: size }, () => reader.bits(2));
    case "absent":
      return Array.from({ length: size }, () => marks.absent);
    case "withheld":
      return Array.from({ length: size }, () => marks.withheld);
    case "all":
    case undefined:
      return Array.from({ length: size }, () => marks.value);
  }
}

/**
 * Reads a column that writeColumn packed; the reader is damaged where it is not there.
 * @param sizes valid samples in each group
 */
export function readColumn(reader: BitReader, plain: PlainNumbers, sizes: readonly number[]): Entry[][] {
  const modes = readWholes(reader, sizes.length, presences.length).map((mode) => presences[mode]);
  const groupMarks = sizes.map((size, g) => readMarks(reader, size, modes[g]));
  const counts = groupMarks.map((group) => group.filter((mark) => mark === marks.value).length);
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
  return groupMarks.map((group, g) => {
    let next = 0;
    return group.map((mark) => {
      if (mark === marks.value) return figures[g]?.[next++];
      return mark === marks.withheld ? null : undefined;
    });
  });
}
