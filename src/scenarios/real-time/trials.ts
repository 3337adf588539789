// The trials of a search as its samples hold them: what was tried, whether it held, and why not.
import type { Figures, Sample } from "../../measurement/run/sample.ts";
import { isShareUnder } from "../../statistics/binomial.ts";
import { CERTAINTY, type FailureBrief, failureBrief, failureOf, LATE_SHARE, type Trial } from "./pass.ts";
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
  readonly sample: Sample;
  /** Why it did not hold; null where it did. */
  readonly failure: string | null;
  /** The same in a few words. */
  readonly brief: FailureBrief | null;
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

/** Whether surely few enough ops of a trial were later than a limit. @param id where its count of ops over the limit is kept */
export function isInTime(figures: Figures, id: string): boolean {
  return isShareUnder(figures[id] ?? 0, figures["ops"] ?? 0, LATE_SHARE, CERTAINTY);
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
    const asked = { purpose, agents: sample.at, sample };
    if (sample.state !== "valid")
      return [
        {
          ...asked,
          holds: false,
          failure: sample.reason,
          brief: { cause: "undone", text: "no figures" },
          figures: null,
        },
      ];
    const trial = trialOf(sample.figures, sample.figures[OVER] ?? 0);
    const periodMs = 1_000 / opsPerSecondPerAgent;
    const failure = failureOf(trial, limitMs, periodMs);
    const brief = failure === null ? null : failureBrief(trial, periodMs);
    return [{ ...asked, holds: failure === null, failure, brief, figures: sample.figures }];
  });
}
