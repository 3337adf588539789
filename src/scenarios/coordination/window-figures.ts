// What one window of a coordination run says: rounds, what carrying took in each, and how many lanes there were.
import type { WindowOrder, WindowReport } from "../../measurement/lane/lane-host.ts";
import type { Figures } from "../../measurement/run/sample.ts";
import { lossFigures, throughputOf } from "../../measurement/run/window-figures.ts";
import { roundToDigits } from "../../statistics/significant.ts";
import { roundFigures } from "../agents/talk-figures.ts";

const DIGITS = 4;
const US_PER_MS = 1_000;
const US_PER_S = 1_000_000;

/** @param agents of the window, all lanes together */
export function coordinationFigures(
  reports: readonly WindowReport[],
  { rhythm }: WindowOrder,
  agents: number,
): Figures {
  const round = roundToDigits((agents / throughputOf(reports)) * US_PER_S, DIGITS);
  const base = { round, lanes: reports.length };
  if (rhythm === "free") return base;
  const rounds = Math.max(1, ...reports.map((report) => report.rounds));
  const sumOf = (part: (report: WindowReport) => number): number =>
    reports.reduce((sum, report) => sum + part(report), 0);
  return {
    ...base,
    ...lossFigures(reports),
    ...roundFigures(reports),
    "read-bytes": sumOf((report) => report.bytesRead) / rounds,
    carrying: roundToDigits((sumOf((report) => report.transportMs) * US_PER_MS) / rounds, DIGITS),
  };
}
