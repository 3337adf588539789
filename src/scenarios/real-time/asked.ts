// What a search asks of its machine, and within what bounds.

/** Why a count is tried. `row`: to find the place; `confirmation`: at the count to be claimed, or below it where a short trial was late; `above`: a little beyond, where it should fail. */
export type Purpose = "row" | "confirmation" | "above";

export interface Asked {
  readonly purpose: Purpose;
  readonly agents: number;
}

/** A trial that was taken. */
export interface Answered extends Asked {
  readonly holds: boolean;
}

/** Whether a trial is as long as a confirmation: it then says more than any short one. */
export function isLong({ purpose }: Pick<Asked, "purpose">): boolean {
  return purpose !== "row";
}

/** A count is claimed where so many long trials of it held, and none failed. */
export const CONFIRMATIONS = 5;

export interface SearchBounds {
  /** Where doubling begins. */
  readonly first: number;
  /** No more agents than this are ever tried. */
  readonly most: number;
  /** How close the bracket gets, as a share of its lower end. */
  readonly resolution: number;
  /** No more trials than this. */
  readonly trialsMost: number;
  /** No further count is confirmed where that would take more long trials than this. */
  readonly longMost: number;
  /** Decides the order of confirmations. */
  readonly seed: number;
}

/** A part of a search: it asks, and is told whether the trial held. */
export type Course<Value> = Generator<Asked, Value, boolean>;

/** How far apart two counts are that a search tells apart. */
export function stepAt(agents: number, resolution: number): number {
  return Math.max(1, Math.round(agents * resolution));
}
