// A table of figures in a frame that scrolls by itself: caption for those who listen, headings, rows from the caller.
import type { ReactNode } from "react";

export interface TableColumn {
  readonly label: string;
  readonly align?: "left" | "right";
}

export interface TableFrameProps {
  /** Name of the frame, which keyboards can scroll. */
  readonly label: string;
  readonly caption: string;
  readonly columns: readonly TableColumn[];
  /** Dimmed while its figures are worked out again. */
  readonly isStale?: boolean;
  readonly testId?: string;
  /** tbody, and tfoot where there is one. */
  readonly children: ReactNode;
}

/** Columns whose figures stand to the right. */
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
            {columns.map(({ label: heading, align = "left" }) => (
              <th
                key={heading}
                scope="col"
                className={`px-3 py-2 align-bottom font-normal ${align === "right" ? "text-right" : "text-left"}`}
              >
                {heading}
              </th>
            ))}
          </tr>
        </thead>
        {children}
      </table>
    </section>
  );
}
