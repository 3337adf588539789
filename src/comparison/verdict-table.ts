// The text of a comparison: one format of every cell, the same on the page, in the terminal and in written files.
import { formatChange, formatChangeRange } from "../words/change-text.ts";
import { formatMeasured, MISSING } from "../words/format.ts";
import { formatTime } from "../words/time-text.ts";
import { BAND_ABOVE, bandOf } from "../regression/bands.ts";
import { isTime, type Metric, worseBy } from "../regression/metric.ts";
import type { JudgedCell, JudgedComparison } from "../regression/comparison.ts";
import { rowText } from "../regression/row-key.ts";
import type { Verdict } from "../regression/verdict.ts";
import { plain } from "../words/plain-text.ts";
import { rowWords } from "./cells/row-words.ts";

export const VERDICT_COLUMNS = [
  "row",
  "metric",
  "baseline",
  "current",
  "change",
  "95% interval",
  "p (Holm)",
  "verdict",
  "note",
] as const;
type VerdictColumn = (typeof VERDICT_COLUMNS)[number];

/** One line of the table as text. */
export interface VerdictRow {
  /** Which row of a result, and which metric: never shown. */
  readonly row: string;
  readonly metric: string;
  readonly cells: Readonly<Record<VerdictColumn, string>>;
  readonly verdict: Verdict["verdict"];
  /** Which way the figure went, and whether that is good; null where the verdict does not say so. */
  readonly move: { readonly up: boolean; readonly isBetter: boolean } | null;
  /** Whether other metrics of the row give this one, as throughput gives efficiency. */
  readonly isDerived: boolean;
  /** How strong a change is that counts as one: 1 above the smallest band to 3 above the largest; 0 where there is none. */
  readonly strength: 0 | 1 | 2 | 3;
}

/** Verdicts that there is a change, for the better or the worse. One within noise, or inconclusive, is called neither. */
const IS_CHANGE: ReadonlySet<Verdict["verdict"]> = new Set(["improved", "minor", "warning", "critical"]);

/** A change that is written as 0 is no move. */
function moveOf(change: number | null, better: Metric["better"]): VerdictRow["move"] {
  if (change === null || better === null || formatChange(change) === formatChange(0)) return null;
  return { up: change > 0, isBetter: change > 0 === (better === "higher") };
}

/** How strong the change of a verdict is, whichever way it went. */
function strengthOf({ verdict, figures }: Verdict, better: Metric["better"]): VerdictRow["strength"] {
  const judged = figures.hodgesLehmann ?? figures.change;
  if (better === null || judged === null || !IS_CHANGE.has(verdict)) return 0;
  switch (bandOf(Math.abs(worseBy(1 + judged, better)))) {
    case "critical":
      return 3;
    case "warning":
      return 2;
    case "minor":
    case null:
      return 1;
  }
}

const verdictWords: Readonly<Record<Verdict["verdict"], string>> = {
  improved: "improved",
  "no-change": "no change",
  "within-noise": "within noise",
  minor: "minor",
  warning: "warning",
  critical: "critical",
  inconclusive: "inconclusive",
  "not-comparable": "not comparable",
  missing: "missing",
};

function figure(value: number | null, metric: Metric): string {
  if (value === null) return MISSING;
  if (isTime(metric)) return formatTime(value, metric.unit);
  return metric.unit === null ? formatMeasured(value) : `${formatMeasured(value)} ${metric.unit}`;
}

function pText(p: number): string {
  return p < 0.0001 ? "< 0.0001" : String(Number(p.toPrecision(2)));
}

/** Said beside a verdict only where it says more than the interval does. */
function unseen(share: number | null): string | null {
  return share === null || share <= BAND_ABOVE.minor
    ? null
    : `changes under ${formatChange(share).replace(/^\+/, "")} cannot be told from noise`;
}

/** Said where the change that was judged is another than the one beside it: of another sign, or with an interval that does not hold it. */
function ofOther({ change, hodgesLehmann, interval }: Verdict["figures"]): string | null {
  if (change === null || hodgesLehmann === null || formatChange(change) === formatChange(hodgesLehmann)) return null;
  const isHeld = interval === null || (change >= interval.low && change <= interval.high);
  return isHeld && change * hodgesLehmann >= 0
    ? null
    : `judged by the Hodges-Lehmann change of ${formatChange(hodgesLehmann)}`;
}

function noteOf(outcome: Verdict): string {
  const { remark, smallestSeen } = outcome.figures;
  const other = ofOther(outcome.figures);
  const notes = (own: string | null): string => [own, remark, other].filter((note) => note !== null).join("; ");
  switch (outcome.verdict) {
    case "not-comparable":
      return notes(outcome.differences.join("; "));
    case "missing":
    case "inconclusive":
    case "within-noise":
      return notes(outcome.reason);
    case "no-change":
      return notes(unseen(smallestSeen));
    case "improved":
    case "minor":
    case "warning":
    case "critical":
      return notes(null);
  }
}

function rowOf({ row, metric, outcome }: JudgedCell): VerdictRow {
  const { baseline, current, change, interval, adjustedP } = outcome.figures;
  return {
    row: rowText(row),
    metric: metric.id,
    verdict: outcome.verdict,
    isDerived: metric.isDerived === true,
    strength: strengthOf(outcome, metric.better),
    move: IS_CHANGE.has(outcome.verdict) ? moveOf(change, metric.better) : null,
    cells: {
      row: plain(rowWords(row)),
      metric: plain(metric.label),
      baseline: figure(baseline, metric),
      current: figure(current, metric),
      change: change === null ? MISSING : formatChange(change),
      "95% interval": interval === null ? MISSING : formatChangeRange(interval.low, interval.high),
      "p (Holm)": adjustedP === null ? MISSING : pText(adjustedP),
      verdict: verdictWords[outcome.verdict],
      note: plain(noteOf(outcome)),
    },
  };
}

/** The lines of a comparison, in its order. A change has the sign of its figure. */
export function verdictRows(comparison: JudgedComparison): VerdictRow[] {
  return comparison.cells.map(rowOf);
}

/** The metrics of all rows in reading order: a row that lacks some does not put them last. */
export function metricsOf(rows: readonly Pick<VerdictRow, "row" | "metric">[]): readonly string[] {
  const order: string[] = [];
  let before: Pick<VerdictRow, "row" | "metric"> | null = null;
  for (const next of rows) {
    const behind = before?.row === next.row ? order.indexOf(before.metric) + 1 : order.length;
    if (!order.includes(next.metric)) order.splice(behind, 0, next.metric);
    before = next;
  }
  return order;
}

/** "2 warning, 19 no change": how many cells have each verdict, the gravest first. */
export function verdictSummary({ cells }: Pick<JudgedComparison, "cells">): string {
  const order = [
    "critical",
    "warning",
    "minor",
    "missing",
    "not-comparable",
    "inconclusive",
    "within-noise",
    "improved",
    "no-change",
  ] as const;
  const parts = order.flatMap((verdict) => {
    const count = cells.filter(({ outcome }) => outcome.verdict === verdict).length;
    return count === 0 ? [] : [`${count} ${verdictWords[verdict]}`];
  });
  return parts.length === 0 ? "nothing to compare" : parts.join(", ");
}

/** The table for a terminal: columns padded to their widest cell, two spaces apart. */
export function toTextTable(rows: readonly VerdictRow[]): string {
  const lines = [VERDICT_COLUMNS.map(String), ...rows.map(({ cells }) => VERDICT_COLUMNS.map((name) => cells[name]))];
  const widths = VERDICT_COLUMNS.map((_, column) => Math.max(...lines.map((line) => line[column]?.length ?? 0)));
  return lines
    .map(
      (line) =>
        `${line
          .map((cell, n) => cell.padEnd(widths[n] ?? 0))
          .join("  ")
          .trimEnd()}\n`,
    )
    .join("");
}
