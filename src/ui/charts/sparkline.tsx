// A curve as a picture of two lines' height, with a text for who does not see it.
import { memo } from "react";

const WIDTH = 112;
const HEIGHT = 32;
const EDGE = 3;
/** Points that span more are spaced by their logarithm, as on the large charts. */
const LOGARITHMIC_FROM = 10;

export interface SparklineProps {
  /** Ascending, at least two. */
  readonly at: readonly number[];
  /** As many. */
  readonly values: readonly number[];
  readonly text: string;
}

/** Where each point lies, px. Values begin at 0, so that a flat curve looks flat. */
function placesOf({ at, values }: Omit<SparklineProps, "text">): readonly (readonly [x: number, y: number])[] {
  const [least = 0, most = 1] = [at[0], at.at(-1)];
  const isLogarithmic = least > 0 && most / least > LOGARITHMIC_FROM;
  const scaled = (place: number): number => (isLogarithmic ? Math.log(place) : place);
  const width = scaled(most) - scaled(least) || 1;
  const top = Math.max(...values, 0) || 1;
  return at.map((place, n) => [
    EDGE + ((scaled(place) - scaled(least)) / width) * (WIDTH - 2 * EDGE),
    HEIGHT - EDGE - (Math.max(0, values[n] ?? 0) / top) * (HEIGHT - 2 * EDGE),
  ]);
}

export const Sparkline = memo(function Sparkline({ at, values, text }: SparklineProps) {
  const places = placesOf({ at, values });
  const [x, y] = places.at(-1) ?? [0, 0];
  return (
    <svg role="img" aria-label={text} width={WIDTH} height={HEIGHT} viewBox={`0 0 ${WIDTH} ${HEIGHT}`}>
      <title>{text}</title>
      <line x1={0} x2={WIDTH} y1={HEIGHT - EDGE + 0.5} y2={HEIGHT - EDGE + 0.5} stroke="var(--color-line)" />
      <polyline
        points={places.map((place) => place.map((px) => px.toFixed(1)).join(",")).join(" ")}
        fill="none"
        stroke="var(--color-series-1)"
        strokeWidth={1.5}
        strokeLinejoin="round"
      />
      <circle cx={x} cy={y} r={2.5} fill="var(--color-series-1)" />
    </svg>
  );
});
