// The text of a comparison: one format of every cell, the same on the page, in the terminal and in written files.
import { MISSING } from "../words/format.ts";
import type { JudgedCell, JudgedComparison } from "../regression/comparison.ts";
import { rowText } from "../regression/row-key.ts";
import type { Verdict } from "../regression/verdict.ts";
import { markdownLine, toMarkdownText } from "../results/export-table.ts";
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
}

const verdictWords: Readonly<Record<Verdict["verdict"], string>> = {
  improved: "improved",
  "no-change": "no change",
  minor: "minor",
  warning: "warning",
  critical: "critical",
  inconclusive: "inconclusive",
  "not-comparable": "not comparable",
  missing: "missing",
};

/** Three significant digits, the same in every locale: 18234 → "18,200". */
function measured(value: number): string {
  return new Intl.NumberFormat("en-US", { maximumSignificantDigits: 3 }).format(value);
}

function figure(value: number | null, unit: string | null): string {
  if (value === null) return MISSING;
  return unit === null ? measured(value) : `${measured(value)} ${unit}`;
}

/** "+13.0%" is worse by 13 %, "−4.2%" better. */
function signedPercent(share: number): string {
  const percent = (Math.abs(share) * 100).toFixed(1);
  if (percent === "0.0") return "0.0%";
  return `${share > 0 ? "+" : "−"}${percent}%`;
}

function pText(p: number): string {
  return p < 0.0001 ? "< 0.0001" : String(Number(p.toPrecision(2)));
}

function smallest(share: number | null): string {
  return share === null || share === 0 ? "" : `changes under ${(share * 100).toFixed(1)}% cannot be seen`;
}

function noteOf(outcome: Verdict): string {
  switch (outcome.verdict) {
    case "not-comparable":
      return outcome.differences.join("; ");
    case "missing":
    case "inconclusive":
      return outcome.reason;
    case "improved":
    case "no-change":
    case "minor":
    case "warning":
    case "critical":
      return smallest(outcome.figures.smallestSeen);
  }
}

function rowOf({ row, metric, outcome }: JudgedCell): VerdictRow {
  const { baseline, current, change, interval, adjustedP } = outcome.figures;
  return {
    row: rowText(row),
    metric: metric.id,
    verdict: outcome.verdict,
    cells: {
      row: plain(rowWords(row)),
      metric: plain(metric.label),
      baseline: figure(baseline, metric.unit),
      current: figure(current, metric.unit),
      change: change === null ? MISSING : signedPercent(change),
      "95% interval": interval === null ? MISSING : `${signedPercent(interval.low)} to ${signedPercent(interval.high)}`,
      "p (Holm)": adjustedP === null ? MISSING : pText(adjustedP),
      verdict: verdictWords[outcome.verdict],
      note: plain(noteOf(outcome)),
    },
  };
}

/** The lines of a comparison, in its order. A change is positive where worse. */
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
export function verdictSummary(comparison: JudgedComparison): string {
  const order = [
    "critical",
    "warning",
    "minor",
    "missing",
    "not-comparable",
    "inconclusive",
    "improved",
    "no-change",
  ] as const;
  const parts = order.flatMap((verdict) => {
    const count = comparison.cells.filter(({ outcome }) => outcome.verdict === verdict).length;
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

/** The table as GitHub-flavoured Markdown, with a heading and the counts. */
export function toVerdictMarkdown(comparison: JudgedComparison): string {
  const rows = verdictRows(comparison);
  return [
    `## Headroom: ${verdictSummary(comparison)}\n\n`,
    markdownLine(VERDICT_COLUMNS),
    markdownLine(VERDICT_COLUMNS.map(() => "---")),
    ...rows.map(({ cells }) => markdownLine(VERDICT_COLUMNS.map((name) => toMarkdownText(cells[name])))),
  ].join("");
}
