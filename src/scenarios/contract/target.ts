// What the published document promises of a figure, and whether this machine keeps it.
import { middleOf, type Row } from "./rows.ts";

export interface Target {
  /** As the document says it, such as "p95 under 100 ms". */
  readonly label: string;
  /** The measure that is held against it, in the row at this point. */
  readonly measure: string;
  /** A point, or the last of those that the run has. */
  readonly at: number | "last";
  readonly bound: { readonly kind: "at most" | "at least"; readonly value: number };
  /** Which part of the published document it is from. */
  readonly source: string;
}

export interface TargetOutcome {
  readonly target: Target;
  readonly verdict:
    | { readonly state: "met" | "missed"; readonly value: number }
    /** Nothing here can tell; the reason says why and what would. */
    | { readonly state: "not measurable"; readonly reason: string };
}

/** @param rows of a run that has ended, or goes on */
export function outcomeOf(target: Target, rows: readonly Row[]): TargetOutcome {
  const row = target.at === "last" ? rows.at(-1) : rows.find(({ at }) => at === target.at);
  const figure = row?.figures[target.measure];
  const value = row === undefined ? null : middleOf(row, target.measure);
  if (value === null) {
    const reason = figure?.state === "missing" ? figure.reason : "It was not measured in this run.";
    return { target, verdict: { state: "not measurable", reason } };
  }
  const { kind } = target.bound;
  const isMet = kind === "at most" ? value <= target.bound.value : value >= target.bound.value;
  return { target, verdict: { state: isMet ? "met" : "missed", value } };
}
