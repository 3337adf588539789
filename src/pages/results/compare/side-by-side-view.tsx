// One metric of several results side by side: as curves where rows are points of one axis, and as a table.
import { rowWords } from "../../../comparison/cells/row-words.ts";
import { shareOfFirst, type SideBySide } from "../../../comparison/side-by-side.ts";
import { rowText } from "../../../regression/row-key.ts";
import { figureColumns, TableFrame } from "../../../ui/table-frame.tsx";
import { formatChange } from "../../../words/change-text.ts";
import { MISSING } from "../../../words/format.ts";
import { columnFormat } from "../../../words/format-duration.ts";
import { CompareCurve } from "./compare-curve.tsx";

function estimateText(
  value: { readonly median: number; readonly interval: { readonly low: number; readonly high: number } | null } | null,
  format: (value: number) => string,
) {
  if (value === null) return <span title="This result has no such row.">{MISSING}</span>;
  return (
    <>
      {format(value.median)}
      {value.interval === null ? null : (
        <span className="block text-xs text-muted">
          {format(value.interval.low)}–{format(value.interval.high)}
        </span>
      )}
    </>
  );
}

function changeText(change: number | null): string {
  return change === null ? MISSING : formatChange(change);
}

export interface SideBySideProps {
  readonly beside: SideBySide;
  /** What each result is called, with its number. */
  readonly numbered: readonly string[];
  /** Under a saved picture: where the figures come from. */
  readonly notes: readonly string[];
}

/** Points of one axis can be drawn; benchmarks with names cannot. */
function isCurve({ rows }: SideBySide): boolean {
  const axes = new Set(rows.map(({ row }) => (row.kind === "point" ? row.axis : null)));
  return axes.size === 1 && !axes.has(null);
}

export function SideBySideView({ beside, numbered, notes }: SideBySideProps) {
  const { metric, rows } = beside;
  const title = `${metric.label.charAt(0).toUpperCase()}${metric.label.slice(1)}`;
  const column = columnFormat(
    metric.unit,
    rows.flatMap(({ estimates }) => estimates.flatMap((one) => one?.median ?? [])),
  );
  const unit = column.unit === null ? "" : `, ${column.unit}`;
  return (
    <>
      {isCurve(beside) ? <CompareCurve beside={beside} title={title} names={numbered} notes={notes} /> : null}
      <section aria-labelledby="side-by-side">
        <h2 id="side-by-side" className="mb-2">
          {title} side by side
        </h2>
        <TableFrame
          label={`${title} of each result`}
          caption={`${title} row by row, each with its interval or range, and how far it is from the first result`}
          columns={[
            { label: "Row" },
            ...figureColumns(
              ...numbered.flatMap((name, at) => [`${name}${unit}`, ...(at === 0 ? [] : [`${at + 1} against 1`])]),
            ),
          ]}
          keepsFirst
          testId="compared"
        >
          <tbody>
            {rows.map((row) => (
              <tr key={rowText(row.row)} className="border-b last:border-b-0">
                <th scope="row" className="px-3 py-1.5 font-normal">
                  {rowWords(row.row)}
                </th>
                {numbered.flatMap((name, at) => [
                  <td key={`value ${name}`} className="px-3 py-1.5 text-right">
                    {estimateText(row.estimates[at] ?? null, column.format)}
                  </td>,
                  ...(at === 0
                    ? []
                    : [
                        <td key={`change ${name}`} className="px-3 py-1.5 text-right">
                          {changeText(shareOfFirst(row, at))}
                        </td>,
                      ]),
                ])}
              </tr>
            ))}
          </tbody>
        </TableFrame>
      </section>
    </>
  );
}
