// Where the time of each row went, from the measures that the scenario declares for it.
import type { MeasuredOn, Row } from "../../../scenarios/contract/rows.ts";
import type { Experiment } from "../../../scenarios/contract/scenario.ts";
import { tableOf } from "../../../scenarios/contract/table.ts";
import { Help } from "../../../ui/help.tsx";

const cell = "px-3 py-1.5 text-right whitespace-nowrap first:text-left";

export interface BreakdownTableProps {
  readonly experiment: Experiment;
  readonly rows: readonly Row[];
  readonly on: MeasuredOn;
}

/** Nothing where the scenario has no breakdown, or no row has a figure of it. */
export function BreakdownTable({ experiment, rows, on }: BreakdownTableProps) {
  const { breakdown } = experiment.scenario;
  const { axis, columns, rows: all } = tableOf(experiment, rows, on, "breakdown");
  const filled = all.filter(({ cells }) => columns.some(({ id }) => cells[id]?.reason === undefined));
  if (breakdown === null || filled.length === 0) return null;
  return (
    <section aria-labelledby="breakdown">
      <h2 id="breakdown" className="text-lg font-semibold">
        {breakdown}
      </h2>
      <section
        className="mt-2 relative overflow-x-auto rounded border bg-panel"
        aria-label={`${breakdown}: the table`}
        tabIndex={0}
      >
        <table className="w-full border-collapse">
          <caption className="sr-only">{breakdown}</caption>
          <thead>
            <tr className="border-b text-xs text-muted">
              <th scope="col" className={`${cell} font-normal`}>
                {axis.label}
              </th>
              {columns.map(({ id, label, unit, help }) => (
                <th key={id} scope="col" className={`${cell} font-normal`}>
                  <Help term={label}>{help}</Help>
                  {unit === null ? "" : `, ${unit}`}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {filled.map(({ at, head, cells }) => (
              <tr key={at} className="border-b last:border-b-0 hover:bg-hover">
                <th scope="row" className={`${cell} font-semibold`}>
                  {head}
                </th>
                {columns.map(({ id }) => (
                  <td key={id} className={cell} title={cells[id]?.reason}>
                    {cells[id]?.text}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </section>
  );
}
