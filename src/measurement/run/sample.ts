// One attempt at one point of one series: its figures, or why it has none.

/** A point to be measured. */
export interface Planned {
  /** `row`: what the scenario is about. Others give the rows their yardstick, such as `solo` or `control`. */
  readonly series: string;
  /** Where on the scenario's axis: so many agents, or what else it counts. */
  readonly at: number;
  /** Which repeat of this series at this point, from 0. */
  readonly repeat: number;
}

/** Figures by the id of their measure. Null: measured, and yet withheld, such as p99 of too few ops. */
export type Figures = Readonly<Record<string, number | null>>;

/** How often values were seen, by the id of their measure, as [bucket, count, …]: see statistics/log-buckets.ts. */
export type Distributions = Readonly<Record<string, readonly number[]>>;

interface Place extends Planned {
  /** 0 for the first attempt, then 1 or 2 for repetitions of one that does not count. */
  readonly attempt: number;
}

export interface ValidSample extends Place {
  readonly state: "valid";
  readonly figures: Figures;
  readonly distributions?: Distributions | undefined;
}

/** `invalid`: the window was disturbed. `failed`: a worker threw, died or fell silent. */
export interface UncountedSample extends Place {
  readonly state: "invalid" | "failed";
  readonly reason: string;
}

/** A figure exists only in state `valid`. */
export type Sample = ValidSample | UncountedSample;

/** Longer reasons are cut, so that a result with them can be read again. */
const REASON_CHARACTERS_MOST = 300;

/** A sample without a figure, its reason cut to what a result may hold. */
export function uncounted(place: Place, state: UncountedSample["state"], reason: string): UncountedSample {
  const { series, at, repeat, attempt } = place;
  return { series, at, repeat, attempt, state, reason: reason.slice(0, REASON_CHARACTERS_MOST) };
}

export function isValid(sample: Sample): sample is ValidSample {
  return sample.state === "valid";
}

export function isUncounted(sample: Sample): sample is UncountedSample {
  return sample.state !== "valid";
}
