// Whether series that nobody measured here can be drawn beside a scenario's own.
import type { ScenarioInfo } from "./scenario.ts";

/** References are throughput over agents: beside another axis, or without a curve, they say nothing. */
export function drawsReferences({ axis, charts }: ScenarioInfo): boolean {
  return axis.id === "agents" && charts.some(({ kind }) => kind === "curve");
}
