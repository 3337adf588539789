// The mark of a point in a chart, in the shape of its series.

export interface ChartMarkerProps {
  readonly cx: unknown;
  readonly cy: unknown;
  readonly path: string;
  readonly colour: string;
  readonly filled: boolean;
}

export function ChartMarker({ cx, cy, path, colour, filled }: ChartMarkerProps) {
  if (typeof cx !== "number" || typeof cy !== "number") return null;
  return (
    <path
      transform={`translate(${cx} ${cy})`}
      d={path}
      fill={filled ? colour : "var(--color-panel)"}
      stroke={colour}
      strokeWidth={1.5}
    />
  );
}
