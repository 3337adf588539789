// The main curve of a result as a picture of two lines' height, with its first and last value as its text.
import { memo } from "react";
import type { FoundCurve } from "../../../results/findings.ts";
import { scenarioOf } from "../../../scenarios/registry.ts";
import { formatTime } from "../../../words/time-text.ts";
import { formatMeasured } from "../../../words/format.ts";

const WIDTH = 112;
const HEIGHT = 32;
const EDGE = 3;
/** Points that span more are spaced by their logarithm, as on the large charts. */
const LOGARITHMIC_FROM = 10;

export interface SparklineProps {
  readonly curve: FoundCurve;
  /** Kind of the result's scenario, which names its points. */
  readonly scenario: string;
}

/** "Speed-up: 1 × one agent at 1 agent, 3.4 × one agent at 20 agents". */
function textOf({ label, unit, over, at, values }: FoundCurve, scenario: string): string {
  if (over === "values") return `${label}: from ${formatTime(at[0] ?? 0, unit)} to ${formatTime(at.at(-1) ?? 0, unit)}`;
  const axis = scenarioOf(scenario)?.axis;
  const pointText = (place: number): string => axis?.nameOf(place) ?? formatMeasured(place);
  const first = `${formatTime(values[0] ?? 0, unit)} at ${pointText(at[0] ?? 0)}`;
  return `${label}: ${first}, ${formatTime(values.at(-1) ?? 0, unit)} at ${pointText(at.at(-1) ?? 0)}`;
}

/** Where each point lies, px. Values begin at 0, so that a flat curve looks flat. */
function placesOf({ at, values }: FoundCurve): readonly (readonly [x: number, y: number])[] {
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

export const Sparkline = memo(function Sparkline({ curve, scenario }: SparklineProps) {
  const text = textOf(curve, scenario);
  const places = placesOf(curve);
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
