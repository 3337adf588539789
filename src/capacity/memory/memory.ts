// The capacity formula: the memory that agents need, and the most agents that a budget holds.

/** How "20 % additional for the cache" is read: as a share of base and agents, or of the agents' memory alone. */
export const READINGS = ["compounding", "agents-only"] as const;
export type Reading = (typeof READINGS)[number];

/** The constants of the formula. MB are 10⁶ bytes; a share of 20 % is 0.2. */
export interface CapacityConstants {
  readonly baseMB: number;
  /** Above 0: each agent needs some memory. */
  readonly perAgentMB: number;
  readonly cacheShare: number;
  readonly bufferShare: number;
}

/** The parts of the memory that agents need, in MB of whole bytes. They add up to the total. */
export interface MemoryNeed {
  readonly baseMB: number;
  readonly agentsMB: number;
  readonly cacheMB: number;
  readonly bufferMB: number;
  readonly totalMB: number;
}

export const BUDGET_UNITS = ["GiB", "MB"] as const;
type BudgetUnit = (typeof BUDGET_UNITS)[number];
export interface Budget {
  readonly amount: number;
  readonly unit: BudgetUnit;
}

const BYTES_PER_MB = 1e6;
const BYTES_PER_GIB = 2 ** 30;
/** Above every agent count that the limits of the settings allow. */
const AGENTS_LIMIT = 2 ** 42;

/**
 * Rounds all parts to whole bytes. They then add up exactly, and the total never falls as agents are added, whatever
 * rounding error a product has.
 */
function needBytes(agents: number, constants: CapacityConstants, reading: Reading) {
  const base = Math.round(constants.baseMB * BYTES_PER_MB);
  const ofAgents = Math.round(constants.perAgentMB * agents * BYTES_PER_MB);
  const cached = reading === "compounding" ? base + ofAgents : ofAgents;
  const cache = Math.round(cached * constants.cacheShare);
  const buffer = Math.round((base + ofAgents + cache) * constants.bufferShare);
  return { base, ofAgents, cache, buffer, total: base + ofAgents + cache + buffer };
}

/**
 * The memory that agents need: (base + per agent × agents) × (1 + cache) × (1 + buffer), or with the cache on the
 * agents' memory alone. 25 agents with the published constants: 2475 MB, or 2325 MB.
 * @param agents whole, from 0
 */
export function memoryFor(agents: number, constants: CapacityConstants, reading: Reading): MemoryNeed {
  const { base, ofAgents, cache, buffer, total } = needBytes(agents, constants, reading);
  return {
    baseMB: base / BYTES_PER_MB,
    agentsMB: ofAgents / BYTES_PER_MB,
    cacheMB: cache / BYTES_PER_MB,
    bufferMB: buffer / BYTES_PER_MB,
    totalMB: total / BYTES_PER_MB,
  };
}

/** Memory as a straight line, MB: without agents, and for each agent. Only the rounding to bytes differs from memoryFor. */
export function memoryLine(constants: CapacityConstants, reading: Reading) {
  const emptyMB = memoryFor(0, constants, reading).totalMB;
  return { emptyMB, perAgentMB: (memoryFor(1_000, constants, reading).totalMB - emptyMB) / 1_000 };
}

/** Whole bytes within the budget. MB × 10⁶ may just miss a whole number of bytes, which is then meant. */
function bytesOf({ amount, unit }: Budget): number {
  if (unit === "GiB") return Math.floor(amount * BYTES_PER_GIB);
  const bytes = amount * BYTES_PER_MB;
  const nearest = Math.round(bytes);
  return Math.abs(nearest - bytes) <= bytes * 2 ** -50 ? nearest : Math.floor(bytes);
}

/** A budget in MB of 10⁶ bytes: 4 GiB → 4294.967296. */
export function budgetMB(budget: Budget): number {
  return bytesOf(budget) / BYTES_PER_MB;
}

export type MostAgents =
  | { readonly state: "fits"; readonly agents: number; readonly need: MemoryNeed; readonly freeMB: number }
  | {
      readonly state: "infeasible";
      /** What one agent needs, and how much more that is than the budget. */
      readonly oneAgentMB: number;
      readonly shortMB: number;
      /** The largest base in whole MB with which one agent would fit; null where none would. */
      readonly baseThatFitsMB: number | null;
      /** The largest buffer in whole percent, as a share, with which one agent would fit; null where none would. */
      readonly bufferThatFits: number | null;
    };

/**
 * @param fits where it is true at n, it must be true below n too
 * @returns the largest whole number from 0 to `limit` that fits; −1 where 0 does not
 */
function largestThatFits(limit: number, fits: (n: number) => boolean): number {
  let low = -1;
  let high = limit + 1;
  while (high - low > 1) {
    const middle = low + Math.floor((high - low) / 2);
    if (fits(middle)) low = middle;
    else high = middle;
  }
  return low;
}

/** The most agents whose memory is within the budget: memoryFor(agents) ≤ budget < memoryFor(agents + 1), to the byte. */
export function mostAgents(budget: Budget, constants: CapacityConstants, reading: Reading): MostAgents {
  const available = bytesOf(budget);
  const fits = (agents: number, changed: CapacityConstants) => needBytes(agents, changed, reading).total <= available;
  const agents = largestThatFits(AGENTS_LIMIT, (n) => fits(n, constants));
  if (agents >= 1) {
    const need = memoryFor(agents, constants, reading);
    const free = available - needBytes(agents, constants, reading).total;
    return { state: "fits", agents, need, freeMB: free / BYTES_PER_MB };
  }
  const one = needBytes(1, constants, reading).total;
  const base = largestThatFits(Math.floor(constants.baseMB), (baseMB) => fits(1, { ...constants, baseMB }));
  const buffer = largestThatFits(Math.floor(constants.bufferShare * 100), (percent) =>
    fits(1, { ...constants, bufferShare: percent / 100 }),
  );
  return {
    state: "infeasible",
    oneAgentMB: one / BYTES_PER_MB,
    shortMB: (one - available) / BYTES_PER_MB,
    baseThatFitsMB: base < 0 ? null : base,
    bufferThatFits: buffer < 0 ? null : buffer / 100,
  };
}
