// A comparison as JSON for other programs: rows are named as people read them.
import type { JudgedComparison } from "../regression/comparison.ts";
import { wholeRowWords } from "./cells/row-words.ts";
import type { ExitAnswer } from "./compare-exit.ts";

const FORMAT = "headroom-comparison";
/** 2: a change has the sign of its figure, and is that of the two figures beside it; before, it was positive where worse. */
const VERSION = 2;

/** @param notes what every report says; the field is left out where there are none @returns text that ends with a line break */
export function toComparisonJson(
  comparison: JudgedComparison,
  { code, reason }: ExitAnswer,
  notes: readonly string[] = [],
): string {
  const { cells, onlyInCurrent, ...rest } = comparison;
  const document = {
    format: FORMAT,
    version: VERSION,
    exitCode: code,
    reason,
    ...(notes.length === 0 ? {} : { notes }),
    comparison: {
      cells: cells.map(({ row, ...cell }) => ({ row: wholeRowWords(row), ...cell })),
      ...rest,
      onlyInCurrent: onlyInCurrent.map(({ row, metric }) => `${wholeRowWords(row)}, ${metric.label}`),
    },
  };
  return `${JSON.stringify(document, null, 2)}\n`;
}
