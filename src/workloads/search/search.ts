// The search workload: a team looks for a hidden target, and shares what it believes about the target's cell.
import { poolingReader } from "../pooling.ts";
import { type ModelSource, shareModel } from "../shared-model.ts";
import { roles } from "./roles.ts";
import { describeSearcher } from "./search-model.ts";
import { Searcher, searchGround } from "./searcher.ts";
import type { ParticipantSetup, Workload, WorkloadConfig } from "../workload.ts";

/** The search workload; its participants also tell where they and the target really are. */
export interface SearchWorkload extends Workload {
  createParticipant(setup: ParticipantSetup): Searcher;
}

/** Compiles the search workload for one grid and policy length, a model for each role. */
export function buildSearch(
  { gridSize, policyLength, pooling = "metropolis" }: Omit<WorkloadConfig<"search">, "kind">,
  source: ModelSource = shareModel,
): SearchWorkload {
  const modelOf = (role: keyof typeof roles) => source(describeSearcher(gridSize, policyLength, roles[role]));
  const models = {
    collector: modelOf("collector"),
    explorer: modelOf("explorer"),
    coordinator: modelOf("coordinator"),
  };
  const ground = searchGround(gridSize, models);
  const all = Object.values(models);
  const bytes = all.reduce((sum, model) => sum + model.bytes, 0);
  const scratchBytes = all.reduce((sum, model) => sum + model.scratchBytes, 0);
  return {
    messageLength: gridSize ** 2,
    sharedBytes: bytes + ground.targets.byteLength,
    scratchBytes,
    createParticipant: (setup) => new Searcher(ground, setup),
    readerFor: (hearing, readers) => poolingReader({ hearing, rule: pooling, ...readers }),
  };
}
