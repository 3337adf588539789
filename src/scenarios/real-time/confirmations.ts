// The end of a search: five confirmations of the count to be claimed, beside controls above it; the claim moves down, or up.
import { xoroshiro128plus } from "pure-rand/generator/xoroshiro128plus";
import { uniformInt } from "pure-rand/distribution/uniformInt";
import { type Asked, CONFIRMATIONS, type Course, type SearchBounds, stepAt } from "./asked.ts";
import type { Found } from "./found.ts";

/** The control lies this much above the claimed count. */
const ABOVE = 1.05;

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

/** What a round of confirmations showed of its count. */
type Round =
  /** A confirmation failed. */
  | "failed"
  /** All held, and a count a little above failed. */
  | "claimed"
  /** All held, and so did the control as often. */
  | "more";

function* round({ seed }: SearchBounds, found: Found, above: number): Course<Round> {
  const agents = found.holds;
  const isConfirmed = found.isConfirmed;
  let needsControl = above > agents && !found.hasFailedLong(agents, above);
  for (const asked of orderOf(agents, above, seed, needsControl)) {
    const isControl = asked.purpose === "above";
    if (isControl ? !needsControl : isConfirmed) continue;
    found.needed = Math.max(0, CONFIRMATIONS - found.confirmed) + (needsControl ? 1 : 0);
    if (yield asked) {
      if (!isControl) found.confirmed += 1;
      continue;
    }
    found.fail(asked.agents, "long");
    if (!isControl) return "failed";
    needsControl = false;
  }
  return needsControl ? "more" : "claimed";
}

/**
 * Counts below a higher one that holds were late in short trials: each is measured again in a long one. One that fails it too is a
 * gap, and nothing above it is claimed.
 */
function* settleBelow(found: Found, above: number): Course<boolean> {
  for (const late of found.lateBetween(found.holds, above)) {
    found.needed = 1;
    if (yield { purpose: "confirmation", agents: late }) {
      found.settle(late);
      continue;
    }
    found.fail(late, "long");
    found.gap = { failed: late, held: above };
    return false;
  }
  return true;
}

/** All confirmations must hold, and the control above must fail once; else the claim moves down, or up. */
export function* confirm(bounds: SearchBounds, found: Found): Course<void> {
  while (found.holds > 0) {
    const agents = found.holds;
    const above = Math.min(bounds.most, Math.max(agents + 1, Math.round(agents * ABOVE)));
    switch (yield* round(bounds, found, above)) {
      case "failed":
        found.holds = Math.max(0, agents - stepAt(agents, bounds.resolution));
        found.confirmed = 0;
        break;
      case "more":
        if (!(yield* settleBelow(found, above))) return;
        // The control held as often as a confirmation has to: it is the new claim, and is confirmed already.
        found.settle(above);
        found.holds = above;
        break;
      case "claimed":
        return;
    }
  }
}
