// A curve as a picture of two lines' height, with a text for who does not see it.
import { memo } from "react";
import { pointsText, type SmallCurve, sparklinePlaces } from "./sparkline-places.ts";

const EDGE = 3;

export interface SparklineProps extends SmallCurve {
  readonly text: string;
  /** Pixels. */
  readonly width?: number;
  readonly height?: number;
}

export const Sparkline = memo(function Sparkline({ at, values, text, width = 112, height = 32 }: SparklineProps) {
  const places = sparklinePlaces({ at, values }, { width, height, edge: EDGE });
  const [x, y] = places.at(-1) ?? [0, 0];
  return (
    <svg role="img" aria-label={text} width={width} height={height} viewBox={`0 0 ${width} ${height}`}>
      <title>{text}</title>
      <line x1={0} x2={width} y1={height - EDGE + 0.5} y2={height - EDGE + 0.5} stroke="var(--color-line)" />
      <polyline
        points={pointsText(places)}
        fill="none"
        stroke="var(--color-series-1)"
        strokeWidth={1.5}
        strokeLinejoin="round"
      />
      <circle cx={x} cy={y} r={2.5} fill="var(--color-series-1)" />
    </svg>
  );
});
