// The fold over figures that follow from others: closed, it says which they are and what their verdicts count.
import type { ReactNode } from "react";
import type { VerdictRow } from "../../../comparison/verdict-table.ts";
import { Help } from "../../../ui/help.tsx";
import { DERIVED_HELP } from "./verdict-help.ts";

export interface DerivedFoldProps {
  /** At least one. */
  readonly rows: readonly VerdictRow[];
  readonly children: ReactNode;
}

/** "12 warning, 2 no change", in the order in which they come. */
function countsText(rows: readonly VerdictRow[]): string {
  const counts = new Map<string, number>();
  for (const { cells } of rows) counts.set(cells.verdict, (counts.get(cells.verdict) ?? 0) + 1);
  return [...counts].map(([verdict, count]) => `${count} ${verdict}`).join(", ");
}

export function DerivedFold({ rows, children }: DerivedFoldProps) {
  const labels = [...new Set(rows.map(({ cells }) => cells.metric))].join(", ");
  return (
    <details className="mt-2">
      <summary className="min-h-8 py-1 text-sm">
        What follows from these: {labels} <span className="text-muted">({countsText(rows)})</span>
      </summary>
      <p className="mb-2 text-xs text-muted">
        <Help term="Why apart?">{DERIVED_HELP}</Help>
      </p>
      {children}
    </details>
  );
}
