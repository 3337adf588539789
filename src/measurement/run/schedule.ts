// The order of a run: shuffled by its seed, and of several arms in turn.
import { uniformInt } from "pure-rand/distribution/uniformInt";
import { xoroshiro128plus } from "pure-rand/generator/xoroshiro128plus";
import { CONTROL } from "./control.ts";
import type { Planned } from "./sample.ts";

/** Fisher–Yates with the given seed; the same seed gives the same order. */
export function shuffled<Item>(items: readonly Item[], seed: number): Item[] {
  const generator = xoroshiro128plus(seed);
  const left = [...items];
  const drawn: Item[] = [];
  while (left.length > 0) drawn.push(...left.splice(uniformInt(generator, 0, left.length - 1), 1));
  return drawn;
}

/** A point of one of several arms. */
export interface ArmPoint {
  readonly arm: number;
  readonly planned: Planned;
}

/** A control stays right behind its row. */
function unitsOf(plan: readonly Planned[]): Planned[][] {
  const units: Planned[][] = [];
  for (const planned of plan) {
    const last = units.at(-1);
    if (planned.series === CONTROL && last !== undefined) last.push(planned);
    else units.push([planned]);
  }
  return units;
}

/**
 * All arms' points in turn, each arm in its own order: always one of the arm that has done the least share of its plan. Who goes
 * first changes from turn to turn (A B, B A, A B …), so that no arm always follows another.
 */
export function interleave(plans: readonly (readonly Planned[])[]): ArmPoint[] {
  const units = plans.map(unitsOf);
  const done = units.map(() => 0);
  const total = units.reduce((sum, { length }) => sum + length, 0);
  const order: ArmPoint[] = [];
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
