// Whether series that nobody measured here can be drawn beside a scenario's own.
import type { Experiment } from "./contract/scenario.ts";

/** References are throughput over agents: beside another axis, or without a curve, they say nothing. */
export function drawsReferences({ scenario, panels }: Experiment): boolean {
  return scenario.axis.id === "agents" && panels.flat().some(({ kind }) => kind === "curve");
}
