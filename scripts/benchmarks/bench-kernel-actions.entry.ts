// Whether the kernel's agents do what the engine's do, over many ops: every module in f64 against the engine, every one in f32 against f64.
import { BatchKernel } from "../../src/inference/kernel/batch-kernel.ts";
import { kernelSupport } from "../../src/inference/kernel/kernel-support.ts";
import { hasRelaxedSimd, type KernelKind, loadKernel } from "../../src/inference/kernel/loading/load-kernel.ts";
import type { Precision } from "../../src/inference/kernel/precision.ts";
import { formatCount, formatCounted } from "../../src/words/format.ts";
import { type KernelModel, kernelModels } from "./bench-kernel-models.ts";
import { type Agents, compareAgents, type Comparison } from "./compare-agents.ts";

const AGENTS = 256;
const SEED = 11;
/** Other actions of f32 in 100,000 ops. */
const OTHERS_MOST = 1;

const kinds: readonly KernelKind[] = hasRelaxedSimd() ? ["plain", "relaxed"] : ["plain"];

function engineOf({ engineAgents }: KernelModel): Agents {
  const setups = Array.from({ length: AGENTS }, (_, agent) => ({
    seed: SEED + agent,
    teamSeed: 0,
    agent,
    agents: AGENTS,
  }));
  const agents = engineAgents(setups);
  const at = (agent: number): (typeof agents)[number] => {
    const found = agents[agent];
    if (found === undefined) throw new RangeError(`there is no agent ${agent}`);
    return found;
  };
  return {
    step: () => {
      for (const agent of agents) agent.step();
    },
    actionOf: (agent) => at(agent).action(),
    stateOf: (agent) => at(agent).state(),
    readPosterior: (agent, target) => target.set(at(agent).posterior),
  };
}

async function batchOf({ name, model, world }: KernelModel, precision: Precision, kind: KernelKind): Promise<Agents> {
  const support = kernelSupport(model);
  if (world === null || support.state === "unsupported") throw new Error(`the kernel does not step ${name}`);
  const { exports, arena } = await loadKernel(precision, kind);
  const seeds = Array.from({ length: AGENTS }, (_, agent) => SEED + agent);
  const kernel = new BatchKernel({ exports, arena, precision, model, support, world, seeds });
  return {
    step: () => kernel.step(0, AGENTS),
    actionOf: (agent) => kernel.actionOf(agent),
    stateOf: (agent) => kernel.stateOf(agent),
    readPosterior: (agent, target) => kernel.readPosterior(agent, target),
  };
}

/** Names of the models that the kernel steps, among those that the words select. */
export function actionNames(only: readonly string[]): readonly string[] {
  return kernelModels()
    .filter(({ world }) => world !== null)
    .map(({ name }) => name)
    .filter((name) => only.length === 0 || only.some((word) => name.includes(word)));
}

function actionsText({ ops, others }: Comparison): string {
  return `${formatCount(ops).padStart(10)} ops, ${formatCounted(others, "other action")}`;
}

function nearness({ difference }: Comparison): string {
  return difference === 0 ? "as the engine's to the bit" : `within ${difference.toExponential(1)} of the engine's`;
}

function narrowLine(comparison: Comparison): string {
  const { ops, others, divergences } = comparison;
  const rate = (others * 100_000) / ops;
  const verdict = rate <= OTHERS_MOST ? "met" : "missed";
  const [middle, largest] = [divergences[Math.floor(divergences.length / 2)] ?? 0, divergences.at(-1) ?? 0];
  return `${actionsText(comparison)}, ${rate.toFixed(2)} in 100,000 (${verdict}: at most ${OTHERS_MOST}), KL divergence median ${middle.toExponential(1)} nats, largest ${largest.toExponential(1)}`;
}

/**
 * Compares one model over at least so many ops of each module.
 * @returns the lines, and whether every module in f64 acted as the engine
 */
export async function compareActions(
  name: string,
  ops: number,
): Promise<{ readonly lines: readonly string[]; readonly isSame: boolean }> {
  const each = kernelModels().find((model) => model.name === name);
  if (each === undefined) throw new Error(`there is no model ${name}`);
  const batches = (precision: Precision): Promise<readonly Agents[]> =>
    Promise.all(kinds.map((kind) => batchOf(each, precision, kind)));
  const extent = { agents: AGENTS, states: each.model.marginalLength, ops };
  const wide = compareAgents(engineOf(each), await batches("f64"), { ...extent, withDivergence: false });
  const narrow = compareAgents(await batchOf(each, "f64", "plain"), await batches("f32"), {
    ...extent,
    withDivergence: true,
  });
  const title = (precision: Precision, i: number): string => `  ${precision} ${kinds[i]}`.padEnd(15);
  return {
    lines: [
      name,
      ...wide.map((found, i) => `${title("f64", i)}${actionsText(found)}, posteriors ${nearness(found)}`),
      ...narrow.map((found, i) => `${title("f32", i)}${narrowLine(found)}`),
    ],
    isSame: wide.every(({ others }) => others === 0),
  };
}
