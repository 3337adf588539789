// The legend: mark and line of every series with its provenance, and the switches that draw references.
import { memo, useId } from "react";
import { PROVENANCE_WORDS, type ReferenceSeries } from "../../../results/references/reference.ts";
import { InfoPopover } from "../../../ui/info-popover.tsx";
import { SeriesSwatch } from "../../../ui/charts/series-swatch.tsx";
import { CutName } from "../../../ui/cut-name.tsx";

export interface SeriesLegendProps {
  /** Whether a measured series is drawn. */
  readonly hasMeasured: boolean;
  /** "measured here" or "shared: measured on …". */
  readonly measuredLabel: string;
  readonly hasLimit: boolean;
  /** All that can be drawn. */
  readonly available: readonly ReferenceSeries[];
  /** Those that are drawn, in order. */
  readonly shown: readonly ReferenceSeries[];
  readonly onSwitch: (id: string, shown: boolean) => void;
  /** Whether no further series can be drawn. */
  readonly isFull: boolean;
}

export const SeriesLegend = memo(function SeriesLegend(props: SeriesLegendProps) {
  const { hasMeasured, measuredLabel, hasLimit, available, shown, onSwitch, isFull } = props;
  const fullId = useId();
  return (
    <div className="flex flex-wrap items-center gap-x-5 gap-y-1 text-xs">
      {hasMeasured ? (
        <span className="inline-flex items-center gap-2">
          <SeriesSwatch index={0} isReference={false} /> {measuredLabel}
        </span>
      ) : null}
      {hasLimit ? (
        <span className="inline-flex items-center gap-2">
          <svg aria-hidden width="28" height="12" viewBox="-14 -6 28 12">
            <path d="M-14 0H14" stroke="var(--color-ink)" strokeDasharray="1 4" strokeLinecap="round" />
          </svg>
          all cores busy
        </span>
      ) : null}
      {available.map((series) => {
        const place = shown.findIndex(({ id }) => id === series.id);
        return (
          <span key={series.id} className={`inline-flex items-center gap-2 ${place === -1 ? "print:hidden" : ""}`}>
            <label className={`inline-flex min-h-8 items-center gap-2 ${isFull && place === -1 ? "text-muted" : ""}`}>
              <input
                type="checkbox"
                className="print:hidden"
                checked={place !== -1}
                disabled={isFull && place === -1}
                aria-describedby={isFull && place === -1 ? fullId : undefined}
                onChange={(event) => onSwitch(series.id, event.target.checked)}
              />
              {place === -1 ? null : <SeriesSwatch index={place + 1} isReference />}
              <CutName name={series.title} />
            </label>
            <InfoPopover
              trigger={PROVENANCE_WORDS[series.provenance]}
              triggerClassName="-my-[3px] min-h-[24px] min-w-[24px] shrink-0 cursor-help py-[3px] whitespace-nowrap text-muted underline decoration-dotted underline-offset-3"
              label={`Where ${series.title} comes from`}
              openOnHover
            >
              <p className="first-letter:uppercase">{series.provenanceText}</p>
              {series.platform === undefined ? null : <p className="mt-2 text-muted">{series.platform}</p>}
              {series.date === undefined ? null : <p className="mt-2 text-muted">{series.date}</p>}
            </InfoPopover>
          </span>
        );
      })}
      {isFull && available.length > shown.length ? (
        <p id={fullId} role="status" className="basis-full print:hidden">
          At most five references are drawn; untick one first.
        </p>
      ) : null}
    </div>
  );
});
