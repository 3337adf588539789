// What the columns of a table mean, as a fold below it on a phone: there each figure carries its name, and no heading is shown.
import { useState } from "react";
import type { Table } from "../../../scenarios/contract/table.ts";

/** The name of a column's figures where they stand without a heading. */
export function figureName({ label, unit }: Table["columns"][number]): string {
  return unit === null ? label : `${label}, ${unit}`;
}

export function ColumnWords({ table: { axis, columns, statusHelp } }: { readonly table: Table }) {
  const [isOpen, setIsOpen] = useState(false);
  const words = [axis, ...columns, ...(statusHelp === null ? [] : [{ label: "Status", help: statusHelp }])];
  return (
    <details
      className="mt-2 text-sm sm:hidden print:hidden"
      onToggle={({ currentTarget }) => setIsOpen(currentTarget.open)}
    >
      <summary>What these figures mean</summary>
      {isOpen ? (
        <dl className="mt-2 grid gap-2">
          {words.map(({ label, help }) => (
            <div key={label}>
              <dt className="font-semibold">{label}</dt>
              <dd className="text-muted">{help}</dd>
            </div>
          ))}
        </dl>
      ) : null}
    </details>
  );
}
