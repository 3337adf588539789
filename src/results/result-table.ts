// The table of a result as an export has it: every measure of its rows in base units, numbers as numbers.
import { numberOfText } from "../fields/number-text.ts";
import type { Measure } from "../scenarios/contract/measure.ts";
import type { Row } from "../scenarios/contract/rows.ts";
import type { Axis } from "../scenarios/contract/scenario.ts";
import { deriveResult } from "./derive.ts";
import { experimentOf } from "./experiment.ts";
import type { ExportCell, ExportColumn, ExportTable } from "./export-table.ts";
import type { Result } from "./format/result.ts";

/** With spaces, which no id of a measure has. */
const KEYS = {
  point: "the point",
  name: "its name",
  interval: "kind of interval",
  samples: "samples behind it",
  status: "its status",
} as const;

type Cells = Readonly<Record<string, ExportCell>>;

function plainColumn(key: string, label: string): ExportColumn {
  return { key, label, unit: null };
}

function columnsOf({ id, label, unit, interval }: Measure): ExportColumn[] {
  const column = (suffix: string): ExportColumn => ({
    key: `${id}${suffix}`,
    label: `${label}${suffix}`,
    unit: unit === "count" ? null : unit,
  });
  return interval ? ["", " low", " high"].map(column) : [column("")];
}

function cellsOf({ figures }: Row, { id, interval }: Measure): Cells {
  const figure = figures[id];
  const known = figure?.state === "known" ? figure.estimate : null;
  const middle = { [id]: known?.median ?? null };
  if (!interval) return middle;
  return { ...middle, [`${id} low`]: known?.interval?.low ?? null, [`${id} high`]: known?.interval?.high ?? null };
}

/** How the intervals of a row were made; all have as many samples behind them. */
function intervalKind({ figures }: Row, measures: readonly Measure[]): string | null {
  const kinds = measures.flatMap(({ id, interval }) => {
    const figure = figures[id];
    return interval && figure?.state === "known" && figure.estimate.interval !== null
      ? [figure.estimate.interval.kind]
      : [];
  });
  const [kind] = kinds;
  if (kind === undefined) return null;
  return kind === "range" ? "range" : "95% interval";
}

/** Whether a point is only a number to people, as a count of agents is; others have a name beside it. */
function isPlainNumber(axis: Axis, at: number): boolean {
  return numberOfText(axis.format(at).replaceAll(",", "")) !== null;
}

/** @returns one line for each row: its point, its measures with their intervals, how many trials are behind it, its status */
export function resultTable(result: Result): ExportTable {
  const { scenario, measures } = experimentOf(result);
  const { rows } = deriveResult(result);
  const { axis } = scenario;
  const isNamed = rows.some(({ at }) => !isPlainNumber(axis, at));
  return {
    columns: [
      plainColumn(KEYS.point, axis.label.toLowerCase()),
      ...(isNamed ? [plainColumn(KEYS.name, "row")] : []),
      ...measures.flatMap(columnsOf),
      plainColumn(KEYS.interval, "interval"),
      plainColumn(KEYS.samples, "trials"),
      plainColumn(KEYS.status, "status"),
    ],
    rows: rows.map((row) => ({
      ...Object.fromEntries(measures.flatMap((measure) => Object.entries(cellsOf(row, measure)))),
      [KEYS.point]: row.at,
      [KEYS.name]: axis.nameOf(row.at),
      [KEYS.interval]: intervalKind(row, measures),
      [KEYS.samples]: row.samples,
      [KEYS.status]: row.status?.word ?? null,
    })),
  };
}
