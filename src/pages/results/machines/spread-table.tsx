// The rows of machines that measured the same: the median over them, how far they reach, and the slowest and the fastest of them.
import { Link } from "@tanstack/react-router";
import { spreadRange } from "../../../comparison/machines/spread-words.ts";
import type { SpreadRow } from "../../../comparison/machines/machine-spread.ts";
import { TableFrame } from "../../../ui/table-frame.tsx";
import { formatMeasured } from "../../../words/format.ts";
import { listed } from "../../../words/listed.ts";
import type { Spread } from "./read-machines.ts";

const columns = [
  { label: "Row" },
  { label: "Median over machines, op/s", align: "right" },
  {
    label: "Between machines, op/s",
    align: "right",
    help: "The 95% interval of the median over machines where there are six or more, else from the least to the most.",
  },
  { label: "Slowest" },
  { label: "Fastest" },
  {
    label: "Stands apart",
    help: "Further from the median than 3.5 median absolute deviations, and than 5%. Of two machines nobody can say which is the odd one.",
  },
] as const;

/** "Anna: 980 op/s". @param place 0 for the slowest, -1 for the fastest */
function endOf({ machines }: SpreadRow, place: 0 | -1): string {
  const one = machines.toSorted((a, b) => a.value - b.value).at(place);
  return one === undefined ? "" : `${one.name}: ${formatMeasured(one.value)}`;
}

export function SpreadTable({ sentence, rows, plan }: Spread) {
  return (
    <section aria-labelledby="between-machines" className="grid grid-cols-[minmax(0,1fr)] gap-2">
      <h2 id="between-machines">How far do they differ?</h2>
      <p className="max-w-4xl break-words">{sentence}</p>
      <TableFrame
        label="Between machines"
        caption="Throughput of each row over the machines"
        columns={columns}
        keepsFirst
        testId="machine-spread"
      >
        <tbody>
          {rows.map(({ at, name, row }) => (
            <tr key={at} className="border-b last:border-b-0">
              <th scope="row" className="px-3 py-2 text-left font-normal whitespace-nowrap">
                {name}
              </th>
              <td className="px-3 py-2 text-right tabular-nums">{formatMeasured(row.estimate.median)}</td>
              <td className="px-3 py-2 text-right whitespace-nowrap tabular-nums">{spreadRange(row)}</td>
              <td className="min-w-40 px-3 py-2 tabular-nums">{endOf(row, 0)}</td>
              <td className="min-w-40 px-3 py-2 tabular-nums">{endOf(row, -1)}</td>
              <td className="min-w-32 px-3 py-2">{row.outliers.length === 0 ? "–" : listed(row.outliers)}</td>
            </tr>
          ))}
        </tbody>
      </TableFrame>
      {plan === null ? null : (
        <p className="max-w-4xl text-sm">
          <Link to="/capacity/plan" search={plan}>
            Plan with the low end
          </Link>
          : a plan has to hold on slow machines too, so it takes the low end of each row between machines.
        </p>
      )}
    </section>
  );
}
