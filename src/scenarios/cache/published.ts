// What the published document claims of its cache, and what a run of the same system recorded.

/** Source: the cache section of the published document. */
export const PUBLISHED_CACHE = {
  hitRate: 0.221,
  hitRateAimed: { from: 0.35, to: 0.4 },
  speedUp: 3.2,
  speedUpAimed: 5,
  memoryShare: 0.23,
  memoryShareAimed: 0.15,
} as const;

/**
 * The recorded run of the published system's own cache benchmark, 4 July 2025: hit rate, and speed with the cache over speed without.
 * Source: FreeAgentics, matrix_caching_benchmark_results_20250704.
 */
export const RECORDED_CACHE = [
  { name: "observations", hitRate: 0.022, speedUp: 1.308 / 1.698 },
  { name: "three modalities", hitRate: 0, speedUp: 1 / 1.07 },
  { name: "intermediate results", hitRate: 0.875, speedUp: 12.8 },
] as const;
