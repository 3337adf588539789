// The legend inside a chart: the mark of each line with its name.

export interface LegendEntry {
  readonly label: string;
  readonly colour: string;
  readonly path: string;
  /** Whether the mark is an outline alone. */
  readonly isOpen?: boolean;
}

export function MarkLegend({ entries }: { readonly entries: readonly LegendEntry[] }) {
  return (
    <ul className="flex flex-wrap justify-end gap-x-4 text-xs text-muted">
      {entries.map(({ label, colour, path, isOpen = false }) => (
        <li key={label} className="flex items-center gap-1.5">
          <svg aria-hidden width={12} height={12} viewBox="-6 -6 12 12">
            <path d={path} fill={isOpen ? "none" : colour} stroke={colour} strokeWidth={1.5} />
          </svg>
          {label}
        </li>
      ))}
    </ul>
  );
}
