// How many times a reference's throughput each row reaches, as further columns of the table.
import type { ReferenceSeries } from "../../../results/references/reference.ts";
import { middleOf, type Row } from "../../../scenarios/contract/rows.ts";
import type { CellText, Table } from "../../../scenarios/contract/table.ts";
import { shortName } from "../../../results/references/short-name.ts";
import { formatMeasured, MISSING } from "../../../words/format.ts";

/** The table has room for so many. */
const COLUMNS_MOST = 2;
/** Behind this column. */
const BEHIND = "throughput";

function ratioAt(rows: readonly Row[], { rows: own }: ReferenceSeries, at: number): CellText {
  const row = rows.find((one) => one.at === at);
  const measured = row === undefined ? null : middleOf(row, BEHIND);
  const reference = own.find(({ agents }) => agents === at)?.opsPerSecond ?? null;
  if (measured === null || reference === null || !(reference > 0)) {
    return { text: MISSING, reason: "The reference has no throughput at this count." };
  }
  return { text: formatMeasured(measured / reference) };
}

/** @returns the table as it is where no reference shares a count with it */
export function withReferenceColumns(
  table: Table,
  rows: readonly Row[],
  references: readonly ReferenceSeries[],
): Table {
  const counts = new Set(rows.map(({ at }) => at));
  const shared = references
    .filter((series) => series.rows.some(({ agents }) => counts.has(agents)))
    .slice(0, COLUMNS_MOST);
  const place = table.columns.findIndex(({ id }) => id === BEHIND) + 1;
  if (shared.length === 0 || place === 0) return table;
  const columns = shared.map((series) => ({
    id: `times ${series.id}`,
    label: `× ${shortName(series)}`,
    unit: null,
    help: `Throughput over that of “${series.title}” at the same count.`,
  }));
  return {
    ...table,
    columns: [...table.columns.slice(0, place), ...columns, ...table.columns.slice(place)],
    rows: table.rows.map((row) => ({
      ...row,
      cells: {
        ...row.cells,
        ...Object.fromEntries(shared.map((series) => [`times ${series.id}`, ratioAt(rows, series, row.at)])),
      },
    })),
  };
}
