// Which workloads a kernel may step, and the model and world that it then needs.
import type { Batchable } from "../batch-group.ts";
import { readModel } from "../custom/read-model.ts";
import { describeExplorer } from "../explorer.ts";
import { destinations } from "../grid.ts";
import { explorerWorld, ownWorld } from "../kernel-worlds.ts";
import { compiled } from "../shared-model.ts";
import type { LaneWorkload } from "../workload.ts";

/** @returns null where the engine steps the agents: their worlds are no part of the kernel, or it does not take their model */
export function batchableOf(config: LaneWorkload): Batchable | null {
  switch (config.kind) {
    case "explorer": {
      const { gridSize, policyLength } = config;
      const model = compiled(describeExplorer(gridSize, policyLength, destinations(gridSize)));
      return { model, world: explorerWorld(gridSize) };
    }
    case "custom": {
      const reading = readModel(JSON.parse(config.modelText ?? "null"));
      if (reading.state === "refused") return null;
      const { spec, episodeSteps } = reading.model;
      const model = compiled(spec);
      if (model.transitions.length > 1) return null;
      return { model, world: ownWorld(model, episodeSteps) };
    }
    case "t-maze":
    case "search":
    case "courier":
      return null;
  }
}
