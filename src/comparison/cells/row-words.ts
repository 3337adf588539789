// How a row reads: made when it is shown, so that no name decides which rows belong together. Long names are cut here alone.
import type { RowKey } from "../../regression/row-key.ts";
import { SCENARIOS, scenarios } from "../../scenarios/registry.ts";
import type { Axis } from "../../scenarios/contract/scenario.ts";
import { cutMiddle } from "../../words/cut-middle.ts";

/** Characters of a name that are shown. */
const SHOWN_MOST = 120;

function axisOf(id: string): Axis | undefined {
  return SCENARIOS.map((kind): Axis => scenarios[kind].axis).find((axis) => axis.id === id);
}

/** What points of a row's axis count, such as "Agents"; empty where it is no point of an axis that is known. */
export function axisLabel(row: RowKey | undefined): string {
  return row?.kind === "point" ? (axisOf(row.axis)?.label ?? "") : "";
}

/** A name as it is shown; it is kept whole. */
export function shownName(name: string): string {
  return cutMiddle(name, SHOWN_MOST);
}

/** "5 agents", "any agent", or the whole name that another tool gives. */
export function wholeRowWords(row: RowKey): string {
  switch (row.kind) {
    case "named":
      return row.name;
    case "point":
      return axisOf(row.axis)?.nameOf(row.at) ?? `at ${row.at}`;
    case "whole":
      return axisOf(row.axis)?.anyPoint ?? "any point";
  }
}

/** The same as it is shown: a long name is cut in its middle. */
export function rowWords(row: RowKey): string {
  return row.kind === "named" ? shownName(row.name) : wholeRowWords(row);
}
