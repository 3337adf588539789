// The name of a row of a benchmark, the same in tables, files and messages.
import { formatCount } from "./format.ts";

/** The name of the row of an agent count: "1 agent", "30 agents", "1,200 agents". */
export function rowName(agents: number): string {
  return agents === 1 ? "1 agent" : `${formatCount(agents)} agents`;
}
