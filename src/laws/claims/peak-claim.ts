// Whether the rows allow the claim that throughput peaks, and where.
import type { LawFit } from "../fit/fit.ts";
import { FEWEST_ROWS_TO_CHOOSE } from "../fit/fit-comparison.ts";
import { peakOf } from "../law-shape.ts";
import { type Misfit, misfitOf } from "../fit/misfit.ts";
import type { OpenInterval } from "../fit/profile.ts";
import { peakInterval, profileInterval } from "../fit/profile-interval.ts";

/** Why no peak is claimed. */
export type PeakDoubt =
  /** The law misses the shape of the rows, so its peak is none of theirs. */
  | { readonly kind: "does not fit"; readonly misfit: Misfit }
  /** κ is 0: the fitted law never falls. It approaches the limit λ/σ, null where σ is 0 too. */
  | { readonly kind: "no peak"; readonly limitOpsPerSecond: number | null }
  /** With fewer than `needed` rows no comparison can show that κ improves the fit enough. */
  | { readonly kind: "too few rows"; readonly rows: number; readonly needed: number }
  /** κ = 0 does not fit significantly worse; `high` is the upper end of κ's profile interval. */
  | { readonly kind: "kappa may be zero"; readonly high: number }
  /** N* is beyond twice the largest measured count. */
  | { readonly kind: "beyond twice the largest"; readonly agents: number; readonly largestAgents: number };

interface PointEstimate {
  /** N*, agents. */
  readonly agents: number;
  /** X(N*), op/s. */
  readonly opsPerSecond: number;
}

export type PeakClaim =
  /** `interval` is the 95 % profile interval of N*, agents. */
  | (PointEstimate & { readonly state: "claimed"; readonly interval: OpenInterval | null })
  /** `doubts` holds every reason, the most serious first; `pointEstimate` is null where the law has no peak. */
  | {
      readonly state: "refused";
      readonly doubts: readonly [PeakDoubt, ...PeakDoubt[]];
      readonly pointEstimate: PointEstimate | null;
    };

function doubtsOf(fit: LawFit, agents: number): PeakDoubt[] {
  const { points } = fit;
  const few: PeakDoubt[] =
    points.length < FEWEST_ROWS_TO_CHOOSE
      ? [{ kind: "too few rows", rows: points.length, needed: FEWEST_ROWS_TO_CHOOSE }]
      : [];
  const kappa = profileInterval(fit, "kappa");
  const zero: PeakDoubt[] = kappa?.low === 0 ? [{ kind: "kappa may be zero", high: kappa.high }] : [];
  const largestAgents = Math.max(...points.map((point) => point.agents));
  const far: PeakDoubt[] =
    agents > 2 * largestAgents ? [{ kind: "beyond twice the largest", agents, largestAgents }] : [];
  const misfit = misfitOf(fit);
  const missed: PeakDoubt[] = misfit === null ? [] : [{ kind: "does not fit", misfit }];
  return [...missed, ...few, ...zero, ...far];
}

/**
 * A peak is claimed only where there are enough rows, they rule out κ = 0, and N* is at most twice the largest measured
 * count.
 * @param fit of USL; the other laws have no peak
 */
export function claimPeak(fit: LawFit): PeakClaim {
  const peak = peakOf(fit.law);
  if (peak.state === "none") {
    const doubt = { kind: "no peak", limitOpsPerSecond: peak.limitOpsPerSecond } as const;
    return { state: "refused", doubts: [doubt], pointEstimate: null };
  }
  const { agents, opsPerSecond } = peak;
  const [first, ...others] = doubtsOf(fit, agents);
  if (first !== undefined) {
    return { state: "refused", doubts: [first, ...others], pointEstimate: { agents, opsPerSecond } };
  }
  return { state: "claimed", agents, opsPerSecond, interval: peakInterval(fit) };
}
