// Finds the workload that a configuration names.
import { buildExplorer } from "./explorer.ts";
import { buildTMaze } from "./t-maze.ts";
import type { Workload, WorkloadConfig } from "./workload.ts";

/** Compiles a workload. Its participants must step one after another, since they share scratch memory. */
export function buildWorkload(config: WorkloadConfig): Workload {
  switch (config.kind) {
    case "explorer":
      return buildExplorer(config.gridSize, config.policyLength);
    case "t-maze":
      return buildTMaze();
  }
}
