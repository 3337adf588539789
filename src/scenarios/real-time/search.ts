// Finds the most agents that hold their rate: doubles until it fails, bisects, looks for gaps below, then confirms. Pure: answers come from trials.
import { xoroshiro128plus } from "pure-rand/generator/xoroshiro128plus";
import { uniformInt } from "pure-rand/distribution/uniformInt";

/** Why a count is tried. `row`: to find the place; `confirmation`: at the count to be claimed; `above`: a little beyond, where it should fail. */
export type Purpose = "row" | "confirmation" | "above";

export interface Asked {
  readonly purpose: Purpose;
  readonly agents: number;
}

export interface SearchBounds {
  /** Where doubling begins. */
  readonly first: number;
  /** No more agents than this are ever tried. */
  readonly most: number;
  /** How close the bracket gets, as a share of its lower end. */
  readonly resolution: number;
  /** No more trials than this. */
  readonly trialsMost: number;
  /** Decides the order of confirmations. */
  readonly seed: number;
}

/** A lower count failed while a higher one held. */
interface Gap {
  readonly failed: number;
  readonly held: number;
}

/** Where a search has come to. */
export interface Bracket {
  /** The largest count that held with all tried counts below it; 0 where none did. */
  readonly holds: number;
  /** The smallest count above it that failed; null where none did. */
  readonly fails: number | null;
  readonly gap: Gap | null;
}

export type Outcome =
  /** `holds` held in all confirmations, and `fails` is the smallest count above that did not. */
  | ({ readonly state: "confirmed" } & Bracket)
  /** It ran out of trials before all confirmations had held. */
  | ({ readonly state: "unconfirmed" } & Bracket)
  /** Not even one agent held. */
  | { readonly state: "none" };

export const CONFIRMATIONS = 5;
/** The control lies this much above the claimed count. */
const ABOVE = 1.05;
/** Counts below a failing one that are tried for gaps, as shares of the largest that held. */
const GAP_PLACES = [0.7, 0.85];
/** A count fails with this many of its trials, unless more have held. */
const FAILS_TO_FAIL = 2;

type Course<Value> = Generator<Asked, Value, boolean>;

function stepAt(agents: number, resolution: number): number {
  return Math.max(1, Math.round(agents * resolution));
}

/** One good trial is enough to go on; a bad one is repeated, since a moment's disturbance would end the search too low. */
function* holdsAt(agents: number): Course<boolean> {
  if (yield { purpose: "row", agents }) return true;
  let held = 0;
  for (let failed = 1; failed < FAILS_TO_FAIL;) {
    if (yield { purpose: "row", agents }) held += 1;
    else failed += 1;
    if (held === FAILS_TO_FAIL) return true;
  }
  return false;
}

/** What is known so far. */
class Found {
  holds = 0;
  gap: Gap | null = null;
  readonly #failing = new Set<number>();

  /** The smallest count above what holds that failed. */
  get fails(): number | null {
    const above = [...this.#failing].filter((agents) => agents > this.holds);
    return above.length === 0 ? null : Math.min(...above);
  }

  fail(agents: number): void {
    this.#failing.add(agents);
  }

  get bracket(): Bracket {
    return { holds: this.holds, fails: this.fails, gap: this.gap };
  }
}

/** Halves the failing count until one holds. */
function* halveDown(found: Found): Course<void> {
  while (found.holds === 0 && found.fails !== null && found.fails > 1) {
    const next = Math.floor(found.fails / 2);
    if (yield* holdsAt(next)) found.holds = next;
    else found.fail(next);
  }
}

/** Doubles up from where it begins; where already that fails, it halves down. */
function* bracket({ first, most }: SearchBounds, found: Found): Course<void> {
  for (let next = Math.min(first, most); found.fails === null; next = Math.min(most, found.holds * 2)) {
    if (yield* holdsAt(next)) found.holds = next;
    else found.fail(next);
    if (found.holds === most) return;
  }
  yield* halveDown(found);
}

function* bisect({ resolution }: SearchBounds, found: Found): Course<void> {
  while (found.fails !== null && found.fails - found.holds > stepAt(found.holds, resolution)) {
    const middle = Math.floor((found.holds + found.fails) / 2);
    if (yield* holdsAt(middle)) found.holds = middle;
    else found.fail(middle);
  }
}

/** Counts below a failing one may fail too: then only what lies below all of them is claimed. */
function* lookForGaps(bounds: SearchBounds, found: Found): Course<void> {
  if (found.fails === null) return;
  const held = found.holds;
  const places = new Set(GAP_PLACES.map((share) => Math.floor(held * share)));
  let below = 0;
  for (const agents of places) {
    if (agents < 1 || agents >= held) continue;
    if (yield* holdsAt(agents)) {
      below = agents;
      continue;
    }
    found.gap = { failed: agents, held };
    found.holds = below;
    found.fail(agents);
    yield* halveDown(found);
    yield* bisect(bounds, found);
    return;
  }
}

/** Confirmations and controls in random order, the same for the same seed. */
function orderOf(agents: number, above: number, seed: number, withControl: boolean): Asked[] {
  const random = xoroshiro128plus(seed + agents);
  const left: Asked[] = [
    ...Array.from({ length: CONFIRMATIONS }, (): Asked => ({ purpose: "confirmation", agents })),
    ...(withControl ? Array.from({ length: CONFIRMATIONS }, (): Asked => ({ purpose: "above", agents: above })) : []),
  ];
  const order: Asked[] = [];
  while (left.length > 0) order.push(...left.splice(uniformInt(random, 0, left.length - 1), 1));
  return order;
}

/** All confirmations must hold, and the control above must fail once; else the claim moves down, or up. */
function* confirm({ most, resolution, seed }: SearchBounds, found: Found): Course<void> {
  /** Counts that failed in a trial as long as a confirmation. */
  const failed: number[] = [];
  let isConfirmed = false;
  while (found.holds > 0) {
    const agents = found.holds;
    const above = Math.min(most, Math.max(agents + 1, Math.round(agents * ABOVE)));
    let needsControl = above > agents && !failed.some((count) => count > agents && count <= above);
    let isHeld = true;
    for (const asked of orderOf(agents, above, seed, needsControl)) {
      const isControl = asked.purpose === "above";
      if (isControl ? !needsControl : isConfirmed) continue;
      if (yield asked) continue;
      failed.push(asked.agents);
      found.fail(asked.agents);
      if (isControl) {
        needsControl = false;
        continue;
      }
      isHeld = false;
      break;
    }
    if (!isHeld) {
      found.holds = Math.max(0, agents - stepAt(agents, resolution));
      isConfirmed = false;
    } else if (needsControl) {
      // The control held as often as a confirmation has to: it is the new claim, and is confirmed already.
      found.holds = above;
      isConfirmed = true;
    } else return;
  }
}

function* searching(bounds: SearchBounds, found: Found): Course<Outcome> {
  yield* bracket(bounds, found);
  yield* bisect(bounds, found);
  yield* lookForGaps(bounds, found);
  yield* confirm(bounds, found);
  return found.holds === 0 ? { state: "none" } : { state: "confirmed", ...found.bracket };
}

export type SearchState =
  | { readonly state: "asks"; readonly asked: Asked; readonly soFar: Bracket }
  | { readonly state: "ended"; readonly outcome: Outcome };

/** A trial that was taken. */
export interface Answered extends Asked {
  readonly holds: boolean;
}

/**
 * Where a search stands after its trials so far. The same trials give the same state, so a search can be read again from its result.
 * @param trials in the order in which they were asked for; what follows a trial that this search would not have asked for is not read
 */
export function searchState(bounds: SearchBounds, trials: readonly Answered[]): SearchState {
  const found = new Found();
  const course = searching(bounds, found);
  let step = course.next();
  for (const { purpose, agents, holds } of trials) {
    if (step.done === true) break;
    if (step.value.purpose !== purpose || step.value.agents !== agents) break;
    step = course.next(holds);
  }
  if (step.done === true) return { state: "ended", outcome: step.value };
  if (trials.length >= bounds.trialsMost) {
    return {
      state: "ended",
      outcome: found.holds === 0 ? { state: "none" } : { state: "unconfirmed", ...found.bracket },
    };
  }
  return { state: "asks", asked: step.value, soFar: found.bracket };
}
