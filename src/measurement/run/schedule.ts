// Owns the order of a run: which trials, shuffled by the seed, with one agent alone at start, middle and end; and of several in turn.
import { uniformInt } from "pure-rand/distribution/uniformInt";
import { xoroshiro128plus } from "pure-rand/generator/xoroshiro128plus";
import { hearings } from "../../workloads/hearings.ts";
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
  return hearings[configuration.topology].lockStep;
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

/** A trial of one of several arms. */
export interface ArmTrial {
  readonly arm: number;
  readonly planned: PlannedTrial;
}

/** A control stays right behind its row. */
function unitsOf(plan: readonly PlannedTrial[]): PlannedTrial[][] {
  const units: PlannedTrial[][] = [];
  for (const planned of plan) {
    const last = units.at(-1);
    if (planned.kind === "control" && last !== undefined) last.push(planned);
    else units.push([planned]);
  }
  return units;
}

/**
 * All arms' trials in turn, each arm in its own order: always one of the arm that has done the least share of its plan. Who goes
 * first changes from turn to turn (A B, B A, A B …), so that no arm always follows another.
 */
export function interleave(plans: readonly (readonly PlannedTrial[])[]): ArmTrial[] {
  const units = plans.map(unitsOf);
  const done = units.map(() => 0);
  const total = units.reduce((sum, { length }) => sum + length, 0);
  const order: ArmTrial[] = [];
  for (let turn = 0; turn < total; turn += 1) {
    const first = Math.floor(turn / units.length) % units.length;
    const shares = units.map(({ length }, arm) => (done[arm] ?? 0) / length);
    const least = Math.min(...shares.filter((share) => share < 1));
    const inOrder = units.map((_, k) => (first + k) % units.length);
    const arm = inOrder.find((candidate) => shares[candidate] === least) ?? 0;
    const at = done[arm] ?? 0;
    for (const planned of units[arm]?.[at] ?? []) order.push({ arm, planned });
    done[arm] = at + 1;
  }
  return order;
}
