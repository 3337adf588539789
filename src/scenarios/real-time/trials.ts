// The trials of a search as its samples hold them: what was tried, whether it held, and why not.
import type { Figures, Sample } from "../../measurement/run/sample.ts";
import { failureOf, type Trial } from "./pass.ts";
import type { Answered, Purpose } from "./asked.ts";

/** Limits that every trial is read against beside the one that was asked for, ms. SPECjbb2015 has those from 10 on. */
export const LADDER_MS = [1, 5, 10, 25, 50, 100] as const;

/** Where the count of ops over a limit is kept. */
export function overId(limitMs: number): string {
  return `over-${limitMs}-ms`;
}

/** Where the count of ops over the limit that was asked for is kept. */
export const OVER = "over";

export interface TakenTrial extends Answered {
  /** Why it did not hold; null where it did. */
  readonly failure: string | null;
  /** Null where it has no figures. */
  readonly figures: Figures | null;
}

interface Asked {
  readonly limitMs: number;
  readonly opsPerSecondPerAgent: number;
}

function trialOf(figures: Figures, over: number): Trial {
  return {
    ops: figures["ops"] ?? 0,
    offered: figures["offered"] ?? 0,
    over,
    lagMs: (figures["lag"] ?? 0) / 1_000,
  };
}

/** Why a trial did not hold a limit; null where it did. @param id where its count of ops over the limit is kept */
export function failureAt(figures: Figures, id: string, limitMs: number, opsPerSecondPerAgent: number): string | null {
  return failureOf(trialOf(figures, figures[id] ?? 0), limitMs, 1_000 / opsPerSecondPerAgent);
}

function purposeOf(series: string): Purpose | null {
  return series === "row" || series === "confirmation" || series === "above" ? series : null;
}

/**
 * All trials in order. Of a point that was attempted again the last attempt counts: a worker that fails, or a page that is
 * hidden, in all of them is a trial that did not hold.
 */
export function trialsOf(samples: readonly Sample[], { limitMs, opsPerSecondPerAgent }: Asked): TakenTrial[] {
  return samples.flatMap((sample, n): TakenTrial[] => {
    const purpose = purposeOf(sample.series);
    const next = samples[n + 1];
    const isRepeated =
      next !== undefined && next.series === sample.series && next.at === sample.at && next.repeat === sample.repeat;
    if (purpose === null || isRepeated) return [];
    const asked = { purpose, agents: sample.at };
    if (sample.state !== "valid") return [{ ...asked, holds: false, failure: sample.reason, figures: null }];
    const failure = failureAt(sample.figures, OVER, limitMs, opsPerSecondPerAgent);
    return [{ ...asked, holds: failure === null, failure, figures: sample.figures }];
  });
}
