// Why two sides that measured the same thing have no row in common: which rows each has, and what helps.
import type { JudgedComparison } from "../../regression/comparison.ts";
import { type RowKey, rowText } from "../../regression/row-key.ts";
import { formatCount } from "../../words/format.ts";
import { listed } from "../../words/listed.ts";
import { rowWords } from "./row-words.ts";

export interface RowsApart {
  /** What each side has, in a sentence. */
  readonly what: string;
  readonly wayOut: string;
}

/** Rows that are named one by one; of more, only the first and the last. */
const NAMED_MOST = 4;

/** Rows that were measured by themselves, each once: what is the same at every point is on both sides whatever was measured. */
function ownRows(cells: readonly { readonly row: RowKey }[]): readonly RowKey[] {
  const own = cells.flatMap(({ row }) => (row.kind === "whole" ? [] : [row]));
  return [...new Map(own.map((row) => [rowText(row), row])).values()];
}

/** "1 agent, 5 agents and 10 agents", "12 rows from 1 agent to 50 agents", "test_a and 11 more". */
function rowsText(rows: readonly RowKey[]): string {
  const [first] = rows;
  const last = rows.at(-1);
  if (first === undefined || last === undefined) return "none";
  if (rows.length <= NAMED_MOST) return listed(rows.map(rowWords));
  return rows.every(({ kind }) => kind === "point")
    ? `${formatCount(rows.length)} rows from ${rowWords(first)} to ${rowWords(last)}`
    : `${rowWords(first)} and ${formatCount(rows.length - 1)} more`;
}

/** @returns null where a row is on both sides, or one side has none of its own */
export function rowsApart({
  cells,
  onlyInCurrent,
}: Pick<JudgedComparison, "cells" | "onlyInCurrent">): RowsApart | null {
  const [was, is] = [ownRows(cells), ownRows(onlyInCurrent)];
  if (was.length === 0 || is.length === 0) return null;
  const isMissing = cells.every(({ row, outcome }) => row.kind === "whole" || outcome.verdict === "missing");
  const known = new Set(was.map(rowText));
  if (!isMissing || is.some((row) => known.has(rowText(row)))) return null;
  const areNamed = [...was, ...is].some(({ kind }) => kind === "named");
  return {
    what: `No row is on both sides: the baseline has ${rowsText(was)}, the current result ${rowsText(is)}.`,
    wayOut: areNamed
      ? "Give files that hold the same benchmarks under the same names."
      : "Measure the same ones on both sides, then compare again.",
  };
}
