// One metric of several results over each other, each with its own colour, dash and shape. Loaded after the page.
import { CartesianGrid, Legend, Line, LineChart, ResponsiveContainer, Tooltip, XAxis, YAxis } from "recharts";
import { formatCount, formatMeasured } from "../../../words/format.ts";
import { rowWords } from "../../../comparison/cells/row-words.ts";
import type { SideBySideRow } from "../../../comparison/side-by-side.ts";

export interface CompareChartProps {
  /** Points of one axis. */
  readonly rows: readonly SideBySideRow[];
  /** Null where values carry none. */
  readonly unit: string | null;
  readonly names: readonly string[];
}

const axis = { fontSize: 12, fill: "var(--color-muted)" } as const;
const dashes = ["", "7 4", "2 4", "10 3 2 3", "5 2", "1 3"] as const;
const marks = ["circle", "square", "triangle", "diamond", "star", "cross"] as const;

function placeOf({ row }: SideBySideRow): number {
  return row.kind === "point" ? row.at : 0;
}

export function CompareChart({ rows, unit, names }: CompareChartProps) {
  const points = rows.map((row) => ({
    place: placeOf(row),
    ...Object.fromEntries(row.estimates.map((value, at) => [`r${at}`, value?.median ?? null])),
  }));
  return (
    <ResponsiveContainer width="100%" height={280}>
      <LineChart data={points} margin={{ top: 12, right: 24, bottom: 4, left: 12 }} accessibilityLayer={false}>
        <CartesianGrid stroke="var(--color-line)" vertical={false} />
        <XAxis
          dataKey="place"
          type="number"
          domain={[0, "dataMax"]}
          allowDecimals={false}
          tickFormatter={formatCount}
          tick={axis}
          stroke="var(--color-line-strong)"
        />
        <YAxis
          domain={[0, "auto"]}
          tickFormatter={formatCount}
          width={84}
          tick={axis}
          stroke="var(--color-line-strong)"
        />
        <Legend itemSorter={null} wrapperStyle={{ fontSize: 12 }} />
        <Tooltip
          isAnimationActive={false}
          content={({ active, label }) => {
            const row = active ? rows.find((one) => placeOf(one) === Number(label)) : undefined;
            if (row === undefined) return null;
            return (
              <div className="rounded border border-line-strong bg-panel px-3 py-2 text-xs">
                <p className="font-semibold">{rowWords(row.row)}</p>
                {row.estimates.map((value, at) =>
                  value === null ? null : (
                    <p key={names[at]}>
                      {names[at]}: {formatMeasured(value.median)} {unit}
                    </p>
                  ),
                )}
              </div>
            );
          }}
        />
        {names.map((name, at) => (
          <Line
            key={name}
            dataKey={`r${at}`}
            name={name}
            stroke={`var(--color-series-${at + 1})`}
            strokeWidth={2}
            strokeDasharray={dashes[at] ?? ""}
            dot={{ r: 3 }}
            legendType={marks[at] ?? "circle"}
            connectNulls
            isAnimationActive={false}
          />
        ))}
      </LineChart>
    </ResponsiveContainer>
  );
}
