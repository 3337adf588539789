// The rows of the curve: which of them are used, what one more agent adds, and how far each is from the fitted law.
import { marginalGains } from "../../../../capacity/asked/curve-figures.ts";
import type { PlanningCurve } from "../../../../capacity/asked/planning-curve.ts";
import { type Law, throughputAt } from "../../../../laws/laws.ts";
import {
  formatComputed,
  formatCount,
  formatCounted,
  formatMeasured,
  formatPercent,
  MISSING,
} from "../../../../words/format.ts";
import { figureColumns, TableFrame } from "../../../../ui/table-frame.tsx";

export interface CurveRowsProps {
  readonly curve: PlanningCurve;
  /** The law from which residuals are taken; null where none could be fitted. */
  readonly law: Law | null;
  readonly onExclude: (agents: readonly number[]) => void;
}

const columns = [
  { label: "Used" },
  ...figureColumns(
    "Agents",
    "Throughput, op/s",
    "Repeats",
    "Efficiency",
    "Gain per further agent, op/s",
    "USL, op/s",
    "Residual, op/s",
  ),
];

const cell = "px-3 py-1.5 text-right";

export function CurveRows({ curve, law, onExclude }: CurveRowsProps) {
  const isPublished = curve.provenance === "published";
  const format = isPublished ? formatComputed : formatMeasured;
  const gains = marginalGains(curve.rows);
  const single = curve.rows.find(({ agents }) => agents === 1)?.opsPerSecond ?? null;
  return (
    <TableFrame
      label="Rows of the curve"
      caption="Rows of the curve, which of them are used, and residuals of the fitted law"
      columns={columns}
      testId="curve-rows"
    >
      <tbody>
        {curve.rows.map(({ agents, opsPerSecond, trials }, at) => {
          const isUsed = !curve.excluded.includes(agents);
          const fitted = law === null ? null : throughputAt(law, agents);
          const gain = gains[at] ?? null;
          return (
            <tr key={agents} className={`border-b last:border-b-0 ${isUsed ? "" : "text-muted"}`}>
              <td className="px-3 py-1.5">
                <input
                  type="checkbox"
                  aria-label={`Use the row of ${formatCounted(agents, "agent")}`}
                  checked={isUsed}
                  onChange={() =>
                    onExclude(isUsed ? [...curve.excluded, agents] : curve.excluded.filter((count) => count !== agents))
                  }
                />
              </td>
              <th scope="row" className={`${cell} font-normal`}>
                {formatCount(agents)}
              </th>
              <td className={cell}>{format(opsPerSecond)}</td>
              <td className={cell}>{formatCount(trials.length)}</td>
              <td className={cell}>
                {single === null ? (
                  <span title="The curve has no row of one agent.">{MISSING}</span>
                ) : (
                  formatPercent(opsPerSecond / (agents * single))
                )}
              </td>
              <td className={cell}>{gain === null ? "" : format(gain).replace("-", "−")}</td>
              <td className={cell}>{fitted === null ? MISSING : formatMeasured(fitted)}</td>
              <td className={cell}>{fitted === null ? MISSING : formatSigned(opsPerSecond - fitted)}</td>
            </tr>
          );
        })}
      </tbody>
    </TableFrame>
  );
}

function formatSigned(value: number): string {
  const text = formatMeasured(Math.abs(value) < 1e-9 ? 0 : value);
  return value > 0 && text !== "0" ? `+${text}` : text.replace("-", "−");
}
