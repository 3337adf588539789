// The sessions of a trend as a table: what the chart draws, in its order, the latest first.
import { Link } from "@tanstack/react-router";
import type { FigureTrend } from "../../../comparison/trend/sessions.ts";
import { isBetter, trendValueText } from "../../../comparison/trend/trend-words.ts";
import { QualityMark } from "../../../ui/quality-mark.tsx";
import { TableFrame } from "../../../ui/table-frame.tsx";
import { formatChange } from "../../../words/change-text.ts";
import { MISSING } from "../../../words/format.ts";
import { formatClock } from "../../../words/format-clock.ts";

const columns = [
  { label: "Session" },
  { label: "Figure", align: "right" },
  { label: "To its level", align: "right" },
  { label: "Change of the level" },
  { label: "Quality" },
  { label: "Browser" },
] as const;

const looks = { better: "text-good", worse: "text-bad", unknown: "" } as const;

/** A change with its arrow; the word behind it says which way is better. */
function ChangeMark({ trend, at }: { readonly trend: FigureTrend; readonly at: number }) {
  const change = trend.changes.find((one) => one.at === at);
  if (change === undefined) return null;
  const better = isBetter(trend, change);
  const word = better === null ? "unknown" : better ? "better" : "worse";
  return (
    <span className={looks[word]}>
      <span aria-hidden>{change.change > 0 ? "▲" : "▼"}</span> {formatChange(change.change)}
      {word === "unknown" ? "" : `, ${word}`}
      {change.along === null ? null : <span className="block text-xs text-muted">{change.along}</span>}
    </span>
  );
}

export function TrendTable({ trend }: { readonly trend: FigureTrend }) {
  const rows = trend.points.map((point, at) => {
    const level = trend.levels.find(({ from, to }) => at >= from && at < to)?.level ?? null;
    return { ...point, at, level };
  });
  return (
    <TableFrame label="Sessions" caption={`Sessions of ${trend.choice.label}`} columns={columns} testId="sessions">
      <tbody>
        {rows.toReversed().map(({ session, value, leftOut, at, level }) => (
          <tr key={session.id} className="border-b align-top last:border-b-0">
            <th scope="row" className="px-3 py-1.5 text-left font-normal whitespace-nowrap">
              <Link to="/results/$id" params={{ id: session.id }}>
                {formatClock(session.createdAt, true)}
              </Link>
            </th>
            <td className="px-3 py-1.5 text-right whitespace-nowrap tabular-nums">
              {value === null ? (
                <span className="text-muted">
                  {MISSING} <span className="text-xs">{leftOut}</span>
                </span>
              ) : (
                trendValueText(trend, value)
              )}
            </td>
            <td className="px-3 py-1.5 text-right whitespace-nowrap tabular-nums">
              {value === null || level === null ? MISSING : formatChange(value / level - 1)}
            </td>
            <td className="px-3 py-1.5">
              <ChangeMark trend={trend} at={at} />
            </td>
            <td className="px-3 py-1.5">
              <QualityMark state={session.quality} />
            </td>
            <td className="px-3 py-1.5 whitespace-nowrap">{session.browser}</td>
          </tr>
        ))}
      </tbody>
    </TableFrame>
  );
}
