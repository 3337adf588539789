// Owns the record of one trial: a measured window at one agent count, or why there is no figure.
import * as v from "valibot";

const count = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(1e12));
const positive = v.pipe(v.number(), v.gtValue(0), v.maxValue(1e12));
const share = v.pipe(v.number(), v.minValue(0), v.maxValue(1));
const microseconds = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(1e10));

/**
 * Percentiles of single ops in whole microseconds at three significant digits. p99 is null under 1,000 ops.
 * Latency counts from the intended start when paced, else from the agent's previous completion or the round's opening.
 */
const percentilesSchema = v.object({
  p50Us: microseconds,
  p95Us: microseconds,
  p99Us: v.nullable(microseconds),
});
export type Percentiles = v.InferOutput<typeof percentilesSchema>;

/** Shares of all lane time in a lock-step window, 0 to 1, rounded to three decimals. What is left is inference. */
const lossSharesSchema = v.object({ fuse: share, transport: share, wait: share });

/**
 * `row`: the configuration itself. `control`: the same agents with topology `none`, right after a lock-step row.
 * `solo`: one agent running free on one worker, which gives X(1).
 */
export const TRIAL_KINDS = ["row", "control", "solo"] as const;

const placeInRun = {
  kind: v.picklist(TRIAL_KINDS),
  agents: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(2_000)),
  /** Which repeat of this kind at this agent count, from 0. */
  repeat: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(1_000)),
  /** 0 for the first attempt, then 1 or 2 for repetitions of a trial that does not count. */
  attempt: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(2)),
};

/** Longer reasons are cut, so that a result with them can be read again. */
const REASON_CHARACTERS_MOST = 300;
const reason = v.pipe(v.string(), v.maxLength(REASON_CHARACTERS_MOST));

export const trialSchema = v.variant("state", [
  v.object({
    ...placeInRun,
    state: v.literal("valid"),
    /** Completed ops per second over the whole window, at four significant digits. */
    opsPerSecond: positive,
    latency: percentilesSchema,
    /** Time inside the op alone; null unless paced. */
    service: v.nullable(percentilesSchema),
    /** Ops that began a millisecond or more after their intended start; null unless paced. */
    lateOps: v.nullable(count),
    /** Null unless agents act in lock-step. */
    loss: v.nullable(lossSharesSchema),
    /** Warm-up blocks discarded before the window. */
    warmupBlocks: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(1_000)),
  }),
  /** The window was disturbed: its figure does not count. */
  v.object({ ...placeInRun, state: v.literal("invalid"), reason }),
  /** A worker threw, died or fell silent: there is no figure. */
  v.object({ ...placeInRun, state: v.literal("failed"), reason }),
]);

/** One trial, valid or not. A figure exists only in state `valid`. */
export type Trial = v.InferOutput<typeof trialSchema>;
export type ValidTrial = Extract<Trial, { readonly state: "valid" }>;

type Uncounted = Exclude<Trial, ValidTrial>;

/** A trial without a figure, its reason cut to what a result may hold. */
export function uncountedTrial(
  place: Omit<Uncounted, "state" | "reason">,
  state: Uncounted["state"],
  reason: string,
): Uncounted {
  return { ...place, state, reason: reason.slice(0, REASON_CHARACTERS_MOST) };
}
