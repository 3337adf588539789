// The models of the engine benchmark: those of the recordings, and longer or noisier ones made from them.
import reference from "../../public/reference/pymdp-threads.json";
import grid10x4 from "../../src/inference/fixtures/pymdp-traces/d_grid10x4_pl1.json";
import grid10 from "../../src/inference/fixtures/pymdp-traces/c_grid10_pl2_det.json";
import grid5Det from "../../src/inference/fixtures/pymdp-traces/b_grid5_pl3_det.json";
import grid5 from "../../src/inference/fixtures/pymdp-traces/b_grid5_pl1_noisy.json";
import tMaze from "../../src/inference/fixtures/pymdp-traces/a_tmaze_pl2.json";
import type { ModelSpec, Tensor } from "../../src/inference/model-spec.ts";
import { parsePymdpTrace, specOfTrace } from "../../src/inference/oracle/pymdp-trace.ts";

export interface BenchModel {
  readonly name: string;
  readonly spec: ModelSpec;
  /** pymdp's median step on another machine, ms. */
  readonly pymdpMs: number;
}

const specOf = (file: unknown): ModelSpec => specOfTrace(parsePymdpTrace(file));

/** The position likelihood of the two-factor grid, which does not depend on the second factor. */
function positionOnly(spec: ModelSpec): ModelSpec {
  const [A] = spec.A;
  if (A === undefined) return spec;
  const [outcomes = 0, cells = 0, others = 0] = A.shape;
  const data = Array.from({ length: outcomes * cells }, (_, i) => A.data[i * others] ?? 0);
  const first = (tensors: readonly Tensor[]): readonly Tensor[] => tensors.slice(0, 1);
  return { ...spec, A: [{ shape: [outcomes, cells], data }], B: first(spec.B), C: first(spec.C), D: first(spec.D) };
}

/** All models of the benchmark, lightest first. */
export function benchModels(): readonly BenchModel[] {
  const ms = reference.stepMs;
  const noisy5 = specOf(grid5);
  const two = specOf(grid10x4);
  return [
    { name: "T-maze, length 2", spec: specOf(tMaze), pymdpMs: ms.a_tmaze_pl2 },
    { name: "5×5 noisy, length 1", spec: noisy5, pymdpMs: ms.b_grid5_pl1_noisy },
    { name: "5×5 det, length 3", spec: specOf(grid5Det), pymdpMs: ms.b_grid5_pl3_det },
    { name: "5×5 noisy, length 3", spec: { ...noisy5, policyLength: 3 }, pymdpMs: ms.b_grid5_pl3_noisy },
    { name: "10×10 det, length 2", spec: specOf(grid10), pymdpMs: ms.c_grid10_pl2_det },
    { name: "10×10 noisy, length 2", spec: { ...positionOnly(two), policyLength: 2 }, pymdpMs: ms.c_grid10_pl2_noisy },
    { name: "100×4, length 1", spec: two, pymdpMs: ms.d_grid10x4_pl1 },
    { name: "100×4, length 2", spec: { ...two, policyLength: 2 }, pymdpMs: ms.d_grid10x4_pl2 },
  ];
}
