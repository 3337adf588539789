// The line under the charts: the legend with its switches, the file picker, and what is wrong with references.
import { useCallback } from "react";
import { switchSeries } from "../../../session/sources/reference-store.ts";
import type { MeasuredOn, Row } from "../../../scenarios/contract/rows.ts";
import type { Experiment } from "../../../scenarios/contract/experiment.ts";
import { OpenFile } from "./open-file.tsx";
import type { References } from "../../../session/sources/references.ts";
import { SHOWN_MOST, switchedTo } from "../../../session/sources/shown-references.ts";
import { lazyPart } from "../../../ui/lazy-part.tsx";

/** Loads with the charts, whose lines it names. */
const SeriesLegend = lazyPart("The legend", () => import("./series-legend.tsx").then((module) => module.SeriesLegend));

export interface LegendBarProps {
  readonly experiment: Experiment;
  readonly rows: readonly Row[];
  readonly on: MeasuredOn;
  readonly references: References;
  /** "measured here" or "shared: measured elsewhere". */
  readonly measuredLabel: string;
}

/** Whether a curve of the scenario has a limit that is known for these rows. */
function hasLimit({ panels }: Experiment, rows: readonly Row[], on: MeasuredOn): boolean {
  return panels
    .flat()
    .some((chart) => chart.kind === "curve" && chart.limit !== null && chart.limit(rows, on) !== null);
}

export function LegendBar({ experiment, rows, on, references, measuredLabel }: LegendBarProps) {
  const { available, shown, problem } = references;
  const onSwitch = useCallback((id: string, on: boolean) => switchSeries(switchedTo(references, id, on)), [references]);
  return (
    <>
      <div className="flex flex-wrap items-start justify-between gap-2 sm:flex-nowrap">
        <SeriesLegend
          part={{
            hasMeasured: rows.length > 0,
            measuredLabel,
            hasLimit: hasLimit(experiment, rows, on),
            available,
            shown,
            onSwitch,
            isFull: shown.length >= SHOWN_MOST,
          }}
          fallback={<div className="min-h-8" />}
        />
        <OpenFile />
      </div>
      {problem === null ? null : (
        <p role="alert" className="text-sm text-warn">
          ▲ The shipped references could not be read: {problem} Reload the page to try again.
        </p>
      )}
    </>
  );
}
