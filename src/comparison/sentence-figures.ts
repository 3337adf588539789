// The figures that the sentence of a comparison names: of one metric only what changed the same way, and in which rows.
import type { JudgedCell } from "../regression/comparison.ts";
import { type RowKey, rowText } from "../regression/row-key.ts";
import { formatChange, formatRatio } from "../words/change-text.ts";
import { plain } from "../words/plain-text.ts";

/** Figures that a sentence names; more cannot be said aloud. */
const NAMED_FIGURES = 2;

/** What can be said of several changes in one breath. */
type Way = "up" | "down" | "from 0" | "to 0";

/** Changes of one metric in one direction. */
export interface SaidFigure {
  /** Id of its metric. */
  readonly metric: string;
  readonly label: string;
  readonly way: Way;
  readonly changes: readonly number[];
  /** Where it changed, in the order of the comparison. */
  readonly rows: readonly RowKey[];
}

/** @returns null where nothing changed, or nobody knows */
function wayOf({ outcome }: JudgedCell): Way | null {
  const { change } = outcome.figures;
  if (change === null || Number.isNaN(change) || change === 0) return null;
  if (change === Number.POSITIVE_INFINITY) return "from 0";
  if (change === -1) return "to 0";
  return change > 0 ? "up" : "down";
}

/** Those with the most changed cells; of those that follow from others none where another changed. */
export function saidFigures(cells: readonly JudgedCell[]): readonly SaidFigure[] {
  const byWay = new Map<string, SaidFigure & { readonly changes: number[]; readonly rows: RowKey[] }>();
  const own = cells.filter(({ metric }) => metric.isDerived !== true);
  for (const cell of own.length > 0 ? own : cells) {
    const { metric, outcome, row } = cell;
    const way = wayOf(cell);
    if (way === null) continue;
    const key = `${way} ${metric.id}`;
    const entry = byWay.get(key) ?? { metric: metric.id, label: plain(metric.label), way, changes: [], rows: [] };
    entry.changes.push(outcome.figures.change ?? 0);
    entry.rows.push(row);
    byWay.set(key, entry);
  }
  return [...byWay.values()].sort((a, b) => b.rows.length - a.rows.length).slice(0, NAMED_FIGURES);
}

/** Whether a figure went the same way in all of these rows, however certain that is. */
export function wentSoIn(figure: SaidFigure, rows: readonly RowKey[], cells: readonly JudgedCell[]): boolean {
  const ways = new Map(
    cells.flatMap((cell) => (cell.metric.id === figure.metric ? [[rowText(cell.row), wayOf(cell)]] : [])),
  );
  return rows.every((row) => ways.get(rowText(row)) === figure.way);
}

/** A change without its sign, as one says it: from ten per cent up nobody says decimals. */
function sizeText(change: number): string {
  return formatChange(change)
    .replace(/^[+−]/, "")
    .replace(/^(\d{2,}\.\d)%$/, (_, percent: string) => `${Math.round(Number(percent))}%`);
}

/** "12% to 30% lower", "2.4× as much", "1.6× to 2.4× as much", "up from 0". */
export function changeText({ way, changes }: SaidFigure): string {
  if (way === "from 0" || way === "to 0") return way === "from 0" ? "up from 0" : "down to 0";
  const bySize = changes.toSorted((a, b) => Math.abs(a) - Math.abs(b));
  const [least = 0] = bySize;
  const most = bySize.at(-1) ?? least;
  const isRatio = sizeText(most).endsWith("×");
  const words = isRatio ? "as much" : way === "down" ? "lower" : "higher";
  if (sizeText(least) === sizeText(most)) return `${sizeText(most)} ${words}`;
  const from = isRatio && !sizeText(least).endsWith("×") ? formatRatio(1 + least) : sizeText(least);
  return `${from} to ${sizeText(most)} ${words}`;
}
