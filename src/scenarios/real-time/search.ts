// Finds the most agents that hold their rate: doubles until it fails, bisects, looks for gaps below, then confirms. Pure: answers come from trials.
import { type Answered, type Asked, type Course, isLong, type SearchBounds, stepAt } from "./asked.ts";
import { byCount } from "./by-count.ts";
import { confirm } from "./confirmations.ts";
import { type Bracket, Found } from "./found.ts";

export type Outcome =
  /** `holds` held in all confirmations, and `fails` is the smallest count above that did not. */
  | ({ readonly state: "confirmed" } & Bracket)
  /** `holds` held in all confirmations, and so did the control above it: it ran out of trials on the way up. */
  | ({ readonly state: "least" } & Bracket)
  /** It ran out of trials before all confirmations had held. */
  | ({ readonly state: "unconfirmed" } & Bracket)
  /** Not even one agent held. */
  | { readonly state: "none" };

/** Counts below a failing one that are tried for gaps, as shares of the largest that held. */
const GAP_PLACES = [0.7, 0.85];
/** A count fails with this many of its trials, unless more have held. */
const FAILS_TO_FAIL = 2;

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

/** Whether there are no trials left for what would be asked. A claim that is confirmed already may go up as long as there are any. */
function isOver(
  { trialsMost, longMost }: SearchBounds,
  trials: readonly Answered[],
  asked: Asked,
  found: Found,
): boolean {
  if (trials.length >= trialsMost) return true;
  if (!isLong(asked) || found.isConfirmed) return false;
  return trials.filter(isLong).length + found.needed > longMost;
}

/**
 * What is known of counts that were tried: a claim that came down by a step may not have been tried itself, and must not be told as
 * if it had.
 */
function triedBracket(trials: readonly Answered[], { bracket }: Found): Bracket {
  let holds = 0;
  for (const [agents, held] of byCount(trials, (trial) => trial.holds)) {
    if (agents > bracket.holds) break;
    if (!held) return { ...bracket, holds, fails: agents };
    holds = agents;
  }
  return { ...bracket, holds };
}

function unfinished(trials: readonly Answered[], found: Found): Outcome {
  if (found.isConfirmed) return { state: "least", ...found.bracket };
  const tried = triedBracket(trials, found);
  return tried.holds === 0 ? { state: "none" } : { state: "unconfirmed", ...tried };
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
  if (isOver(bounds, trials, step.value, found)) return { state: "ended", outcome: unfinished(trials, found) };
  return { state: "asks", asked: step.value, soFar: triedBracket(trials, found) };
}
