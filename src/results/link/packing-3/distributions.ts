// How links of version 3 pack distributions: lists of [bucket, count, …], or any other list of whole numbers.
import type { Distributions } from "../../../measurement/run/sample.ts";
import { type BitReader, type BitWriter, readWholes, SizeSoFar, writeWholes } from "../coding/bits.ts";
import { VERSION_TWO_LIMITS } from "../../format/version-2.ts";

/** More numbers than this in one link are refused: no link that can be sent holds them. */
const NUMBERS_MOST = 500_000;

type Kept = Distributions | undefined;

/** [bucket, count, …] with ascending buckets, as logBuckets makes them. */
function isAscendingPairs(list: readonly number[]): boolean {
  return list.length % 2 === 0 && list.every((value, n) => n % 2 === 1 || n === 0 || value > (list[n - 2] ?? 0));
}

/** What to expect of the next number: how lists begin, how far buckets step, and about as many as in the bucket before. */
class ListExpectation {
  private readonly starts = new SizeSoFar(20, 1);
  private readonly steps = new SizeSoFar(0.2, 4);
  private readonly counts = new SizeSoFar(50, 1);
  private previous: number | null = null;

  startList(): void {
    this.previous = null;
  }

  bucket(isFirst: boolean): SizeSoFar {
    return isFirst ? this.starts : this.steps;
  }

  get count(): number {
    return this.previous ?? this.counts.expected;
  }

  addCount(count: number): void {
    if (this.previous === null) this.counts.add(count);
    this.previous = count;
  }
}

function writeList(writer: BitWriter, expectation: ListExpectation, list: readonly number[]): void {
  const arePairs = isAscendingPairs(list);
  writer.bits(arePairs ? 1 : 0, 1);
  expectation.startList();
  for (const [n, value] of list.entries()) {
    if (arePairs && n % 2 === 0) {
      const size = expectation.bucket(n === 0);
      const step = n === 0 ? value : value - (list[n - 2] ?? 0) - 1;
      writer.number(step, size.expected);
      size.add(step);
    } else {
      writer.number(value, expectation.count);
      expectation.addCount(value);
    }
  }
}

function readList(reader: BitReader, expectation: ListExpectation, length: number): number[] {
  const arePairs = reader.bits(1) === 1;
  expectation.startList();
  const list: number[] = [];
  while (list.length < length && !reader.damaged) {
    const n = list.length;
    if (arePairs && n % 2 === 0) {
      const size = expectation.bucket(n === 0);
      const step = reader.number(size.expected);
      size.add(step);
      list.push(n === 0 ? step : (list[n - 2] ?? 0) + 1 + step);
    } else {
      const value = reader.number(expectation.count);
      expectation.addCount(value);
      list.push(value);
    }
  }
  return list;
}

/** @returns ids of all distributions, in the order in which they are packed */
export function distributionIds(samples: readonly Kept[]): string[] {
  return [...new Set(samples.flatMap((kept) => Object.keys(kept ?? {})))];
}

/** Packs the distributions of valid samples, those without any included. @param ids what distributionIds gave */
export function writeDistributions(writer: BitWriter, ids: readonly string[], samples: readonly Kept[]): void {
  writeWholes(
    writer,
    samples.map((kept) => (kept === undefined ? 0 : 1)),
  );
  const having = samples.filter((kept) => kept !== undefined);
  for (const id of ids) {
    const lists = having.map((kept) => (Object.hasOwn(kept, id) ? kept[id] : undefined));
    writeWholes(
      writer,
      lists.map((list) => (list === undefined ? 0 : 1)),
    );
    const present = lists.filter((list) => list !== undefined);
    writeWholes(
      writer,
      present.map(({ length }) => length),
    );
    const expectation = new ListExpectation();
    for (const list of present) writeList(writer, expectation, list);
  }
}

/** @returns what writeDistributions packed; the reader is damaged where it is not there */
export function readDistributions(reader: BitReader, ids: readonly string[], samples: number): Kept[] {
  const kept = readWholes(reader, samples, 2).map((has): Record<string, number[]> | undefined =>
    has === 1 ? {} : undefined,
  );
  const having = kept.filter((one) => one !== undefined);
  let left = NUMBERS_MOST;
  for (const id of ids) {
    const presences = readWholes(reader, having.length, 2);
    const present = having.filter((_, n) => presences[n] === 1);
    const lengths = readWholes(reader, present.length, VERSION_TWO_LIMITS.distributionNumbersMost + 1);
    left -= lengths.reduce((sum, length) => sum + length, 0);
    if (left < 0) reader.damaged = true;
    const expectation = new ListExpectation();
    for (const [n, one] of present.entries()) {
      if (reader.damaged) return [];
      one[id] = readList(reader, expectation, lengths[n] ?? 0);
    }
  }
  return kept;
}
