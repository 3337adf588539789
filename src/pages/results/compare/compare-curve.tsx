// The chart of a comparison in its frame: which axes are logarithmic, what the legend and a point say.
import { useMemo, useState } from "react";
import { axisLabel, rowWords } from "../../../comparison/cells/row-words.ts";
import type { SideBySide } from "../../../comparison/side-by-side.ts";
import { ChartFrame } from "../../../ui/charts/chart-frame.tsx";
import { ACROSS_LINEAR_MOST, tickFormat, UP_LINEAR_MOST } from "../../../ui/charts/axis.ts";
import { SeriesSwatch } from "../../../ui/charts/series-swatch.tsx";
import { lazyPart } from "../../../ui/lazy-part.tsx";
import { formatMeasured, MISSING } from "../../../words/format.ts";
import { comparedPoints, comparedRange } from "./compare-curve-data.ts";
import { CutName } from "../../../ui/cut-name.tsx";

const CompareChart = lazyPart("The chart", () => import("./compare-chart.tsx").then((module) => module.CompareChart));

export interface CompareCurveProps {
  readonly beside: SideBySide;
  readonly title: string;
  /** What each result is called, with its number. */
  readonly names: readonly string[];
  /** Under a saved picture: where the figures come from. */
  readonly notes: readonly string[];
}

interface LogSwitchProps {
  readonly label: string;
  readonly isOn: boolean;
  readonly onSwitch: (isOn: boolean) => void;
}

function LogSwitch({ label, isOn, onSwitch }: LogSwitchProps) {
  return (
    <label className="inline-flex min-h-8 items-center gap-2">
      <input type="checkbox" checked={isOn} onChange={({ target }) => onSwitch(target.checked)} />
      Logarithmic {label.toLowerCase()} axis
    </label>
  );
}

export function CompareCurve({ beside: { metric, rows }, title, names, notes }: CompareCurveProps) {
  const [isAcrossChosen, setAcross] = useState(true);
  const [isUpChosen, setUp] = useState(true);
  const points = useMemo(() => comparedPoints(rows), [rows]);
  const range = useMemo(() => comparedRange(points), [points]);
  const [first, last] = [points[0]?.at ?? 0, points.at(-1)?.at ?? 0];
  const across = axisLabel(rows[0]?.row);
  const isFarAcross = first > 0 && last > ACROSS_LINEAR_MOST * first;
  const isFarUp = range !== null && range.most > UP_LINEAR_MOST * range.least;
  const unit = metric.unit === null ? "" : ` ${metric.unit}`;

  function describe(at: number) {
    const row = rows.find((one) => one.row.kind === "point" && one.row.at === at);
    if (row === undefined) return { title: String(at), rows: [] };
    const said = row.estimates.map((one, place) => ({
      label: names[place] ?? "",
      value: one === null ? MISSING : `${formatMeasured(one.median)}${unit}`,
    }));
    return { title: rowWords(row.row), rows: said };
  }

  return (
    <ChartFrame
      title={title}
      unit={metric.unit ?? ""}
      fileName="headroom-comparison"
      notes={notes}
      legend={
        <ul className="mb-2 flex flex-wrap gap-x-5 gap-y-1 text-xs">
          {names.map((name, at) => (
            <li key={name} className="inline-flex items-center gap-2">
              <SeriesSwatch index={at} isReference={false} /> <CutName name={name} most={60} />
            </li>
          ))}
        </ul>
      }
      footer={
        isFarAcross || isFarUp ? (
          <div className="mt-1 flex flex-wrap gap-x-4 text-xs text-muted print:hidden">
            {isFarAcross ? <LogSwitch label={across} isOn={isAcrossChosen} onSwitch={setAcross} /> : null}
            {isFarUp ? <LogSwitch label={title} isOn={isUpChosen} onSwitch={setUp} /> : null}
          </div>
        ) : null
      }
    >
      <CompareChart
        part={{
          points,
          names,
          across,
          isLogAcross: isFarAcross && isAcrossChosen,
          verticalLog: isFarUp && isUpChosen ? { least: range.least * 0.8, most: range.most * 1.25 } : null,
          most: range?.most ?? 0,
          formatTick: tickFormat(range?.most ?? 0),
          describe,
        }}
        fallback={<p className="text-muted">Loading the chart …</p>}
      />
    </ChartFrame>
  );
}
