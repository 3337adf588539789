// The agents of a lane as they think with a cache, with the bytes that it takes.
import { buildWorkload } from "../../workloads/built/registry.ts";
import { createGroup, type Group } from "../../workloads/group.ts";
import { hearings } from "../../workloads/hearings.ts";
import { type CacheCounts, CachedModels } from "../../workloads/variants/cached-models.ts";
import type { Workload } from "../../workloads/workload.ts";
import type { CacheVariation } from "../../workloads/variants/variation.ts";
import type { LaneSetup } from "./protocol.ts";

interface CachedGroup {
  readonly group: Group;
  readonly workload: Workload;
  readonly cacheBytes: number;
  readonly scratchBytes: number;
  /** What was asked of the caches so far. */
  readonly counts: () => CacheCounts;
}

/** @throws where the lane was prepared with couriers, which do not think */
export function cachedGroup(setup: LaneSetup, variation: CacheVariation, nowMs: () => number): CachedGroup {
  const { workload: config, share: block, totalAgents, seed, topology } = setup;
  if (config.kind === "courier") throw new Error("Couriers have nothing to cache.");
  // Nothing is noted of single requests: their log would cost time.
  const models = new CachedModels(variation, { nowMs, hashSeed: seed, notedMost: 0 });
  const workload = buildWorkload(config, models.source);
  const group = createGroup(workload, { block, totalAgents, seed, hearing: hearings[topology] });
  return {
    group,
    workload,
    cacheBytes: models.bytes,
    scratchBytes: workload.scratchBytes,
    counts: () => models.counts,
  };
}
