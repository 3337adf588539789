// Published optimisations as changes that combine into a what-if: what each does to memory and throughput, over its claimed range.
import { publishedCache, publishedMemoryMB } from "../memory/published.ts";

/** A range of shares or ratios. Both ends are planned. */
export interface ShareRange {
  readonly low: number;
  readonly high: number;
}

export type Change =
  /** Belief states take less memory: a share of their own 12 MB or, as the claim can also be read, of the whole agent. */
  | { readonly kind: "belief"; readonly saved: ShareRange; readonly of: "component" | "whole" }
  /** Agents share matrices, which saves a share of the 8 MB cache of each. No figure was published: this one is Headroom's. */
  | { readonly kind: "pooling"; readonly saved: ShareRange }
  /** The cache answers more often, and faster. */
  | { readonly kind: "cache"; readonly hitRate: ShareRange; readonly speedup: number }
  /** Processes instead of threads: few agents share one interpreter. */
  | { readonly kind: "processes"; readonly agentsMost: number }
  /** Every op is so many times as fast, as somebody measured it: an interval of a speed-up. */
  | { readonly kind: "speed"; readonly times: ShareRange };

export type ChangeKind = Change["kind"];

/** Each change as it was published, to start from; the measured one is that of workers in place of one, docs/measurements.md. */
export const claimedChanges: Readonly<Record<ChangeKind, Change>> = {
  belief: { kind: "belief", saved: { low: 0.3, high: 0.4 }, of: "component" },
  pooling: { kind: "pooling", saved: { low: 0, high: 0.5 } },
  cache: { kind: "cache", hitRate: { low: 0.35, high: 0.4 }, speedup: 5 },
  processes: { kind: "processes", agentsMost: 1 },
  speed: { kind: "speed", times: { low: 1.83, high: 2.01 } },
};

/** A what-if: changes of different kinds, applied together. */
export type WhatIf = readonly Change[];

/**
 * Mean time of an op with a cache, as a share of the time without: 1 − h + h/s.
 * @param hitRate h, a share
 * @param speedup s, how many times faster a hit is
 */
export function cachedTimeShare(hitRate: number, speedup: number): number {
  return 1 - hitRate + hitRate / speedup;
}

/** What a what-if does at one end of its ranges. */
export interface Effect {
  readonly perAgentMBSaved: number;
  /** Every X(n) is multiplied by this. */
  readonly throughputFactor: number;
  /** Most agents per process; null where the what-if sets no limit. */
  readonly agentsMost: number | null;
}

/** The modest and the bold end of a claim. */
export type End = "low" | "high";

/** The effect at one end of what is claimed. Savings of memory add up; pooling saves at most the 8 MB of the cache. */
export function effectOf(whatIf: WhatIf, end: End): Effect {
  let perAgentMBSaved = 0;
  let throughputFactor = 1;
  let agentsMost: number | null = null;
  for (const change of whatIf) {
    switch (change.kind) {
      case "belief":
        perAgentMBSaved +=
          change.saved[end] * (change.of === "component" ? publishedMemoryMB.beliefStates : publishedMemoryMB.whole);
        break;
      case "pooling":
        perAgentMBSaved += change.saved[end] * publishedMemoryMB.matrixCache;
        break;
      case "cache":
        throughputFactor *=
          cachedTimeShare(publishedCache.hitRate, publishedCache.speedup) /
          cachedTimeShare(change.hitRate[end], change.speedup);
        break;
      case "processes":
        agentsMost = change.agentsMost;
        break;
      case "speed":
        throughputFactor *= change.times[end];
        break;
    }
  }
  return { perAgentMBSaved, throughputFactor, agentsMost };
}
