// The models of the engine benchmark: the examples that ship, which are those that pymdp was timed with.
import type { ModelSpec } from "../../src/inference/model-spec.ts";
import { exampleModel } from "../../src/workloads/custom/examples.ts";
import { describeExplorer } from "../../src/workloads/explorer.ts";
import { destinations } from "../../src/workloads/grid.ts";
import type { ExampleModel } from "../../src/workloads/model-reference.ts";
import { PYMDP_STEP_MS } from "../../src/workloads/pymdp-steps.ts";

export interface BenchModel {
  readonly name: string;
  readonly spec: ModelSpec;
  /** pymdp's median step on another machine, ms. */
  readonly pymdpMs: number;
}

/** Lightest first. */
export const exampleNames = {
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

export function isExample(name: string): name is ExampleModel {
  return Object.hasOwn(exampleNames, name);
}

/** The explorers as they are measured in the app, whose step times of pymdp are not recorded. */
export function explorerModels(): readonly Pick<BenchModel, "name" | "spec">[] {
  const settings = [
    [5, 1],
    [5, 3],
    [10, 1],
    [10, 2],
  ] as const;
  return settings.map(([gridSize, policyLength]) => ({
    name: `explorer ${gridSize}×${gridSize}, length ${policyLength}`,
    spec: describeExplorer(gridSize, policyLength, destinations(gridSize)),
  }));
}

/** All models of the benchmark. */
export function benchModels(): readonly BenchModel[] {
  return Object.keys(exampleNames)
    .filter(isExample)
    .map((name) => ({ name: exampleNames[name], spec: exampleModel(name).spec, pymdpMs: PYMDP_STEP_MS[name] }));
}
