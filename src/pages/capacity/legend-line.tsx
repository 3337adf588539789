// A line of a chart's legend: how it is drawn, and what it is.

interface LegendLineProps {
  readonly label: string;
  readonly colour: string;
  /** Null for a solid line. */
  readonly dash: string | null;
  readonly width?: number;
}

export function LegendLine({ label, colour, dash, width = 1 }: LegendLineProps) {
  return (
    <span className="inline-flex items-center gap-2">
      <svg aria-hidden width="28" height="8" viewBox="0 0 28 8">
        <path d="M0 4H28" stroke={colour} strokeWidth={width} strokeDasharray={dash ?? "none"} strokeLinecap="round" />
      </svg>
      {label}
    </span>
  );
}
