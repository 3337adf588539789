// The unit of a measure as a chart shows it.
import type { Measure } from "../../../scenarios/contract/measure.ts";

/** Shares are drawn as percent; counts have none. */
export function shownUnit({ unit }: Pick<Measure, "unit">): string {
  switch (unit) {
    case "share":
      return "%";
    case "count":
      return "";
    case "op/s":
    case "µs":
    case "B":
      return unit;
  }
}
