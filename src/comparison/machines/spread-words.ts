// The spread between machines in words and as a table of text: for the terminal, and the sentence of the page.
import { formatCounted, formatMeasured, formatPercent } from "../../words/format.ts";
import { listed } from "../../words/listed.ts";
import type { MachineSpread, SpreadRow } from "./machine-spread.ts";

/** How far the interval over machines reaches, as a share of the median. */
function widthOf({ estimate: { median, interval } }: SpreadRow): number {
  return interval === null || median === 0 ? 0 : (interval.high - interval.low) / Math.abs(median);
}

/** Slower or faster than the others: in the row of the most agents that it stands apart in. */
function apartText(name: string, { rows }: MachineSpread): string {
  const row = rows.findLast(({ outliers }) => outliers.includes(name));
  const value = row?.machines.find((one) => one.name === name)?.value;
  if (row === undefined || value === undefined || row.estimate.median === 0) return name;
  const share = value / row.estimate.median - 1;
  return `${name} (${formatPercent(Math.abs(share))} ${share < 0 ? "under" : "over"} the median)`;
}

/** "Machines differ by 4.1% in the middle of the rows. machine 2 (31% under the median) stands apart." */
export function spreadSentence(spread: MachineSpread): string {
  const widths = spread.rows.map(widthOf).sort((a, b) => a - b);
  const width = widths[Math.floor((widths.length - 1) / 2)] ?? 0;
  const most = Math.max(...spread.rows.map(({ machines }) => machines.length));
  const isRange = spread.rows.every(({ estimate }) => estimate.interval?.kind !== "confidence");
  const what = isRange ? "from the least to the most" : "over the 95% interval of their median";
  const differ = `${formatCounted(most, "machine")} differ by ${formatPercent(width)} ${what}, in the middle of the rows.`;
  const { outliers } = spread;
  const none = "None stands apart from the others.";
  if (outliers.length === 0) return most < 3 ? differ : `${differ} ${none}`;
  const named = listed(outliers.map((name) => apartText(name, spread)));
  return `${differ} ${named} ${outliers.length === 1 ? "stands" : "stand"} apart from the others.`;
}

/** "980 to 1,020", or the median where there is no interval. */
export function spreadRange({ estimate: { median, interval } }: SpreadRow): string {
  return interval === null
    ? formatMeasured(median)
    : `${formatMeasured(interval.low)} to ${formatMeasured(interval.high)}`;
}
