// What a lane is asked when it is profiled, and what it answers.
import type { CacheVariation } from "../../workloads/variants/variation.ts";
import type { ProfilePhase } from "./profile-phases.ts";

export interface ProfileOrder {
  /** How long blocks with probes, blocks without and slices of repetition take turns, ms. */
  readonly durationMs: number;
  /** Rounds of a block: in a round each agent steps once. */
  readonly blockRounds: number;
  /** How long parts are repeated behind each pair of blocks, ms. */
  readonly sliceMs: number;
  /** Agents that repeat parts together, at least: doing the very same again and again is faster than any real op. */
  readonly repeatAgents: number;
  /** Rounds of the window whose spans are noted. */
  readonly traceRounds: number;
  /** One of so many of them is noted, whole. */
  readonly traceEvery: number;
  /** Most spans that a lane notes. */
  readonly spansMost: number;
  /** The agents think with a cache; null where they do not. Then they hear nobody. */
  readonly cache: CacheVariation | null;
}

/** A block without probes and one with them, one behind the other. */
export interface ProbePair {
  readonly plainOps: number;
  readonly plainMs: number;
  readonly probedOps: number;
  readonly probedMs: number;
}

/** What one part of an op, or of a round, took. */
export interface SegmentReport {
  readonly phase: ProfilePhase;
  /** Between two looks at the clock, ms: the mean of each probed block. */
  readonly blockMs: readonly number[];
  /** Looks of all probed blocks together. */
  readonly stamps: number;
  /** One execution when repeated in batches, ms; null where it cannot be repeated. */
  readonly repeatedMs: number | null;
  /** Executions of the shortest batch; 0 without batches. */
  readonly batch: number;
}

/** Exact bytes of a lane's typed arrays, by owner. */
export interface OwnedBytes {
  readonly model: number;
  readonly scratch: number;
  /** What agents keep of their own. */
  readonly beliefs: number;
  /** Rows that agents publish. */
  readonly published: number;
  readonly cache: number;
  /** What carries rows between workers. */
  readonly links: number;
}

export interface ProfileReport {
  readonly elapsedMs: number;
  readonly agents: number;
  readonly pairs: readonly ProbePair[];
  readonly segments: readonly SegmentReport[];
  /** What one look at the clock costs, ms. */
  readonly stampMs: number;
  /** Looks for an op in blocks without probes: those around what a round waits for. */
  readonly plainLooks: number;
  readonly timerStepUs: number;
  /** See profile-phases.ts; starts are ms since the epoch, so that lanes agree. */
  readonly spans: Float64Array;
  /** When the window of the spans began, ms since the epoch, and how long it was. */
  readonly traceStartMs: number;
  readonly traceMs: number;
  readonly bytes: OwnedBytes;
}
