// What the cache costs alone: every policy beside lru-cache on a Zipf law, hostile keys beside benign ones, and what agents gain from a gate.
import { LRUCache } from "lru-cache";
import { ArenaCache } from "../../src/caches/arena-cache.ts";
import { drawnRequests, scanRequests, zipfProbabilities } from "../../src/caches/offline/synthetic-traces.ts";
import { POLICIES, type PolicyKind } from "../../src/caches/policies/policy-names.ts";
import { NONE } from "../../src/caches/policies/slot-list.ts";
import { median } from "../../src/statistics/summary.ts";
import { seededRandom } from "../../src/workloads/chance.ts";

const KEYS = 10_000;
const SLOTS = 1_000;
const REQUESTS = 200_000;
const REPEATS = 7;
/** Lookups that are timed together: the clock's step is longer than one. */
const BATCH = 64;
const SEED = 9;

interface Cost {
  readonly nsPerRequest: number;
  readonly hitShare: number;
  /** The 99th percentile of batches, per request. */
  readonly p99Ns: number;
}

/** @param ask whether the key of a request was found; stores it where it was not */
function costOf(requests: readonly number[], ask: (key: number) => boolean): Cost {
  let hits = 0;
  const batches: number[] = [];
  const began = performance.now();
  for (let from = 0; from < requests.length; from += BATCH) {
    const batchBegan = performance.now();
    for (let at = from; at < Math.min(requests.length, from + BATCH); at += 1) if (ask(requests[at] ?? 0)) hits += 1;
    batches.push(((performance.now() - batchBegan) * 1e6) / BATCH);
  }
  const nsPerRequest = ((performance.now() - began) * 1e6) / requests.length;
  const sorted = batches.toSorted((a, b) => a - b);
  return { nsPerRequest, hitShare: hits / requests.length, p99Ns: sorted[Math.floor(sorted.length * 0.99)] ?? 0 };
}

/** The median of several runs, each with a cache of its own. */
function repeated(requests: readonly number[], fresh: () => (key: number) => boolean): Cost {
  const costs = Array.from({ length: REPEATS }, () => costOf(requests, fresh()));
  const middle = (of: keyof Cost): number => median(costs.map((cost) => cost[of])) ?? 0;
  return { nsPerRequest: middle("nsPerRequest"), hitShare: middle("hitShare"), p99Ns: middle("p99Ns") };
}

function arena(policy: PolicyKind, keys: readonly Uint32Array[]) {
  return () => {
    const cache = new ArenaCache(policy, { slots: SLOTS, keyWords: 2, valueLength: 1 }, SEED);
    return (key: number): boolean => {
      const words = keys[key] ?? new Uint32Array(2);
      if (cache.find(words) !== NONE) return true;
      const slot = cache.store(words);
      if (slot !== NONE) cache.values[slot] = key;
      return false;
    };
  };
}

function plainKeys(count: number): Uint32Array[] {
  return Array.from({ length: count }, (_, key) => Uint32Array.of(key, 7));
}

/** Keys whose hashes end in the same bits, found by trying: what somebody who knew the seed would choose. */
function hostileKeys(count: number): Uint32Array[] {
  const probe = new ArenaCache("lru", { slots: SLOTS, keyWords: 2, valueLength: 1 }, SEED);
  const found: Uint32Array[] = [];
  for (let n = 0; found.length < count; n += 1) {
    const key = Uint32Array.of(n, 7);
    probe.find(key);
    if ((probe.hash.low & 2_047) === 0) found.push(key);
  }
  return found;
}

function line(name: string, cost: Cost, beside: Cost): string {
  const times = (own: number, other: number): string => (own / other).toFixed(2).padStart(8);
  const share = `${(cost.hitShare * 100).toFixed(1)}%`.padStart(8);
  return `${name.padEnd(38)}${share}${times(cost.nsPerRequest, beside.nsPerRequest)}${times(cost.p99Ns, beside.p99Ns)}`;
}

/** Prints hit rates, and times as ratios to a baseline of the same run. */
export function reportCaches(): void {
  const random = seededRandom(1);
  const zipf = drawnRequests(zipfProbabilities(KEYS, 1), REQUESTS, random);
  const keys = plainKeys(KEYS);
  const other = repeated(zipf, () => {
    const cache = new LRUCache<number, number>({ max: SLOTS });
    return (key) => {
      if (cache.get(key) !== undefined) return true;
      cache.set(key, key);
      return false;
    };
  });
  console.log(
    `Zipf(1) of ${KEYS} keys, ${SLOTS} entries, ${REQUESTS} requests, medians of ${REPEATS}; times over those of lru-cache\n`,
  );
  console.log(`${"".padEnd(38)}${"hits".padStart(8)}${"mean".padStart(8)}${"p99".padStart(8)}`);
  console.log(line("lru-cache 11", other, other));
  for (const policy of POLICIES) console.log(line(policy, repeated(zipf, arena(policy, keys)), other));

  const scan = scanRequests(50_000);
  const benign = repeated(scan, arena("lru", plainKeys(scan.length)));
  const crowd = hostileKeys(2_000);
  const met = repeated(
    scan,
    arena(
      "lru",
      scan.map((at) => crowd[at % crowd.length] ?? new Uint32Array(2)),
    ),
  );
  console.log("\nKeys that are all new, and keys whose hashes end alike; times over those of the first\n");
  console.log(line("all new", benign, benign));
  console.log(line("equal ends of hashes", met, benign));
}
