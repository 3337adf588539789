// The main curve of a result in a list: its picture, and below it the values at its ends.
import type { FoundCurve as Curve } from "../../../results/findings.ts";
import { Sparkline } from "../../../ui/charts/sparkline.tsx";
import { curveText, endsText } from "./curve-text.ts";

export interface FoundCurveProps {
  readonly curve: Curve;
  /** Kind of the result's scenario. */
  readonly scenario: string;
}

export function FoundCurve({ curve, scenario }: FoundCurveProps) {
  const ends = endsText(curve);
  return (
    <figure className="grid w-fit justify-items-end">
      <Sparkline {...curve} text={curveText(curve, scenario)} width={144} />
      {ends === null ? null : (
        <figcaption aria-hidden className="text-xs whitespace-nowrap text-muted">
          {ends}
        </figcaption>
      )}
    </figure>
  );
}
