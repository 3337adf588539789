// What an A/B window of a cache says.
import { breakEven } from "../../caches/gate.ts";
import { type AbReport, opsPerSecondOf } from "../../measurement/lane/ab-window.ts";
import type { Figures } from "../../measurement/run/sample.ts";
import { roundToDigits } from "../../statistics/significant.ts";

const DIGITS = 4;
/** Of what no size reaches: figures are never negative. */
export const NO_SIZE = 0;

const digits = (value: number): number => roundToDigits(value, DIGITS);

/** @param agents of the lane @returns null where the window was of something else */
export function cacheFigures({ pairs, aMemory, variation }: AbReport, agents: number): Figures | null {
  if (variation.kind !== "cache") return null;
  const { a, b } = opsPerSecondOf(pairs);
  const { requests, hits, belady, infinite, askedShare, bytes, costs, check } = variation;
  const share = (of: number): number => digits((of * askedShare) / Math.max(1, requests));
  return {
    "speed-up": digits(b / a),
    "hit-rate": share(hits),
    belady: share(belady),
    infinite: share(infinite),
    static: share(variation.static),
    ...(costs === null
      ? {}
      : {
          "break-even": digits(breakEven(costs)),
          lookup: digits(costs.lookup * 1_000),
          compute: digits(costs.compute * 1_000),
          store: digits(costs.store * 1_000),
        }),
    "cache-bytes": bytes,
    "memory-share": digits(bytes / (bytes + agents * aMemory.perAgentBytes)),
    throughput: digits(b),
    "plain-throughput": digits(a),
    "lru-needs": variation.lruNeeds ?? NO_SIZE,
    asked: digits(askedShare),
    "largest-error": digits(check.largestError),
    "changed-actions": digits(check.changedShare),
    divergence: digits(check.meanKl),
  };
}
