// Whether one trial held: all that was offered was done, and surely 95 % of it in time. Why not is named.
import { isShareUnder, mostHitsUnder } from "../../statistics/binomial.ts";
import { formatCount, formatMeasured, formatPercent } from "../../words/format.ts";

/** The share of ops that may be late, and how sure a trial must be that fewer are. */
export const LATE_SHARE = 0.05;
export const CERTAINTY = 0.99;
/** Offered ops that must be done. */
const ACHIEVED_LEAST = 0.99;

/** What a trial says of a limit. */
export interface Trial {
  /** Ops that were done, and that were due. */
  readonly ops: number;
  readonly offered: number;
  /** Ops that were done later than the limit after they were due; exact, not read off a histogram. */
  readonly over: number;
  /** The longest that an op began after it was due, ms. */
  readonly lagMs: number;
}

/** Why a trial did not hold, in a few words as a row of a table has room for. */
export interface FailureBrief {
  readonly cause: "undone" | "stalled" | "late";
  readonly text: string;
}

/** @param periodMs between two ops of one agent */
export function failureBrief({ ops, offered, over, lagMs }: Trial, periodMs: number): FailureBrief {
  if (!(ops >= ACHIEVED_LEAST * offered)) return { cause: "undone", text: `${formatPercent(ops / offered)} done` };
  if (lagMs >= periodMs) return { cause: "stalled", text: `stalled ${formatMeasured(lagMs)} ms` };
  return { cause: "late", text: `${formatPercent(over / ops)} over the limit` };
}

/** @param periodMs between two ops of one agent @returns why it did not hold, or null where it did */
export function failureOf({ ops, offered, over, lagMs }: Trial, limitMs: number, periodMs: number): string | null {
  if (!(ops >= ACHIEVED_LEAST * offered)) {
    return `${formatPercent(ops / offered)} of the offered ops were done, and 99% must be`;
  }
  if (lagMs >= periodMs) {
    return `an op began ${formatMeasured(lagMs)} ms after it was due, more than the ${formatMeasured(periodMs)} ms between two ops of an agent`;
  }
  if (isShareUnder(over, ops, LATE_SHARE, CERTAINTY)) return null;
  const most = mostHitsUnder(ops, LATE_SHARE, CERTAINTY);
  return most === null
    ? `${formatCount(ops)} ops are too few to tell`
    : `${formatCount(over)} of ${formatCount(ops)} ops took over ${formatMeasured(limitMs)} ms, and at most ${formatCount(most)} may`;
}
