// What the kernel benchmark measures, in Node and in a page alike: the engine and every module of the kernel, window by window in turn.
import { BatchKernel } from "../../src/inference/kernel/batch-kernel.ts";
import { kernelSupport } from "../../src/inference/kernel/kernel-support.ts";
import type { Vectors } from "../../src/inference/kernel/layout.ts";
import { hasRelaxedSimd, loadKernel } from "../../src/inference/kernel/loading/load-kernel.ts";
import type { KernelKind } from "../../src/inference/kernel/loading/load-kernel.ts";
import type { Precision } from "../../src/inference/kernel/precision.ts";
import { createGroup } from "../../src/workloads/group.ts";
import { hearings } from "../../src/workloads/hearings.ts";
import { kernelModels } from "./bench-kernel-models.ts";
import type { KernelModel } from "./bench-kernel-models.ts";

export interface BenchOptions {
  readonly agents: number;
  readonly windows: number;
  readonly windowMs: number;
  /** Words that select models by name; none for all. */
  readonly only: readonly string[];
  readonly vectors: Vectors | null;
}

export interface BenchRow {
  readonly name: string;
  readonly pymdpMs: number | null;
  /** Why the kernel does not step it; empty where it does. */
  readonly reason: string;
  /** Median µs per op of each subject: `engine`, `f64 plain`, … */
  readonly micros: Readonly<Record<string, number>>;
  /** Half of what lies between the quartiles, over the median. */
  readonly spread: Readonly<Record<string, number>>;
  /** Bytes of one agent in the kernel, by precision. */
  readonly bytes: Readonly<Record<string, number>>;
  readonly vectors: number;
}

/** Steps some agents, and says how many. */
type Subject = readonly [name: string, step: () => number];

const SEED = 11;
/** Long enough for the optimiser of every engine, on a busy machine too. */
const WARM_UP_MS = 600;

function engineOf({ workload }: KernelModel, agents: number): Subject {
  const setup = { block: { firstAgent: 0, agents }, totalAgents: agents, seed: SEED, hearing: hearings.none };
  const group = createGroup(workload(), setup);
  // A part at a time, so that a window can be short: then few windows meet another program.
  const part = Math.min(32, agents);
  let from = 0;
  const step = (): number => {
    group.step(from, from + part);
    from = from + 2 * part > agents ? 0 : from + part;
    return part;
  };
  return ["engine", step];
}

async function batchOf(
  { model, world }: KernelModel,
  precision: Precision,
  kind: KernelKind,
  { agents, vectors }: BenchOptions,
): Promise<BatchKernel | null> {
  const support = kernelSupport(model);
  if (world === null || support.state === "unsupported") return null;
  const { exports, arena } = await loadKernel(precision, kind);
  const seeds = Array.from({ length: agents }, (_, agent) => SEED + agent);
  const setup = { exports, arena, precision, model, support, world, seeds };
  return new BatchKernel(vectors === null ? setup : { ...setup, vectors });
}

/** Calls `step` for about so long; µs per op. */
function timeWindow(step: () => number, milliseconds: number): number {
  const start = performance.now();
  let ops = 0;
  let elapsed = 0;
  do {
    ops += step();
    elapsed = performance.now() - start;
  } while (elapsed < milliseconds);
  return (elapsed * 1000) / ops;
}

function medianOf(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return ((sorted[Math.floor((sorted.length - 1) / 2)] ?? 0) + (sorted[Math.ceil((sorted.length - 1) / 2)] ?? 0)) / 2;
}

async function measureModel(each: KernelModel, options: BenchOptions): Promise<BenchRow> {
  const { agents, windows, windowMs } = options;
  const subjects: Subject[] = [engineOf(each, agents)];
  const bytes: Record<string, number> = {};
  let vectors = 0;
  for (const precision of ["f64", "f32"] as const) {
    for (const kind of hasRelaxedSimd() ? (["plain", "relaxed"] as const) : (["plain"] as const)) {
      const batch = await batchOf(each, precision, kind, options);
      if (batch === null) continue;
      subjects.push([`${precision} ${kind}`, () => (batch.step(0, agents), agents)]);
      bytes[precision] = batch.perAgentBytes;
      vectors = batch.layout.vectors;
    }
  }
  for (const [, step] of subjects) timeWindow(step, WARM_UP_MS);
  const times = subjects.map((): number[] => []);
  for (let w = 0; w < windows; w += 1) {
    for (const [i, [, step]] of subjects.entries()) times[i]?.push(timeWindow(step, windowMs));
  }
  const micros: Record<string, number> = {};
  const spread: Record<string, number> = {};
  for (const [i, [name]] of subjects.entries()) {
    const values = times[i] ?? [];
    micros[name] = medianOf(values);
    const sorted = values.toSorted((a, b) => a - b);
    const quartile = (share: number): number => sorted[Math.floor(share * (sorted.length - 1))] ?? 0;
    spread[name] = (quartile(0.75) - quartile(0.25)) / 2 / medianOf(values);
  }
  return { name: each.name, pymdpMs: each.pymdpMs, reason: each.reason, micros, spread, bytes, vectors };
}

/** Names of the models that are measured. */
export function benchNames(only: readonly string[]): readonly string[] {
  return kernelModels()
    .map(({ name }) => name)
    .filter((name) => only.length === 0 || only.some((word) => name.includes(word)));
}

/** Measures one model by its name. */
export async function benchModel(name: string, options: BenchOptions): Promise<BenchRow> {
  const found = kernelModels().find((each) => each.name === name);
  if (found === undefined) throw new Error(`there is no model ${name}`);
  return measureModel(found, options);
}
