// The builder of each workload. It loads the engine, so pages take a workload's words from definitions.ts instead.
import { buildExplorer } from "./explorer.ts";
import { buildTMaze } from "./t-maze.ts";
import type { Workload, WorkloadConfig, WorkloadKind } from "./workload.ts";

const builders: { readonly [Kind in WorkloadKind]: (config: WorkloadConfig<Kind>) => Workload } = {
  explorer: ({ gridSize, policyLength }) => buildExplorer(gridSize, policyLength),
  "t-maze": () => buildTMaze(),
};

/** Compiles a workload. Its participants must step one after another, since they share scratch memory. */
export function buildWorkload<Kind extends WorkloadKind>(config: WorkloadConfig<Kind>): Workload {
  return builders[config.kind](config);
}
