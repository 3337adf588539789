// The axis of scenarios whose rows count agents.
import { formatCount } from "../../words/format.ts";
import { rowName } from "../../words/row-name.ts";
import type { Axis } from "../contract/scenario.ts";

/** @param field the list field that chooses counts; null where the scenario chooses them itself */
export function agentsAxis(field: string | null): Axis {
  return {
    id: "agents",
    label: "Agents",
    help: "How many agents act at once (N).",
    nameOf: rowName,
    anyPoint: "any agent",
    format: formatCount,
    field,
  };
}
