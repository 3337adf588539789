// What lanes are asked for a profile: their setup, and the order with as many rounds as fit, from what a short window showed.
import type { TrialSetup } from "../measurement/lane/lane-host.ts";
import type { ProfileOrder } from "../measurement/lane/profile-order.ts";
import { PROFILE_PHASES } from "../measurement/lane/profile-phases.ts";
import { shareAgents } from "../measurement/lane/placement.ts";
import type { Machine } from "../measurement/run/bench.ts";
import { seatedSetup } from "../scenarios/agents/agent-setup.ts";
import type { CacheVariation } from "../workloads/variants/variation.ts";
import { components } from "./components.ts";
import type { ProfileSettings } from "./profile-fields.ts";
import { SPANS_MOST } from "./spans.ts";

/** A block lasts about so long, ms: long beside a step of the clock, short beside what disturbs a machine. Pages that are not isolated have a coarse clock. */
const BLOCK_MS = { fine: 2, coarse: 20 } as const;
/** The window whose spans are noted, ms. */
const TRACE_MS = 100;
/** Behind each pair of blocks parts are repeated for so long, ms. */
const SLICE_MS = 2;

/** Agents that repeat parts together: as many as do an op each within so many ms, on one worker. */
const REPEATING = { least: 8, most: 64, ms: 1.5 } as const;

/** A cache of results for each worker, as the scenario of caches has it. */
const CACHE: CacheVariation = { kind: "cache", policy: "lru", slots: 512, scope: "worker", roundedTo: null };

/** Spans of an op at most: itself and its phases. */
const SPANS_OF_OP = PROFILE_PHASES.length + 1;

export function profileSetup(settings: ProfileSettings, machine: Machine): TrialSetup {
  const { component, topology, agents, ...others } = settings;
  const hears = components[component].hasRounds ? topology : "none";
  return seatedSetup({ ...others, topology: hears }, agents, machine);
}

/** @param opsPerSecond of all agents together, as a short window showed it */
export function profileOrder(
  { component, seconds, agents }: ProfileSettings,
  setup: Pick<TrialSetup, "shares">,
  opsPerSecond: number,
  { canShareMemory: isIsolated }: Pick<Machine, "canShareMemory">,
): ProfileOrder {
  const roundsPerMs = Math.max(1e-6, opsPerSecond / agents / 1_000);
  const opsPerMs = Math.max(1e-6, opsPerSecond / 1_000 / setup.shares.length);
  const traceRounds = Math.max(1, Math.round(roundsPerMs * TRACE_MS));
  const durationMs = seconds * 1_000;
  const spansOfRound = agents * SPANS_OF_OP + 3 * setup.shares.length;
  const traceEvery = Math.max(1, Math.ceil((traceRounds * spansOfRound) / SPANS_MOST));
  return {
    durationMs,
    blockRounds: Math.max(1, Math.round(roundsPerMs * BLOCK_MS[isIsolated ? "fine" : "coarse"])),
    sliceMs: SLICE_MS,
    // Many more that share a cache would change what it finds.
    repeatAgents:
      component === "cache"
        ? REPEATING.least
        : Math.min(REPEATING.most, Math.max(REPEATING.least, Math.round(opsPerMs * REPEATING.ms))),
    traceRounds,
    traceEvery,
    spansMost: Math.floor(SPANS_MOST / setup.shares.length),
    cache: component === "cache" ? CACHE : null,
  };
}

/** The seats of a recorded profile, for who hears whom. */
export function sharesOf(agents: number, workers: number): TrialSetup["shares"] {
  return shareAgents(agents, workers);
}
