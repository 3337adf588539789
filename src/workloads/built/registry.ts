// The builder of each workload. It loads the engine, so pages take a workload's words from definitions.ts instead.
import { buildCustom } from "../custom/custom.ts";
import { buildCourier } from "../courier.ts";
import { buildExplorer } from "../explorer.ts";
import { buildSearch } from "../search/search.ts";
import { buildTMaze } from "../t-maze.ts";
import { type ModelSource, shareModel } from "../shared-model.ts";
import type { LaneWorkload, Workload, WorkloadConfig, WorkloadKind } from "../workload.ts";

const builders: { readonly [Kind in WorkloadKind]: (config: WorkloadConfig<Kind>, models: ModelSource) => Workload } = {
  explorer: ({ gridSize, policyLength }, models) => buildExplorer(gridSize, policyLength, models),
  "t-maze": (_, models) => buildTMaze(models),
  search: (config, models) => buildSearch(config, models),
  custom({ model, modelText }, models) {
    if (modelText === undefined) throw new Error(`The model ${model ?? ""} was not given to this worker.`);
    return buildCustom(modelText, models);
  },
};

/**
 * Compiles a workload. Its participants must step one after another, since they share scratch memory.
 * @param models where its models come from, all shared unless given
 */
export function buildWorkload<Kind extends WorkloadKind>(
  config: WorkloadConfig<Kind>,
  models: ModelSource = shareModel,
): Workload {
  return builders[config.kind](config, models);
}

/** Compiles what a lane is asked to run. */
export function buildForLane(config: LaneWorkload): Workload {
  if (config.kind !== "courier") return buildWorkload(config);
  return buildCourier(config.messageLength, config.thinks === null ? null : buildWorkload(config.thinks));
}
