// The line and the mark of a series, for legends.
import { seriesLook } from "./series-look.ts";

export interface SeriesSwatchProps {
  /** Its place, from 0. */
  readonly index: number;
  /** Nobody measured it here: drawn dashed and hollow. */
  readonly isReference: boolean;
}

export function SeriesSwatch({ index, isReference }: SeriesSwatchProps) {
  const { colour, path } = seriesLook(index);
  return (
    <svg aria-hidden width="28" height="12" viewBox="-14 -6 28 12" className="shrink-0">
      <path
        d="M-14 0H14"
        stroke={colour}
        strokeWidth={isReference ? 1.5 : 2}
        strokeDasharray={isReference ? "4 3" : undefined}
      />
      <path d={path} fill={isReference ? "var(--color-panel)" : colour} stroke={colour} strokeWidth="1.5" />
    </svg>
  );
}
