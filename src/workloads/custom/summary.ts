// What was understood of a model: its sizes, what it costs to keep, and how long one op takes when it is tried.
import { buildModel } from "../../inference/model.ts";
import type { Tensor } from "../../inference/model-spec.ts";
import { buildOwnModel } from "./custom.ts";
import type { OwnModel } from "./own-model.ts";

export interface ModelSummary {
  readonly factors: readonly { readonly states: number; readonly controls: number }[];
  /** Outcomes of each modality. */
  readonly modalities: readonly number[];
  readonly jointStates: number;
  readonly policyLength: number;
  readonly policies: number;
  /** Entries above 0 of all A and of all B, and how many entries there are. */
  readonly nonZeros: { readonly A: number; readonly B: number; readonly of: number };
  /** Model and scratch memory of one worker, and what each agent has for itself. */
  readonly bytes: { readonly shared: number; readonly perAgent: number };
  readonly gamma: number;
  readonly alpha: number;
  /** "deterministic" or "stochastic", and over what. */
  readonly action: string;
  /** Which of A, B and D are learned. */
  readonly learned: readonly ("A" | "B" | "D")[];
  /** Null for a model that never begins again. */
  readonly episodeSteps: number | null;
}

/** How long one op took when it was tried: an estimate of what a run measures. */
export interface TriedSteps {
  readonly usPerOp: number;
  readonly ops: number;
}

function nonZerosOf(tensors: readonly Tensor[]): number {
  return tensors.reduce((total, { data }) => total + Array.from(data).filter((value) => value > 0).length, 0);
}

function sizeOf(tensors: readonly Tensor[]): number {
  return tensors.reduce((total, { data }) => total + data.length, 0);
}

/** Discarded steps, so that the code is warm, as a share of the time. */
const WARM_SHARE = 0.4;
/** Steps between two looks at the clock, at most. */
const BATCH_MOST = 64;

/**
 * Summarises a model and steps one agent of it for a moment.
 * @param clock milliseconds @param budgetMs how long it is stepped; a single op may take longer
 * @throws where the engine refuses what the reader took, which is an error of the reader
 */
export function tryModel(
  model: OwnModel,
  clock: () => number,
  budgetMs: number,
): { readonly summary: ModelSummary; readonly tried: TriedSteps } {
  const { spec, episodeSteps } = model;
  const build = buildModel(spec);
  if (build.state === "invalid") throw new Error(build.problems.join("; "));
  const { policies, jointStates, gamma, alpha, actionSelection, samplingMode, counts } = build.model;
  const workload = buildOwnModel(model);
  const agent = workload.createParticipant({ seed: 1, teamSeed: 1, agent: 0, agents: 1 });
  const learned = (["A", "B", "D"] as const).filter((name) => counts[name] !== undefined);
  return {
    summary: {
      factors: build.model.transitions.map(({ states, controls }) => ({ states, controls })),
      modalities: build.model.likelihoods.map(({ outcomes }) => outcomes),
      jointStates,
      policyLength: spec.policyLength,
      policies,
      nonZeros: { A: nonZerosOf(spec.A), B: nonZerosOf(spec.B), of: sizeOf(spec.A) + sizeOf(spec.B) },
      bytes: { shared: workload.sharedBytes, perAgent: agent.bytes },
      gamma,
      alpha,
      action: `${actionSelection}, ${samplingMode === "full" ? "over whole policies" : "per factor"}`,
      learned,
      episodeSteps,
    },
    tried: stepsOf(() => agent.step(), clock, budgetMs),
  };
}

function stepsOf(step: () => void, clock: () => number, budgetMs: number): TriedSteps {
  const began = clock();
  step();
  const first = clock() - began;
  const batch = Math.max(1, Math.min(BATCH_MOST, Math.floor(budgetMs / 10 / Math.max(first, 1e-3))));
  // A model that takes the whole time for one op is not tried twice.
  if (first >= budgetMs) return { usPerOp: first * 1_000, ops: 1 };
  while (clock() - began < budgetMs * WARM_SHARE) for (let n = 0; n < batch; n += 1) step();
  const warm = clock();
  let ops = 0;
  do {
    for (let n = 0; n < batch; n += 1) step();
    ops += batch;
  } while (clock() - began < budgetMs);
  return { usPerOp: ((clock() - warm) * 1_000) / ops, ops };
}
