// What finding one of very many results costs: a real index over simulated entries, its size, and how long searches take.
import { gzipSync } from "node:zlib";
import { SCENARIOS } from "../../src/scenarios/registry.ts";
import { quantileOf } from "./quantile-of.ts";
import { seededRandom } from "../../src/workloads/chance.ts";
import { buildIndex, hash32, type PostingIndex, postingOf, search, SHARDS } from "./posting-index.ts";

const ENTRIES = 1_000_000;
const SEARCHES = 2_000;
const CHECKED = 40;
const RESULTS = 20;
const WANTED_MS = 100;

/** What results differ in, by name, with how many values each has. The first values of each are the usual ones. */
const FACETS: readonly (readonly [name: string, values: readonly string[]])[] = [
  ["scenario", SCENARIOS],
  ["workload", ["explorer", "t-maze", "custom", "search"]],
  ["placement", ["pool", "single-lane", "worker-per-agent", "batched"]],
  ["topology", ["none", "all-to-all", "ring", "star"]],
  ["browser", Array.from({ length: 40 }, (_, n) => `chromium-${156 - n}`)],
  ["platform", ["linux-x86_64", "win32", "macintel", "linux-aarch64", "android", "iphone"]],
  ["cores", Array.from({ length: 32 }, (_, n) => String(2 + 2 * n))],
  ["points", ["1", "5", "10", "20", "50", "100", "1000", "10000"]],
  ["month", Array.from({ length: 60 }, (_, n) => `m${n}`)],
  ["machine", Array.from({ length: 10_000 }, (_, n) => `node-${n}`)],
  ["tag", Array.from({ length: 2_000 }, (_, n) => `tag-${n}`)],
];

/** Some values are far more usual than others: a draw whose first values come most often. */
function draw<Value>(values: readonly Value[], uniform: number): Value | undefined {
  return values[Math.floor(values.length * uniform ** 3)];
}

/** Terms of an entry, from its number alone: made again wherever they are needed, so that a million need no memory. */
function termsOf(entry: number): readonly string[] {
  const random = seededRandom(hash32(`entry ${entry}`));
  return FACETS.map(([name, values]) => `${name}=${draw(values, random()) ?? ""}`);
}

function queries(): readonly (readonly string[])[] {
  const random = seededRandom(20_261_128);
  return Array.from({ length: SEARCHES }, () => {
    // Somebody looks for something that is there: terms of one entry, one to three of them.
    const own = termsOf(Math.floor(ENTRIES * random()));
    const count = 1 + Math.floor(3 * random());
    const terms = new Set<string>();
    while (terms.size < count) terms.add(own[Math.floor(own.length * random())] ?? "");
    return [...terms];
  });
}

function bytesOf(index: PostingIndex, terms: readonly string[]): number {
  return terms.reduce((sum, term) => sum + (postingOf(index, term)?.bytes.length ?? 0), 0);
}

/** Looks at every entry until so many are found. */
function scanned(terms: readonly string[]): readonly number[] {
  const found: number[] = [];
  for (let entry = 0; entry < ENTRIES && found.length < RESULTS; entry += 1) {
    const own = termsOf(entry);
    if (terms.every((term) => own.includes(term))) found.push(entry);
  }
  return found;
}

function check(index: PostingIndex, asked: readonly (readonly string[])[]): void {
  for (const terms of asked.slice(0, CHECKED)) {
    const [byIndex, byScan] = [search(index, terms, RESULTS), scanned(terms)];
    if (byIndex.join() !== byScan.join()) throw new Error(`The index does not find what is there: ${terms.join(" ")}.`);
  }
}

/** Bytes of the records that a list shows, gzip: a block of a hundred made-up but usual ones. */
function recordBytes(): number {
  const records = Array.from({ length: 100 }, (_, entry) => ({
    id: `${hash32(`id ${entry}`).toString(36)}${hash32(`more ${entry}`).toString(36)}`,
    at: 1_790_000_000 + 37 * entry,
    terms: termsOf(entry),
    finding: `50 agents reach ${20_000 + (hash32(`finding ${entry}`) % 20_000)} op/s.`,
  }));
  return gzipSync(JSON.stringify(records)).length / records.length;
}

export function reportIndex(): void {
  const began = performance.now();
  const index = buildIndex(ENTRIES, termsOf);
  const buildSeconds = (performance.now() - began) / 1_000;
  const sizes = index.shards.map((shard) => [...shard.values()].reduce((sum, { bytes }) => sum + bytes.length, 0));
  const total = sizes.reduce((sum, size) => sum + size, 0);
  const terms = index.shards.reduce((sum, shard) => sum + shard.size, 0);
  const asked = queries();
  check(index, asked);
  const times = asked.map((one) => {
    const start = performance.now();
    search(index, one, RESULTS);
    return performance.now() - start;
  });
  const read = asked.map((one) => bytesOf(index, one));
  const ms = (share: number) => quantileOf(times, share).toFixed(3);
  const kB = (share: number) => (quantileOf(read, share) / 1_000).toFixed(1);
  const record = recordBytes();
  console.log(`Index of ${ENTRIES.toLocaleString("en-US")} simulated results, ${FACETS.length} terms each, built in ${buildSeconds.toFixed(1)} s:
  ${terms.toLocaleString("en-US")} terms in ${SHARDS.toLocaleString("en-US")} files by hash, ${(total / 1e6).toFixed(1)} MB, ${(total / ENTRIES).toFixed(1)} bytes a result
  records for lists: ${record.toFixed(0)} bytes a result with gzip, ${((record * ENTRIES) / 1e6).toFixed(0)} MB
Search of ${SEARCHES.toLocaleString("en-US")} questions of one to three terms, the newest ${RESULTS}; ${CHECKED} of them checked by looking at every entry:
  median ${ms(0.5)} ms, p95 ${ms(0.95)} ms, longest ${Math.max(...times).toFixed(3)} ms; wanted: under ${WANTED_MS} ms
  postings to fetch: median ${kB(0.5)} kB, p95 ${kB(0.95)} kB, most ${(Math.max(...read) / 1_000).toFixed(0)} kB`);
}
