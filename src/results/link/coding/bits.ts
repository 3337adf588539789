// How links of every version code whole numbers: bits, six to a character, few of them where a number was expected. Frozen with those versions.

const DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
const BITS_PER_DIGIT = 6;
const valueOfCode = new Map(Array.from(DIGITS, (digit, value) => [digit.charCodeAt(0), value]));

/** A number this many times beyond what was expected is written with its length instead. */
const QUOTIENT_MOST = 24;
const WIDTH_BITS = 6;
const WIDTH_MOST = 53;

/** Folds a signed whole number into one from 0: 0, −1, 1, −2 → 0, 1, 2, 3. Exact below 2^52. */
export function zigzag(value: number): number {
  return value < 0 ? -2 * value - 1 : 2 * value;
}

export function unzigzag(value: number): number {
  return value % 2 === 0 ? value / 2 : -(value + 1) / 2;
}

/** Low bits that a number of the expected size has: the parameter of its Rice code. */
function lowBitsFor(expected: number): number {
  let bits = 0;
  while (bits < WIDTH_MOST - 5 && 2 ** (bits + 1) <= expected) bits += 1;
  return bits;
}

/** Appends bits to a growing text. */
export class BitWriter {
  private readonly digits: string[] = [];
  private pending = 0;
  private pendingBits = 0;

  /** @returns all bits as text; the last character is filled up with zeros */
  text(): string {
    const rest = this.pendingBits === 0 ? "" : DIGITS.charAt(this.pending << (BITS_PER_DIGIT - this.pendingBits));
    return this.digits.join("") + rest;
  }

  /** Writes the lowest `width` bits of a whole number from 0, highest first. */
  bits(value: number, width: number): void {
    for (let place = width - 1; place >= 0; place -= 1) {
      this.pending = this.pending * 2 + (Math.floor(value / 2 ** place) % 2);
      this.pendingBits += 1;
      if (this.pendingBits === BITS_PER_DIGIT) {
        this.digits.push(DIGITS.charAt(this.pending));
        this.pending = 0;
        this.pendingBits = 0;
      }
    }
  }

  /** Writes a whole number from 0 below 2^53 in few bits when it is about as large as `expected` or smaller. */
  number(value: number, expected: number): void {
    const low = lowBitsFor(expected);
    const quotient = Math.floor(value / 2 ** low);
    if (quotient < QUOTIENT_MOST) {
      for (let n = 0; n < quotient; n += 1) this.bits(1, 1);
      this.bits(0, 1);
      this.bits(value, low);
      return;
    }
    for (let n = 0; n < QUOTIENT_MOST; n += 1) this.bits(1, 1);
    const width = Math.floor(Math.log2(value)) + 2;
    this.bits(Math.min(width, WIDTH_MOST), WIDTH_BITS);
    this.bits(value, Math.min(width, WIDTH_MOST));
  }
}

/** Reads what BitWriter wrote. Past the end or at a foreign character it gives 0 and `damaged` stays true. */
export class BitReader {
  damaged = false;
  private at = 0;
  private pending = 0;
  private pendingBits = 0;
  private readonly source: string;

  constructor(text: string) {
    this.source = text;
  }

  /** Whether every character was read and only zeros fill the last one. */
  get finished(): boolean {
    return this.at === this.source.length && this.pending % 2 ** this.pendingBits === 0;
  }

  private bit(): number {
    if (this.pendingBits === 0) {
      const value = valueOfCode.get(this.source.charCodeAt(this.at));
      if (value === undefined) {
        this.damaged = true;
        return 0;
      }
      this.at += 1;
      this.pending = value;
      this.pendingBits = BITS_PER_DIGIT;
    }
    this.pendingBits -= 1;
    return (this.pending >> this.pendingBits) & 1;
  }

  bits(width: number): number {
    let value = 0;
    for (let n = 0; n < width; n += 1) value = value * 2 + this.bit();
    return value;
  }

  number(expected: number): number {
    let quotient = 0;
    while (quotient < QUOTIENT_MOST && this.bit() === 1) quotient += 1;
    if (quotient < QUOTIENT_MOST) {
      const low = lowBitsFor(expected);
      return quotient * 2 ** low + this.bits(low);
    }
    const width = this.bits(WIDTH_BITS);
    if (width <= WIDTH_MOST) return this.bits(width);
    this.damaged = true;
    return 0;
  }

  /** Takes a number that must be below `limit`. */
  numberBelow(limit: number, expected: number): number {
    const value = this.number(expected);
    if (value < limit) return value;
    this.damaged = true;
    return 0;
  }
}

/** The size of the numbers of a column so far, so that writer and reader expect alike. */
export class SizeSoFar {
  private sum: number;
  private seen: number;

  /** Starts as if `seen` numbers of size `size` had been there. */
  constructor(size: number, seen: number) {
    this.sum = size * seen;
    this.seen = seen;
  }

  get expected(): number {
    return this.sum / this.seen;
  }

  add(value: number): void {
    this.sum += value;
    this.seen += 1;
  }
}

/** Writes a column of whole numbers from 0; one whose numbers are all alike takes them once. */
export function writeWholes(writer: BitWriter, values: readonly number[]): void {
  const [first] = values;
  if (first === undefined) return;
  const alike = values.every((value) => value === first);
  writer.bits(alike ? 0 : 1, 1);
  const size = new SizeSoFar(2, 2);
  for (const value of alike ? [first] : values) {
    writer.number(value, size.expected);
    size.add(value);
  }
}

/** Reads a column of whole numbers below `limit`; shorter than `count` where the text is damaged. */
export function readWholes(reader: BitReader, count: number, limit: number): number[] {
  if (count === 0) return [];
  const alike = reader.bits(1) === 0;
  const size = new SizeSoFar(2, 2);
  const values: number[] = [];
  while (values.length < (alike ? 1 : count) && !reader.damaged) {
    const value = reader.numberBelow(limit, size.expected);
    size.add(value);
    values.push(value);
  }
  return alike ? Array.from({ length: count }, () => values[0] ?? 0) : values;
}
