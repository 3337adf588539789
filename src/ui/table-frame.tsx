// The frame of tables of figures with plain headings: it scrolls sideways, and has a caption for screen readers and column headings.
import type { ReactNode } from "react";
import { Help } from "./help.tsx";

export interface TableColumn {
  readonly label: string;
  readonly align?: "left" | "right";
  /** What the heading means, in one or two sentences. */
  readonly help?: string;
}

export interface TableFrameProps {
  /** Name of the frame, which can be focused and scrolled by keyboard. */
  readonly label: string;
  readonly caption: string;
  readonly columns: readonly TableColumn[];
  /** Dims the table while its figures are being computed again. */
  readonly isStale?: boolean;
  readonly testId?: string;
  /** The tbody, and a tfoot where there is one. */
  readonly children: ReactNode;
}

/** Columns of figures, aligned to the right. */
export function figureColumns(...labels: readonly string[]): readonly TableColumn[] {
  return labels.map((label) => ({ label, align: "right" }));
}

export function TableFrame({ label, caption, columns, isStale = false, testId, children }: TableFrameProps) {
  return (
    <section
      aria-label={label}
      aria-busy={isStale}
      tabIndex={0}
      className={`table-scroll rounded border bg-panel ${isStale ? "opacity-60" : ""}`}
    >
      <table className="w-full border-collapse text-left" data-testid={testId}>
        <caption className="sr-only">{caption}</caption>
        <thead>
          <tr className="border-b text-xs text-muted">
            {columns.map(({ label: heading, align = "left", help }) => (
              <th
                key={heading}
                scope="col"
                className={`px-3 py-2 align-bottom font-normal ${align === "right" ? "text-right" : "text-left"}`}
              >
                {help === undefined ? heading : <Help term={heading}>{help}</Help>}
              </th>
            ))}
          </tr>
        </thead>
        {children}
      </table>
    </section>
  );
}
