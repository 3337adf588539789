// The models of the kernel benchmark: explorers as the app measures them, and the nine that pymdp was timed with.
import { kernelSupport } from "../../src/inference/kernel/kernel-support.ts";
import type { KernelWorld } from "../../src/inference/kernel/kernel-world.ts";
import { buildModel } from "../../src/inference/model.ts";
import type { Model } from "../../src/inference/model.ts";
import type { ModelSpec } from "../../src/inference/model-spec.ts";
import { buildOwnModel } from "../../src/workloads/custom/custom.ts";
import { exampleModel } from "../../src/workloads/custom/examples.ts";
import { buildExplorer, describeExplorer } from "../../src/workloads/explorer.ts";
import { destinations } from "../../src/workloads/grid.ts";
import { explorerWorld, ownWorld } from "../../src/workloads/kernel-worlds.ts";
import type { ExampleModel } from "../../src/workloads/model-reference.ts";
import { PYMDP_STEP_MS } from "../../src/workloads/pymdp-steps.ts";
import type { Workload } from "../../src/workloads/workload.ts";

export interface KernelModel {
  readonly name: string;
  readonly model: Model;
  /** The engine's agents in the same world. */
  readonly workload: () => Workload;
  /** Null where the kernel does not step it; then the reason stands in `reason`. */
  readonly world: KernelWorld | null;
  readonly reason: string;
  /** pymdp's median step on another machine, ms; null where none was recorded. */
  readonly pymdpMs: number | null;
}

function compiled(spec: ModelSpec): Model {
  const build = buildModel(spec);
  if (build.state === "invalid") throw new Error(build.problems.join("; "));
  return build.model;
}

function reasonOf(model: Model): string {
  const support = kernelSupport(model);
  return support.state === "supported" ? "" : support.reason;
}

function explorer(gridSize: 5 | 10, policyLength: 1 | 2 | 3): KernelModel {
  const model = compiled(describeExplorer(gridSize, policyLength, destinations(gridSize)));
  return {
    name: `explorer ${gridSize}×${gridSize}, length ${policyLength}`,
    model,
    workload: () => buildExplorer(gridSize, policyLength),
    world: explorerWorld(gridSize),
    reason: "",
    pymdpMs: null,
  };
}

const names = {
  a_tmaze_pl2: "T-maze, length 2",
  b_grid5_pl1_det: "5×5 det, length 1",
  b_grid5_pl1_noisy: "5×5 noisy, length 1",
  b_grid5_pl3_det: "5×5 det, length 3",
  b_grid5_pl3_noisy: "5×5 noisy, length 3",
  c_grid10_pl2_det: "10×10 det, length 2",
  c_grid10_pl2_noisy: "10×10 noisy, length 2",
  d_grid10x4_pl1: "100×4, length 1",
  d_grid10x4_pl2: "100×4, length 2",
} satisfies Record<ExampleModel, string>;

function isExample(name: string): name is ExampleModel {
  return Object.hasOwn(names, name);
}

function example(name: ExampleModel): KernelModel {
  const own = exampleModel(name);
  const model = compiled(own.spec);
  const reason = reasonOf(model);
  return {
    name: names[name],
    model,
    workload: () => buildOwnModel(own),
    world: reason === "" ? ownWorld(model, own.episodeSteps) : null,
    reason,
    pymdpMs: PYMDP_STEP_MS[name],
  };
}

/** Explorers first, then pymdp's models. */
export function kernelModels(): readonly KernelModel[] {
  return [
    explorer(5, 1),
    explorer(10, 1),
    explorer(5, 3),
    explorer(10, 2),
    ...Object.keys(names).filter(isExample).map(example),
  ];
}
