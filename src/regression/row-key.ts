// Which row of a result a figure belongs to, by values: rows of two results belong together where these are equal, whatever they are called.

export type RowKey =
  /** Where on an axis, such as 5 on "agents". */
  | { readonly kind: "point"; readonly axis: string; readonly at: number }
  /** What is the same at every point of an axis. */
  | { readonly kind: "whole"; readonly axis: string }
  /** A benchmark that another tool names. */
  | { readonly kind: "named"; readonly name: string };

/** One text for each row, never shown. */
export function rowText(row: RowKey): string {
  switch (row.kind) {
    case "point":
      return `point ${row.axis} ${row.at}`;
    case "whole":
      return `whole ${row.axis}`;
    case "named":
      return `named ${row.name}`;
  }
}
