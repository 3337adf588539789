// The lines that `npm run bench:kernel -- --cores` prints of a result, and which of its aims were met.
import { deriveResult } from "../../src/results/derive.ts";
import { experimentOf } from "../../src/results/experiment.ts";
import type { Result } from "../../src/results/format/result.ts";
import { middleOf, type Row } from "../../src/scenarios/contract/rows.ts";
import { median } from "../../src/statistics/summary.ts";
import { formatCount, formatCounted, formatMeasured, formatPercent } from "../../src/words/format.ts";

/** What core-normalised efficiency is aimed at, by topology and agents. */
const AIMS: Readonly<Record<string, Readonly<Record<number, number>>>> = {
  none: { 500: 0.95, 5_000: 0.95, 50_000: 0.95 },
  "all-to-all": { 50: 0.92 },
};

const PARTS = ["fuse", "transport", "wait", "rest"];

function lossText(row: Row): string {
  const loss = middleOf(row, "loss");
  if (loss === null) return "";
  const parts = PARTS.map((id) => `${id} ${formatPercent(middleOf(row, id) ?? 0)}`);
  return `; loss against the same without messages ${formatPercent(loss)}: ${parts.join(", ")}`;
}

function rowText(row: Row): string {
  const figure = row.figures["core-normalised"];
  const share = middleOf(row, "core-normalised");
  const interval = figure?.state === "known" ? figure.estimate.interval : null;
  const range = interval === null ? "" : ` (${formatPercent(interval.low)} to ${formatPercent(interval.high)})`;
  const rate = middleOf(row, "throughput");
  return `${formatCount(row.at).padStart(7)} agents: ${share === null ? "–" : formatPercent(share)}${range}, ${formatMeasured(rate ?? 0)} op/s${lossText(row)}`;
}

/** A line for each count, and one of the machine; counts whose trials failed say why. */
export function coresLines(result: Result): readonly string[] {
  const { rows } = deriveResult(result);
  const { parallelCapacity: capacity, stolenShare } = result.environment;
  const alone = median(
    experimentOf(result)
      .paceOf(result.samples)
      .map(({ opsPerSecond }) => opsPerSecond),
  );
  const failed = result.samples.flatMap((sample) =>
    sample.state === "valid" ? [] : [`${formatCounted(sample.at, "agent")}, ${sample.state}: ${sample.reason}`],
  );
  const others = stolenShare === undefined ? "" : `, others took ${formatPercent(stolenShare)} of the cores`;
  return [
    `C ${formatMeasured(capacity.cores)} (${formatMeasured(capacity.low)} to ${formatMeasured(capacity.high)}), X(1) ${alone === null ? "–" : formatMeasured(alone)} op/s${others}`,
    ...rows.map(rowText),
    ...new Set(failed),
  ];
}

/** Which aims of this topology were met. */
export function coresAims(result: Result): readonly string[] {
  const aims = AIMS[String(result.settings["topology"])] ?? {};
  return deriveResult(result).rows.flatMap((row) => {
    const [least, share] = [aims[row.at], middleOf(row, "core-normalised")];
    if (least === undefined || share === null) return [];
    const verdict = share >= least ? "met" : "missed";
    return [
      `${verdict}: ${formatPercent(share)} at ${formatCounted(row.at, "agent")}; aimed at ${formatPercent(least)}`,
    ];
  });
}
