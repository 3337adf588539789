// Many agents of one model and its world, stepped together by the kernel in blocks. They lie in a memory that the kernel is linked to.
import type { Model } from "../model.ts";
import { type Arena, Views } from "./arena.ts";
import { describeModel } from "./descriptor.ts";
import type { Descriptor } from "./descriptor.ts";
import type { KernelSupport } from "./kernel-support.ts";
import type { KernelWorld } from "./kernel-world.ts";
import type { BlockLayout, Vectors } from "./layout.ts";
import { FORMATS } from "./precision.ts";
import type { Format, Precision } from "./precision.ts";

/** What a module of the kernel exports. Addresses are bytes in its memory. */
export interface KernelExports {
  readonly step: (model: number, blocks: number, from: number, to: number) => void;
  readonly think: (model: number, block: number) => void;
  readonly choose: (model: number, block: number) => void;
  readonly take: (model: number, block: number) => void;
  readonly logarithms: (model: number, at: number, bytes: number) => void;
  readonly exponentials: (model: number, at: number, bytes: number) => void;
  readonly chains: (at: number, rounds: number) => void;
  readonly triad: (at: number, bytes: number) => void;
}

export interface BatchSetup {
  readonly exports: KernelExports;
  /** Of the memory that the module imports; several batches of one precision may share it. */
  readonly arena: Arena;
  readonly precision: Precision;
  readonly model: Model;
  /** The model's support, which holds the plan that the kernel follows. */
  readonly support: Extract<KernelSupport, { readonly state: "supported" }>;
  readonly world: KernelWorld;
  /** One per agent. */
  readonly seeds: readonly number[];
  /** How many vectors make a block; without it as many as pay. */
  readonly vectors?: Vectors;
  /** What the agents may take; without it as much as the memory can. */
  readonly bytesMost?: number;
}

function tooLarge(agents: number, bytes: number, most: number): string {
  const [takes, may] = [bytes, Math.max(0, most)].map((each) => Math.round(each / 1e6));
  return `${agents} agents of this model take ${takes} MB on one worker, which may take ${may} MB. Keep agents at fewer.`;
}

/** Results do not depend on how many agents there are, where an agent sits, or who is beside it. */
export class BatchKernel {
  readonly agents: number;
  readonly layout: BlockLayout;
  /** Bytes of one agent: its prior, its posterior, its generator, and where it is. */
  readonly perAgentBytes: number;
  /** Bytes that all agents share: tables and scratch. */
  readonly sharedBytes: number;
  /** Bytes of agents that fill up the last block. */
  readonly paddingBytes: number;
  readonly #exports: KernelExports;
  readonly #format: Format;
  readonly #model: Model;
  readonly #descriptor: Descriptor;
  readonly #blocks: number;
  readonly #views: Views;

  /**
   * Places model and agents, and grows the memory once.
   * @throws RangeError where they would take more than they may, before the memory grows, or when it has no room for them
   */
  constructor({ exports, arena, precision, model, support, world, seeds, vectors, bytesMost }: BatchSetup) {
    const before = arena.bytes;
    const descriptor = describeModel({ arena, model, plan: support.plan, world, precision, vectors });
    const { layout } = descriptor;
    const blocks = Math.ceil(seeds.length / layout.agents);
    this.sharedBytes = arena.bytes - before;
    this.agents = seeds.length;
    this.layout = layout;
    this.perAgentBytes = layout.bytes / layout.agents;
    this.paddingBytes = (blocks * layout.agents - seeds.length) * this.perAgentBytes;
    this.#exports = exports;
    this.#format = FORMATS[precision];
    this.#model = model;
    this.#descriptor = descriptor;
    this.#blocks = arena.place(blocks * layout.bytes);
    if (bytesMost !== undefined && blocks * layout.bytes > bytesMost) {
      throw new RangeError(tooLarge(seeds.length, blocks * layout.bytes, bytesMost));
    }
    arena.commit();
    this.#views = new Views(arena.memory, this.#format.bytes);
    descriptor.write(this.#views.data);
    // Agents that only fill up the last block are copies of the last one; they are never kept.
    for (let agent = 0; agent < blocks * layout.agents; agent += 1) {
      this.#place(agent, world, seeds[Math.min(agent, seeds.length - 1)] ?? 0);
    }
  }

  /** Where the model's descriptor and the first block are, for tools that read the memory. */
  get addresses(): { readonly model: number; readonly blocks: number } {
    return { model: this.#descriptor.address, blocks: this.#blocks };
  }

  /** One op of the agents `from … to − 1`. */
  step(from: number, to: number): void {
    this.#exports.step(this.#descriptor.address, this.#blocks, from, to);
  }

  /** Infers and plans for all agents of the block of `agent`, from observations that were given. */
  think(agent: number): void {
    this.#exports.think(this.#descriptor.address, this.#blockOf(agent));
  }

  /** Chooses actions for all agents of the block of `agent`, right after they have thought. */
  choose(agent: number): void {
    this.#exports.choose(this.#descriptor.address, this.#blockOf(agent));
  }

  /** Makes priors from the actions in the block of `agent`, right after they have thought. */
  take(agent: number): void {
    this.#exports.take(this.#descriptor.address, this.#blockOf(agent));
  }

  /** The joint outcome that an agent sees next when it thinks: the last modality varies fastest. */
  giveObservation(agent: number, outcome: number): void {
    this.#views.data.setInt32(this.#wordOf(agent, this.layout.observation), outcome, true);
  }

  giveAction(agent: number, control: number): void {
    this.#views.data.setInt32(this.#wordOf(agent, this.layout.action), control, true);
  }

  givePrior(agent: number, prior: ArrayLike<number>): void {
    const { place } = this.#descriptor.classes;
    for (let s = 0; s < place.length; s += 1) {
      this.#format.write(this.#views.data, this.#numberOf(agent, 0, place[s] ?? 0), prior[s] ?? 0);
    }
  }

  observationOf(agent: number): number {
    return this.#views.data.getInt32(this.#wordOf(agent, this.layout.observation), true);
  }

  actionOf(agent: number): number {
    return this.#views.data.getInt32(this.#wordOf(agent, this.layout.action), true);
  }

  /** The state that the agent is really in. */
  stateOf(agent: number): number {
    return this.#descriptor.classes.order[this.#views.data.getInt32(this.#wordOf(agent, this.layout.cell), true)] ?? 0;
  }

  /** The four words of an agent's generator, as `AgentStart.random` has them. */
  generatorOf(agent: number): readonly number[] {
    const { agents, random } = this.layout;
    const first = this.#blockOf(agent) + random + 8 * (agent % agents);
    const second = first + 8 * agents;
    return [first + 4, first, second + 4, second].map((at) => this.#views.data.getInt32(at, true));
  }

  /** Copies q of one agent into `target` from `start`, in the model's order of states. */
  readPosterior(agent: number, target: Float64Array, start = 0): void {
    this.#readStates(agent, this.layout.posterior, target, start);
  }

  /** Copies q of the agents `from … to − 1` into `target`: a row for each, from the row of its number, as a round of messages has them. */
  readPosteriors(target: Float64Array, from: number, to: number): void {
    const { floats } = this.#views;
    const { order } = this.#descriptor.classes;
    const states = order.length;
    const { agents, stride, posterior } = this.layout;
    const width = stride / this.#format.bytes;
    for (let agent = from; agent < to; agent += 1) {
      let at = (this.#blockOf(agent) + posterior) / this.#format.bytes + (agent % agents);
      for (let place = 0; place < states; place += 1) {
        target[agent * states + (order[place] ?? 0)] = floats[at] ?? 0;
        at += width;
      }
    }
  }

  readPrior(agent: number, target: Float64Array, start = 0): void {
    this.#readStates(agent, 0, target, start);
  }

  /** G of every policy of an agent whose block was stepped last, in nats. */
  readPolicyValues(agent: number, target: Float64Array): void {
    this.#readPolicies(agent, this.#descriptor.policyValue, target);
  }

  /** q_π of an agent whose block was stepped last. */
  readPolicyProbabilities(agent: number, target: Float64Array): void {
    this.#readPolicies(agent, this.#descriptor.policyWeight, target);
    let total = 0;
    for (const weight of target) total += weight;
    for (let p = 0; p < target.length; p += 1) target[p] = (target[p] ?? 0) / total;
  }

  #blockOf(agent: number): number {
    return this.#blocks + Math.floor(agent / this.layout.agents) * this.layout.bytes;
  }

  #wordOf(agent: number, offset: number): number {
    return this.#blockOf(agent) + offset + 4 * (agent % this.layout.agents);
  }

  #numberOf(agent: number, offset: number, place: number): number {
    const lane = agent % this.layout.agents;
    return this.#blockOf(agent) + offset + place * this.layout.stride + lane * this.#format.bytes;
  }

  #readStates(agent: number, offset: number, target: Float64Array, start: number): void {
    const { data } = this.#views;
    const { place } = this.#descriptor.classes;
    for (let s = 0; s < place.length; s += 1) {
      target[start + s] = this.#format.read(data, this.#numberOf(agent, offset, place[s] ?? 0));
    }
  }

  #readPolicies(agent: number, address: number, target: Float64Array): void {
    const { data } = this.#views;
    const lane = (agent % this.layout.agents) * this.#format.bytes;
    for (let p = 0; p < this.#model.policies; p += 1) {
      target[p] = this.#format.read(data, address + p * this.layout.stride + lane);
    }
  }

  #place(agent: number, world: KernelWorld, seed: number): void {
    const { data } = this.#views;
    const { agents, random, cell, stepsLeft, action, observation } = this.layout;
    const { place } = this.#descriptor.classes;
    const { random: words, state, stepsLeft: left } = world.begin(seed);
    const [high0, low0, high1, low1] = words;
    const first = this.#blockOf(agent) + random + 8 * (agent % agents);
    data.setInt32(first, low0, true);
    data.setInt32(first + 4, high0, true);
    data.setInt32(first + 8 * agents, low1, true);
    data.setInt32(first + 8 * agents + 4, high1, true);
    data.setInt32(this.#wordOf(agent, cell), place[state] ?? 0, true);
    data.setInt32(this.#wordOf(agent, stepsLeft), left, true);
    data.setInt32(this.#wordOf(agent, action), 0, true);
    data.setInt32(this.#wordOf(agent, observation), 0, true);
    const { initialPrior } = this.#model;
    const states = initialPrior.length;
    const prior =
      world.start === "cell"
        ? Array.from(initialPrior, (_, s) => (s === state ? 2 : 1) / (states + 1))
        : Array.from(initialPrior);
    this.givePrior(agent, prior);
    const { posterior } = this.layout;
    for (const [s, value] of prior.entries()) {
      this.#format.write(data, this.#numberOf(agent, posterior, place[s] ?? 0), value);
    }
  }
}
