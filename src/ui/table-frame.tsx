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
  /** Whether the first column stays in sight while others scroll. */
  readonly keepsFirst?: boolean;
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

/** On a phone a long name wraps, so that it leaves room for the figures. */
const firstLook =
  "[&_tr>*:first-child]:sticky [&_tr>*:first-child]:left-0 [&_tr>*:first-child]:z-1 [&_tr>*:first-child]:bg-panel max-sm:[&_tr>*:first-child]:min-w-36 max-sm:[&_tr>*:first-child]:max-w-44 max-sm:[&_tr>*:first-child]:whitespace-normal max-sm:[&_tr>*:first-child]:wrap-anywhere";

export function TableFrame(props: TableFrameProps) {
  const { label, caption, columns, keepsFirst = false, isStale = false, testId, children } = props;
  return (
    <section
      aria-label={label}
      aria-busy={isStale}
      tabIndex={0}
      className={`table-scroll rounded border bg-panel ${isStale ? "opacity-60" : ""}`}
    >
      <table className={`w-full border-collapse text-left ${keepsFirst ? firstLook : ""}`} data-testid={testId}>
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
