// The lines that `npm run bench:scaling` prints of a result.
import { deriveResult } from "../../src/results/derive.ts";
import { experimentOf } from "../../src/results/experiment.ts";
import type { Result } from "../../src/results/format/result.ts";
import { middleOf } from "../../src/scenarios/contract/rows.ts";
import { median } from "../../src/statistics/summary.ts";

function percent(share: number | null): string {
  return share === null ? "–" : `${(share * 100).toFixed(1)}%`;
}

/** Efficiencies first, then the machine and where the time of the most agents went. */
export function scalingLines(result: Result): string[] {
  const { rows } = deriveResult(result);
  const { parallelCapacity: capacity, mainThreadBusyShare, longTasks, inWindows } = result.environment;
  const solo = median(
    experimentOf(result)
      .paceOf(result.samples)
      .map(({ opsPerSecond }) => opsPerSecond),
  );
  const figures = rows.map((row) => {
    const ratio = solo === null ? "–" : ((middleOf(row, "throughput") ?? 0) / solo).toFixed(2);
    return `N=${row.at}: ${percent(middleOf(row, "core-normalised"))} (×${ratio})`;
  });
  const most = rows.at(-1);
  const loss = most === undefined ? null : middleOf(most, "loss");
  const parts = ["fuse", "transport", "wait"].map(
    (id) => `${id} ${percent(most === undefined ? null : middleOf(most, id))}`,
  );
  const lossText = loss === null ? "" : `; loss ${percent(loss)}: ${parts.join(", ")}`;
  return [
    figures.join("  "),
    `C ${capacity.cores} (${capacity.low}–${capacity.high}), X(1) ${solo ?? "–"} op/s, main thread late ${percent(mainThreadBusyShare)} (inside windows ${percent(inWindows?.busyShare ?? null)}), ${longTasks ?? "–"} long tasks (inside windows ${inWindows?.longTasks ?? "–"})${lossText}`,
  ];
}
