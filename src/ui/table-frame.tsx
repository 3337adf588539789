// The frame of tables of figures with plain headings: it scrolls sideways, and has a caption for screen readers and column headings.
import type { ReactNode } from "react";
import { Help } from "./help.tsx";
import { ScrollFrame } from "./scroll-frame.tsx";
import { CutName } from "./cut-name.tsx";

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
  /** Whether each row is a block on a phone. Its cells then say their column as `data-label`. */
  readonly stacks?: boolean;
  /** Whether its cells wrap on a phone rather than scroll. */
  readonly wraps?: boolean;
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

/** Headings may be names of files: longer ones are cut, and what is left breaks where it must. */
const HEADING_MOST = 56;
const WRAPPED_FROM = 30;

/** On a phone a long name wraps, so that it leaves room for the figures. */
const firstLook =
  "keeps-first max-sm:[&_tr>*:first-child]:min-w-36 max-sm:[&_tr>*:first-child]:max-w-44 max-sm:[&_tr>*:first-child]:whitespace-normal max-sm:[&_tr>*:first-child]:wrap-anywhere";

export function TableFrame(props: TableFrameProps) {
  const {
    label,
    caption,
    columns,
    keepsFirst = false,
    stacks = false,
    wraps = false,
    isStale = false,
    testId,
    children,
  } = props;
  return (
    <ScrollFrame label={label} isBusy={isStale} className={isStale ? "opacity-60" : ""}>
      <table
        className={`${stacks ? "stacks" : ""} ${wraps ? "" : "wide-table"} w-full text-left ${keepsFirst ? firstLook : ""}`}
        data-testid={testId}
      >
        <caption className="sr-only">{caption}</caption>
        <thead>
          <tr className="border-b text-xs text-muted">
            {columns.map(({ label: heading, align = "left", help }) => (
              <th
                key={heading}
                scope="col"
                className={`px-3 py-2 align-bottom font-normal ${heading.length > WRAPPED_FROM ? "min-w-40 wrap-anywhere" : ""} ${align === "right" ? "text-right" : "text-left"}`}
              >
                {help === undefined ? (
                  <CutName name={heading} most={HEADING_MOST} />
                ) : (
                  <Help term={heading}>{help}</Help>
                )}
              </th>
            ))}
          </tr>
        </thead>
        {children}
      </table>
    </ScrollFrame>
  );
}
