// Owns the published optimisations as changes that combine: what each does to memory and throughput, over its claimed range.
import { publishedCache, publishedMemoryMB } from "../memory/published.ts";

/** A range of a share: both ends are planned. */
export interface ShareRange {
  readonly low: number;
  readonly high: number;
}

export type Change =
  /** Belief states take so much less memory: of their own 12 MB, or, as the claim can be read too, of the whole agent. */
  | { readonly kind: "belief"; readonly saved: ShareRange; readonly of: "component" | "whole" }
  /** Agents share matrices: so much of the 8 MB cache of each is saved. Nothing was claimed, so the share is the planner's own. */
  | { readonly kind: "pooling"; readonly saved: ShareRange }
  /** The cache answers more often, and faster. */
  | { readonly kind: "cache"; readonly hitRate: ShareRange; readonly speedup: number }
  /** Processes instead of threads: at most so many agents share one interpreter. */
  | { readonly kind: "processes"; readonly agentsMost: number };

export type ChangeKind = Change["kind"];

/** What was published, to start from. */
export const claimedChanges: Readonly<Record<ChangeKind, Change>> = {
  belief: { kind: "belief", saved: { low: 0.3, high: 0.4 }, of: "component" },
  pooling: { kind: "pooling", saved: { low: 0, high: 0.5 } },
  cache: { kind: "cache", hitRate: { low: 0.35, high: 0.4 }, speedup: 5 },
  processes: { kind: "processes", agentsMost: 1 },
};

/** Changes of different kinds, applied together. */
export type Scenario = readonly Change[];

/**
 * Mean time of an op with a cache, as a share of the time without: 1 − h + h/s.
 * @param hitRate h, a share
 * @param speedup s, how many times faster a hit is
 */
export function cachedTimeShare(hitRate: number, speedup: number): number {
  return 1 - hitRate + hitRate / speedup;
}

/** What a scenario does at one end of its ranges. */
export interface Effect {
  readonly perAgentMBSaved: number;
  /** Every X(n) times this. */
  readonly throughputFactor: number;
  /** Most agents per process; null for no limit of its own. */
  readonly agentsMost: number | null;
}

/** The modest end of what is claimed, and the bold one. */
export type End = "low" | "high";

/** The effect at the low or high end of what is claimed. Memory saved adds up; the cache's own 8 MB bound its pooling. */
export function effectOf(scenario: Scenario, end: End): Effect {
  let perAgentMBSaved = 0;
  let throughputFactor = 1;
  let agentsMost: number | null = null;
  for (const change of scenario) {
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
    }
  }
  return { perAgentMBSaved, throughputFactor, agentsMost };
}
