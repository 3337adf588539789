// Facts of configuration and environment that are not the same in all results.
import type { Difference } from "../../../comparison/conditions.ts";
import { TableFrame } from "../../../ui/table-frame.tsx";

export interface DifferencesTableProps {
  readonly differences: readonly Difference[];
  /** What each result is called, with its number. */
  readonly numbered: readonly string[];
}

export function DifferencesTable({ differences, numbered }: DifferencesTableProps) {
  if (differences.length === 0) return <p>Nothing: the same configuration, in the same environment.</p>;
  return (
    <TableFrame
      label="Differences of configuration and environment"
      caption="Facts that are not the same in all results"
      columns={[{ label: "Fact" }, ...numbered.map((label) => ({ label }))]}
      keepsFirst
    >
      <tbody>
        {differences.map(({ fact, values }) => (
          <tr key={fact} className="border-b last:border-b-0">
            <th scope="row" className="px-3 py-1.5 font-normal text-muted">
              {fact}
            </th>
            {numbered.map((name, at) => (
              <td key={name} className="px-3 py-1.5">
                {values[at]}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </TableFrame>
  );
}
