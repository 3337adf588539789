// A curve as a picture of two lines' height, with a text for who does not see it.
import { memo } from "react";
import { pointsText, type SmallCurve, sparklinePlaces } from "./sparkline-places.ts";

const WIDTH = 112;
const HEIGHT = 32;
const EDGE = 3;

export interface SparklineProps extends SmallCurve {
  readonly text: string;
}

export const Sparkline = memo(function Sparkline({ at, values, text }: SparklineProps) {
  const places = sparklinePlaces({ at, values }, { width: WIDTH, height: HEIGHT, edge: EDGE });
  const [x, y] = places.at(-1) ?? [0, 0];
  return (
    <svg role="img" aria-label={text} width={WIDTH} height={HEIGHT} viewBox={`0 0 ${WIDTH} ${HEIGHT}`}>
      <title>{text}</title>
      <line x1={0} x2={WIDTH} y1={HEIGHT - EDGE + 0.5} y2={HEIGHT - EDGE + 0.5} stroke="var(--color-line)" />
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
