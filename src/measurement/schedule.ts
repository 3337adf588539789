// Owns the order of a run: which trials, shuffled by the seed, with one agent alone at start, middle and end.
import { uniformInt } from "pure-rand/distribution/uniformInt";
import { xoroshiro128plus } from "pure-rand/generator/xoroshiro128plus";
import type { Configuration } from "./configuration.ts";
import type { Trial } from "./trial.ts";

/** A trial to come. */
export interface PlannedTrial {
  readonly kind: Trial["kind"];
  readonly agents: number;
  readonly repeat: number;
}

/** Fisher–Yates with the given seed; the same seed gives the same order. */
export function shuffled<Item>(items: readonly Item[], seed: number): Item[] {
  const generator = xoroshiro128plus(seed);
  const left = [...items];
  const drawn: Item[] = [];
  while (left.length > 0) drawn.push(...left.splice(uniformInt(generator, 0, left.length - 1), 1));
  return drawn;
}

/** @returns whether agents hear each other, so that they act in lock-step rounds */
export function isLockStep(configuration: Configuration): boolean {
  return configuration.topology !== "none";
}

/**
 * All trials of a run in order. Rows are shuffled; a saturated lock-step row is followed by its control without messages.
 * Saturated runs hold ⌈repeats/3⌉ solo trials at start, middle and end each; solo repeat modulo 3 tells the place.
 */
export function planTrials(configuration: Configuration): PlannedTrial[] {
  const saturated = configuration.pacing === "saturated";
  const pairs = configuration.agents.flatMap((agents) =>
    Array.from({ length: configuration.repeats }, (_, repeat) => ({ agents, repeat })),
  );
  const rows = shuffled(pairs, configuration.seed).map(({ agents, repeat }): PlannedTrial[] => {
    const row: PlannedTrial = { kind: "row", agents, repeat };
    return saturated && isLockStep(configuration) ? [row, { kind: "control", agents, repeat }] : [row];
  });
  if (!saturated) return rows.flat();
  const solosPerPlace = Math.ceil(configuration.repeats / 3);
  const solos = (place: number): PlannedTrial[] =>
    Array.from({ length: solosPerPlace }, (_, i) => ({ kind: "solo", agents: 1, repeat: i * 3 + place }));
  const middle = Math.ceil(rows.length / 2);
  return [...solos(0), ...rows.slice(0, middle).flat(), ...solos(1), ...rows.slice(middle).flat(), ...solos(2)];
}
