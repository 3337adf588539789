// Whether paced agents hold their rate: the one criterion of the sentence and of a row's status.
import type { Status } from "../../scaling/status.ts";
import { middle, type Row } from "../contract/rows.ts";

/** Of what was offered. */
const HELD_LEAST = 0.99;
/** Latency at most, µs. */
export const P95_MOST_US = 10_000;

/** The same in words, for the help of the status column. */
export const HELD_RATE_TEXT =
  "Holds where at least 99% of the offered ops were done with p95 latency of at most 10 ms; else late.";

type Figures = Pick<Row, "figures">;

/** @returns null where a figure is missing */
export function holdsRate(row: Figures): boolean | null {
  const share = middle(row.figures["efficiency"]);
  const p95Us = middle(row.figures["p95"]);
  return share === null || p95Us === null ? null : share >= HELD_LEAST && p95Us <= P95_MOST_US;
}

export function statusOfRate(row: Figures): Status | null {
  const holds = holdsRate(row);
  if (holds === null) return null;
  return holds ? { word: "Holds", tone: "good" } : { word: "Late", tone: "bad" };
}
