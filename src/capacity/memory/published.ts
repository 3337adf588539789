// Published figures about capacity: those of public/reference/published-reference.json that a page needs before it loads a file.
import type { CapacityConstants } from "./memory.ts";

export const publishedConstants: CapacityConstants = {
  baseMB: 500,
  perAgentMB: 35,
  cacheShare: 0.2,
  bufferShare: 0.5,
};

/** A row of the published table. Efficiency is a share. */
export interface PublishedEfficiency {
  readonly agents: number;
  readonly efficiency: number;
}

/** Ascending by agents. */
export const publishedEfficiencies: readonly PublishedEfficiency[] = [
  { agents: 1, efficiency: 1 },
  { agents: 5, efficiency: 0.85 },
  { agents: 10, efficiency: 0.7 },
  { agents: 15, efficiency: 0.55 },
  { agents: 20, efficiency: 0.45 },
  { agents: 30, efficiency: 0.35 },
  { agents: 50, efficiency: 0.284 },
];

/** Below this share the published alert "Low Coordination Efficiency" is critical. */
export const publishedAlertEfficiency = 0.5;

/** The published single agent: memory with its cache in MB, and mean inference in ms. */
export const publishedAgent = { memoryMB: 34.5, cacheMB: 8, meanMs: 50 } as const;

/** The published claim that this many agents answer in real time. */
export const publishedRealTime = { agentsFrom: 15, agentsTo: 20, responseMs: 10 } as const;

/** The published range of agents per process for each environment, both ends included. */
export const publishedGuidelines = [
  { environment: "development", from: 1, to: 5 },
  { environment: "testing", from: 5, to: 15 },
  { environment: "production", from: 15, to: 25 },
] as const;

/** The published memory of one agent, MB: the components that an optimisation changes, and the whole. */
export const publishedMemoryMB = { beliefStates: 12, matrixCache: 8, whole: 34.5 } as const;

/** The published cache: its hit rate as a share, and how many times faster a hit is. */
export const publishedCache = { hitRate: 0.221, speedup: 3.2 } as const;
