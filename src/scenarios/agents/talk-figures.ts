// What hearing each other costs agents, as figures: of a window, and of a row beside its control without messages.
import type { WindowReport } from "../../measurement/lane/lane-host.ts";
import type { Figures, ValidSample } from "../../measurement/run/sample.ts";
import { estimate, median } from "../../statistics/summary.ts";
import { exact, known, middle, missing, type RowFigure, valuesOf } from "../contract/rows.ts";

/** What a round carried, exactly: the same in every round. */
export function roundFigures(reports: readonly WindowReport[]): Figures {
  const rounds = Math.max(1, ...reports.map((report) => report.rounds));
  const perRound = (of: (report: WindowReport) => number) =>
    reports.reduce((sum, report) => sum + of(report), 0) / rounds;
  return {
    messages: perRound((report) => report.messagesRead),
    "carried-bytes": perRound((report) => report.bytesCarried),
  };
}

/** How a lock-step row falls short of the same agents without messages, and what explains it. */
export function talkBreakdown(
  rows: readonly ValidSample[],
  controls: readonly ValidSample[],
  figures: Readonly<Record<string, RowFigure>>,
): Record<string, RowFigure> {
  const free = median(valuesOf(controls, "throughput"));
  const own = median(valuesOf(rows, "throughput"));
  const parts = ["fuse", "transport", "wait"];
  if (free === null || own === null) {
    const none = missing("No control without messages counts yet.");
    return Object.fromEntries(["loss", "rest", ...parts].map((id) => [id, none]));
  }
  const loss = 1 - own / free;
  const explained = parts.reduce((sum, id) => sum + (middle(figures[id]) ?? 0), 0);
  const paired = pairedLoss(rows, controls);
  return {
    // Of the medians, so that its parts add up; how far repeats lie apart is told by each beside its own control.
    loss: paired.state === "known" ? known(paired.values, { ...paired.estimate, median: loss }) : exact(loss),
    rest: exact(loss - explained),
  };
}

/** What of throughput is lost to talking, repeat by repeat beside its own control, so that a slow moment touches both. */
export function pairedLoss(rows: readonly ValidSample[], controls: readonly ValidSample[]): RowFigure {
  const free = new Map(controls.map(({ repeat, figures }) => [repeat, figures["throughput"]]));
  const shares = rows.flatMap(({ repeat, figures }) => {
    const [own, control] = [figures["throughput"], free.get(repeat)];
    return typeof own === "number" && typeof control === "number" ? [1 - own / control] : [];
  });
  return shares.length === 0 ? missing("No control without messages counts yet.") : known(shares, estimate(shares));
}
