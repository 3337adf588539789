// Which rows of a long table are shown: some are enough until somebody asks for all.

/** Longer tables are cut. */
const ROWS_MOST = 30;
/** What is left of one that is cut. */
const ROWS_SHOWN = 12;
/** How much of what is to come is shown below the row that is measured now. */
const ROWS_AHEAD = 2;

export interface ShownRows<Row> {
  readonly rows: readonly Row[];
  /** How many there are in all, where some are not shown; else null. */
  readonly cutFrom: number | null;
}

/**
 * @param rows all, ascending
 * @param current the point measured now: it stays in sight with the rows before it; null where nothing is measured
 */
export function shownRows<Row extends { readonly at: number }>(
  rows: readonly Row[],
  current: number | null,
): ShownRows<Row> {
  if (rows.length <= ROWS_MOST) return { rows, cutFrom: null };
  const now = current === null ? 0 : rows.findLastIndex(({ at }) => at <= current);
  const end = Math.min(rows.length, Math.max(ROWS_SHOWN, now + 1 + ROWS_AHEAD));
  return { rows: rows.slice(end - ROWS_SHOWN, end), cutFrom: rows.length };
}
