// What the caches of a window did, beside what bounds them on the very requests of that window.
import type { Costs } from "../../caches/gate.ts";
import { beladyHits } from "../../caches/offline/belady.ts";
import { staticHits } from "../../caches/offline/static-hits.ts";
import { lruNeeds } from "../../caches/offline/stack-distances.ts";
import type { TraceLog } from "../../caches/trace-log.ts";
import type { CachedModels } from "./cached-models.ts";
import type { CheckReport } from "./result-check.ts";
import type { CacheVariation } from "./variation.ts";

/** Hits, all of the same requests. */
interface BoundedHits {
  readonly requests: number;
  readonly hits: number;
  /** With the future known; of a policy that chooses what it takes in, one that may leave entries out. */
  readonly belady: number;
  /** With the most frequent keys held throughout. */
  readonly static: number;
  /** With nothing ever gone. */
  readonly infinite: number;
}

export interface CacheReport extends BoundedHits {
  readonly kind: "cache";
  /** Share of all requests in which the caches were asked: less than 1 only where a policy decides that it is not worth it. */
  readonly askedShare: number;
  /** The entries with which LRU would have found 35 % of what was asked of a cache, the most that one of them needs; null where no size does. */
  readonly lruNeeds: number | null;
  /** Bytes of all caches, and the entries in use. */
  readonly bytes: number;
  readonly entries: number;
  /** Mean time of each part of a request, ms; null where none was timed. */
  readonly costs: Costs | null;
  readonly check: CheckReport;
}

function bounded(log: TraceLog, { policy, slots }: CacheVariation): BoundedHits {
  const trace = log.trace();
  const requests = trace.requests.length;
  return {
    requests,
    hits: log.keptHits,
    belady: beladyHits(trace, slots, policy === "selective"),
    static: staticHits(trace, slots),
    infinite: requests - trace.keys,
  };
}

/**
 * Every log beside its own bounds, summed.
 * @throws where a bound does not hold: then the cache or the bound is wrong, and no figure of it may be shown
 */
function boundedBy(logs: readonly TraceLog[], variation: CacheVariation): BoundedHits {
  const all = logs.map((log) => bounded(log, variation));
  for (const { hits, belady, infinite } of all) {
    if (hits > belady || belady > infinite) {
      throw new Error(`A cache found ${hits}, Belady's optimum ${belady} and an infinite cache ${infinite}.`);
    }
  }
  const sum = (of: keyof BoundedHits): number => all.reduce((total, each) => total + each[of], 0);
  return {
    requests: sum("requests"),
    hits: sum("hits"),
    belady: sum("belady"),
    static: sum("static"),
    infinite: sum("infinite"),
  };
}

/** The published aim. */
const AIMED_HIT_RATE = 0.35;

function needsOf(logs: readonly TraceLog[]): number | null {
  const needs = logs.map((log) => lruNeeds(log.trace(), AIMED_HIT_RATE));
  return needs.some((one) => one === null) ? null : Math.max(...needs.map((one) => one ?? 0));
}

export function cacheReport(models: CachedModels, variation: CacheVariation): CacheReport {
  return {
    kind: "cache",
    askedShare: models.askedShare,
    ...boundedBy(models.logs, variation),
    lruNeeds: needsOf(models.logs),
    bytes: models.bytes,
    entries: models.entries,
    costs: models.costs,
    check: models.check,
  };
}
