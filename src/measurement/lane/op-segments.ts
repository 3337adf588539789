// The parts of an agent's op as they are timed: neighbours of one phase are one segment, with one look at the clock behind it.
import type { OpPart } from "../../workloads/op-parts.ts";
import type { ProfilePhase } from "./profile-phases.ts";

export interface Segment {
  readonly phase: ProfilePhase;
  readonly all: readonly (() => void)[];
  /** Those of them that may be repeated. */
  readonly repeated: readonly (() => void)[];
}

/** @param parts of one op, in order */
export function segmentsOf(parts: readonly OpPart[]): readonly Segment[] {
  const segments: { phase: ProfilePhase; all: (() => void)[]; repeated: (() => void)[] }[] = [];
  for (const { phase, repeats, run } of parts) {
    let last = segments.at(-1);
    if (last === undefined || last.phase !== phase) {
      last = { phase, all: [], repeated: [] };
      segments.push(last);
    }
    last.all.push(run);
    if (repeats) last.repeated.push(run);
  }
  return segments;
}

/** Runs all parts of a segment. */
export function runSegment({ all }: Segment): void {
  for (let at = 0; at < all.length; at += 1) all[at]?.();
}

/** Runs what may be repeated. */
export function repeatSegment({ repeated }: Segment): void {
  for (let at = 0; at < repeated.length; at += 1) repeated[at]?.();
}
