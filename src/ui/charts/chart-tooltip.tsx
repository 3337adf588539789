// What a chart says of the point under the pointer: the table's row, in the table's formats.

export interface TooltipRow {
  readonly label: string;
  readonly value: string;
}

export interface ChartTooltipProps {
  readonly title: string;
  readonly rows: readonly TooltipRow[];
}

export function ChartTooltip({ title, rows }: ChartTooltipProps) {
  return (
    <div className="w-64 rounded border border-line-strong bg-panel px-3 py-2 text-xs">
      <p className="font-semibold">{title}</p>
      <dl className="mt-1 grid grid-cols-[minmax(0,1fr)_auto] gap-x-4">
        {rows.map(({ label, value }) => (
          <div key={label} className="contents">
            <dt className="wrap-break-word text-muted">{label}</dt>
            <dd className="text-right">{value}</dd>
          </div>
        ))}
      </dl>
    </div>
  );
}
