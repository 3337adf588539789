// How a row reads: made when it is shown, so that no name decides which rows belong together.
import type { RowKey } from "../../regression/row-key.ts";
import { SCENARIOS, scenarios } from "../../scenarios/registry.ts";
import type { Axis } from "../../scenarios/contract/scenario.ts";

function axisOf(id: string): Axis | undefined {
  return SCENARIOS.map((kind): Axis => scenarios[kind].axis).find((axis) => axis.id === id);
}

/** "5 agents", "any agent", or the name that another tool gives. */
export function rowWords(row: RowKey): string {
  switch (row.kind) {
    case "named":
      return row.name;
    case "point":
      return axisOf(row.axis)?.nameOf(row.at) ?? `at ${row.at}`;
    case "whole":
      return axisOf(row.axis)?.anyPoint ?? "any point";
  }
}
