// Where the time of each row went, from the measures that the scenario declares for it.
import type { MeasuredOn, Row } from "../../../scenarios/contract/rows.ts";
import type { Experiment } from "../../../scenarios/contract/experiment.ts";
import { tableOf } from "../../../scenarios/contract/table.ts";
import { Help } from "../../../ui/help.tsx";
import { ScrollFrame } from "../../../ui/scroll-frame.tsx";
import { ColumnWords, figureName } from "./column-words.tsx";

const cell = "px-3 py-1.5 text-right align-top whitespace-nowrap first:text-left";

export interface BreakdownTableProps {
  readonly experiment: Experiment;
  readonly rows: readonly Row[];
  readonly on: MeasuredOn;
  /** Of a run of which nothing is concluded: what was counted is the same on any machine and stays, what was timed is left out. */
  readonly isUseless: boolean;
}

/** Nothing where the scenario has no breakdown, or no row has a figure of it. */
export function BreakdownTable({ experiment, rows, on, isUseless }: BreakdownTableProps) {
  const { breakdown } = experiment;
  const table = tableOf(experiment, rows, on, isUseless ? "counted-breakdown" : "breakdown");
  const { axis, columns, rows: all } = table;
  const filled = all.filter(({ cells }) => columns.some(({ id }) => cells[id]?.reason === undefined));
  if (breakdown === null || filled.length === 0) return null;
  return (
    <section aria-labelledby="breakdown">
      <h2 id="breakdown">{breakdown}</h2>
      {isUseless ? (
        <p className="mt-1 max-w-3xl text-warn">
          ▲ Other programs took the machine, so what was timed is left out. What was counted is the same on any machine.
        </p>
      ) : null}
      <ScrollFrame label={`${breakdown}: the table`} className="mt-2">
        <table className="stacks w-full">
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
                {columns.map((column) => {
                  const figure = cells[column.id];
                  return (
                    <td key={column.id} data-label={figureName(column)} className={cell} title={figure?.reason}>
                      {figure?.text}
                      {figure?.detail === undefined ? null : (
                        <span className="block text-xs text-muted">{figure.detail}</span>
                      )}
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollFrame>
      <ColumnWords table={table} />
    </section>
  );
}
