// Agents of one lane that a kernel steps together, in place of one after another.
import { BatchKernel } from "../inference/kernel/batch-kernel.ts";
import type { BatchSetup } from "../inference/kernel/batch-kernel.ts";
import { kernelSupport } from "../inference/kernel/kernel-support.ts";
import type { KernelWorld } from "../inference/kernel/kernel-world.ts";
import type { Model } from "../inference/model.ts";
import { agentSeed, type Group, type GroupSetup, type SteppedBy } from "./group.ts";
import type { OpPart } from "./op-parts.ts";
import type { RoundReader, Workload } from "./workload.ts";

/** A kernel that is linked to a memory with room for one group. */
export interface Kernel extends Pick<BatchSetup, "exports" | "arena" | "precision"> {
  readonly steppedBy: Exclude<SteppedBy, "engine">;
}

/** What a kernel can step: a model, and the world of its agents. */
export interface Batchable {
  readonly model: Model;
  readonly world: KernelWorld;
}

export class BatchGroup implements Group {
  readonly agents: number;
  readonly together: number;
  readonly steppedBy: SteppedBy;
  readonly messageLength: number;
  readonly perAgentBytes: number;
  /** Bytes that the agents of the lane share: tables, scratch, and agents that only fill up the last block. */
  readonly sharedBytes: number;
  /** Rows of those who hear each other; empty where nobody does. */
  readonly posteriors: Float64Array;
  readonly #kernel: BatchKernel;
  readonly #heard: readonly Float64Array[];
  readonly #read: RoundReader;

  /**
   * @param workload reads what the agents hear
   * @param setup `bytesMost` is what the group may take; without it as much as there is
   * @throws RangeError where they would take more, before anything is allocated, or when the memory has no room for them
   */
  constructor(
    kernel: Kernel,
    { model, world, support }: SupportedBatch,
    workload: Workload,
    setup: GroupSetup & { readonly bytesMost?: number },
  ) {
    const { block, totalAgents, seed, hearing, bytesMost = Number.POSITIVE_INFINITY } = setup;
    const { messageLength } = workload;
    const numbers = hearing.lockStep ? block.agents * messageLength : 0;
    const rowsBytes = 2 * numbers * Float64Array.BYTES_PER_ELEMENT;
    const seeds = Array.from({ length: block.agents }, (_, agent) => agentSeed(seed, block.firstAgent + agent));
    this.#kernel = new BatchKernel({
      ...kernel,
      model,
      support,
      world,
      seeds,
      bytesMost: bytesMost - rowsBytes,
    });
    this.agents = block.agents;
    this.together = this.#kernel.layout.agents;
    this.steppedBy = kernel.steppedBy;
    this.sharedBytes = this.#kernel.sharedBytes + this.#kernel.paddingBytes;
    this.messageLength = messageLength;
    this.posteriors = new Float64Array(numbers);
    const heard = new Float64Array(numbers);
    this.#heard = hearing.lockStep
      ? Array.from({ length: block.agents }, (_, i) => heard.subarray(i * messageLength, (i + 1) * messageLength))
      : [];
    this.perAgentBytes = this.#kernel.perAgentBytes + rowsBytes / Math.max(1, block.agents);
    this.#read = workload.readerFor(hearing, { block, totalAgents, messageLength });
  }

  step(from: number, to: number): void {
    this.#kernel.step(from, to);
    if (this.posteriors.length === 0) return;
    this.#kernel.readPosteriors(this.posteriors, from, to);
  }

  partsOf(): readonly OpPart[] {
    return [];
  }

  /** @throws Error always: no scenario with agents that crash has them stepped together */
  renew(): void {
    throw new Error("Agents that step together are not renewed one by one.");
  }

  hear(messages: Float64Array): number {
    return this.#heard.length === 0 ? 0 : this.#read(messages, this.#heard);
  }
}

/** What a kernel can step, with the plan that it follows. */
interface SupportedBatch extends Batchable {
  readonly support: BatchSetup["support"];
}

/** @returns what the kernel needs, or why the engine steps these agents */
export function supportedBatch(batchable: Batchable | null): SupportedBatch | null {
  if (batchable === null) return null;
  const support = kernelSupport(batchable.model);
  return support.state === "supported" ? { ...batchable, support } : null;
}
