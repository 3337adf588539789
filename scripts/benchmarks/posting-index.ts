// A prebuilt index of very many results as static files: for each term the numbers of its entries, newest first, found by hash.

/** Files that terms are dealt over by hash: a static host serves them, and a query fetches one for each of its terms. */
export const SHARDS = 4_096;

/** FNV-1a, 32 bits: the same in every language that may build the files. */
export function hash32(text: string): number {
  let hash = 0x811c9dc5;
  for (let n = 0; n < text.length; n += 1) hash = Math.imul(hash ^ text.charCodeAt(n), 0x01000193) >>> 0;
  return hash;
}

/** The entries of one term: differences of ascending numbers, seven bits to a byte. */
interface Posting {
  readonly count: number;
  readonly bytes: Uint8Array;
}

export interface PostingIndex {
  readonly entries: number;
  readonly shards: readonly ReadonlyMap<string, Posting>[];
}

/** Grows as it is written. */
class Writer {
  private bytes = new Uint8Array(16);
  private length = 0;
  private last = -1;
  count = 0;

  add(entry: number): void {
    let difference = entry - this.last - 1;
    this.last = entry;
    this.count += 1;
    if (this.length + 5 > this.bytes.length) {
      const larger = new Uint8Array(2 * this.bytes.length);
      larger.set(this.bytes);
      this.bytes = larger;
    }
    while (difference > 127) {
      this.bytes[this.length++] = (difference & 127) | 128;
      difference >>>= 7;
    }
    this.bytes[this.length++] = difference;
  }

  done(): Posting {
    return { count: this.count, bytes: this.bytes.slice(0, this.length) };
  }
}

/**
 * Builds the index.
 * @param entries how many
 * @param termsOf terms of an entry by its number; 0 is the newest
 */
export function buildIndex(entries: number, termsOf: (entry: number) => readonly string[]): PostingIndex {
  const writers = new Map<string, Writer>();
  for (let entry = 0; entry < entries; entry += 1) {
    for (const term of termsOf(entry)) {
      let writer = writers.get(term);
      if (writer === undefined) {
        writer = new Writer();
        writers.set(term, writer);
      }
      writer.add(entry);
    }
  }
  const shards = Array.from({ length: SHARDS }, () => new Map<string, Posting>());
  for (const [term, writer] of writers) shards[hash32(term) % SHARDS]?.set(term, writer.done());
  return { entries, shards };
}

export function postingOf({ shards }: PostingIndex, term: string): Posting | null {
  return shards[hash32(term) % SHARDS]?.get(term) ?? null;
}

/** Reads a posting from its bytes, forwards only. */
class Cursor {
  private at = 0;
  /** The current entry; Infinity at the end. */
  entry = -1;
  private readonly bytes: Uint8Array;

  constructor({ bytes }: Posting) {
    this.bytes = bytes;
  }

  /** To the first entry at or behind one. */
  seek(target: number): number {
    while (this.entry < target) {
      if (this.at >= this.bytes.length) {
        this.entry = Infinity;
        break;
      }
      let difference = 0;
      let shift = 0;
      let byte = this.bytes[this.at++] ?? 0;
      while (byte > 127) {
        difference |= (byte & 127) << shift;
        shift += 7;
        byte = this.bytes[this.at++] ?? 0;
      }
      this.entry += 1 + (difference | (byte << shift));
    }
    return this.entry;
  }
}

/**
 * The newest entries that have every term.
 * @param most how many are wanted
 */
export function search(index: PostingIndex, terms: readonly string[], most: number): readonly number[] {
  const postings = terms.map((term) => postingOf(index, term));
  const known = postings.flatMap((one) => one ?? []);
  if (known.length < terms.length || known.length === 0) return [];
  const cursors = known.toSorted((a, b) => a.count - b.count).map((one) => new Cursor(one));
  const found: number[] = [];
  let wanted = 0;
  while (found.length < most) {
    const highest = Math.max(...cursors.map((cursor) => cursor.seek(wanted)));
    if (highest === Infinity) break;
    if (cursors.every(({ entry }) => entry === highest)) {
      found.push(highest);
      wanted = highest + 1;
    } else wanted = highest;
  }
  return found;
}
