// The scenarios there are. A kind without a definition does not compile.
import { cache } from "./cache/cache.ts";
import type { Scenario } from "./contract/scenario.ts";
import { coordination } from "./coordination/coordination.ts";
import { failures } from "./failures/failures.ts";
import { memoryStress } from "./memory-stress/memory-stress.ts";
import { optimisations } from "./optimisations/optimisations.ts";
import { memory } from "./memory/memory.ts";
import { memoryLifecycle } from "./memory-lifecycle/memory-lifecycle.ts";
import { patterns } from "./patterns/patterns.ts";
import { realTime } from "./real-time/real-time.ts";
import { search } from "./search/search.ts";
import { scaling } from "./scaling/scaling.ts";
import { singleAgent } from "./single-agent/single-agent.ts";

/** Every scenario by name, in the order in which they are offered. */
export const SCENARIOS = [
  "real-time",
  "scaling",
  "single-agent",
  "coordination",
  "search",
  "patterns",
  "failures",
  "memory",
  "memory-lifecycle",
  "memory-stress",
  "cache",
  "optimisations",
] as const;
export type ScenarioKind = (typeof SCENARIOS)[number];

export const scenarios = {
  "real-time": realTime,
  scaling,
  coordination,
  search,
  patterns,
  failures,
  memory,
  "memory-lifecycle": memoryLifecycle,
  "memory-stress": memoryStress,
  cache,
  optimisations,
  "single-agent": singleAgent,
} satisfies Record<ScenarioKind, Scenario>;

/** What a page asks that was opened without any settings: the question most people come with. */
export const FIRST_SCENARIO: ScenarioKind = "real-time";

/** What settings without a scenario are of, as all were before there were several. */
export const DEFAULT_SCENARIO: ScenarioKind = "scaling";

/** @returns the scenario of this name, or null where this Headroom has none */
export function scenarioOf(kind: string): Scenario | null {
  const known = SCENARIOS.find((name) => name === kind);
  return known === undefined ? null : scenarios[known];
}

/** @returns the scenario, or null where this Headroom does not know it in this version: a newer version is as unknown as a new kind */
export function knownScenario({ kind, version }: { readonly kind: string; readonly version: number }): Scenario | null {
  const known = scenarioOf(kind);
  return known === null || version > known.version ? null : known;
}
