// Whether series that nobody measured here can be drawn beside a scenario's own.
import type { Experiment } from "./contract/experiment.ts";

/** What references have figures of. */
const REFERENCED: ReadonlySet<string> = new Set(["efficiency", "throughput"]);

/** References are throughput over agents: beside another axis, or without a curve of it, they say nothing. */
export function drawsReferences({ scenario, panels }: Experiment): boolean {
  return (
    scenario.axis.id === "agents" &&
    panels.flat().some((chart) => chart.kind === "curve" && REFERENCED.has(chart.measure))
  );
}
