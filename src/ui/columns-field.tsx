// A field for which columns of a CSV hold what, for files whose header does not say it. It is the grammar of --columns.
import { useId } from "react";

export interface ColumnsFieldProps {
  readonly value: string;
  readonly onChange: (text: string) => void;
}

export function ColumnsField({ value, onChange }: ColumnsFieldProps) {
  const id = useId();
  return (
    <details className="mt-1 text-xs">
      <summary className="cursor-pointer text-muted">Columns of a CSV with other names</summary>
      <label htmlFor={id} className="mt-1 block">
        Which columns
      </label>
      <input
        id={id}
        className="min-h-8 w-full max-w-96 rounded border border-line-strong bg-panel px-2 text-ink"
        placeholder="agents=crew,throughput=speed"
        aria-describedby={`${id}-help`}
        value={value}
        onChange={({ target }) => onChange(target.value)}
      />
      <p id={`${id}-help`} className="text-muted">
        Write agents=NAME,throughput=NAME; decimal=comma or decimal=point says how numbers are written. Then open the
        file.
      </p>
    </details>
  );
}
