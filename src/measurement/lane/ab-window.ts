// An A/B window: agents as the engine has them and the same agents under a variation take turns in short blocks, so that a slow moment touches both.
import { buildWorkload } from "../../workloads/built/registry.ts";
import { createGroup } from "../../workloads/group.ts";
import { hearings } from "../../workloads/hearings.ts";
import { buildVariant, type Variation, type VariationReport } from "../../workloads/variants/variant.ts";
import type { LaneClock } from "./lane-clock.ts";
import type { EngineMemory, TrialSetup } from "./lane-host.ts";

/** What is measured beside what. */
export interface AbOrder {
  readonly variation: Variation;
  /** Everything that agents draw; both sides get the same. */
  readonly seed: number;
  /** Discarded before it, ms. */
  readonly warmMs: number;
  readonly durationMs: number;
  /** A block lasts so long at least: it ends with the first op that completes after that. */
  readonly blockMs: number;
}

/** A is the engine as it is, B the variation. */
export interface AbReport {
  /** All of it, with what was discarded and what was looked at afterwards. */
  readonly elapsedMs: number;
  readonly pairs: readonly AbBlocks[];
  readonly aMemory: EngineMemory;
  readonly bMemory: EngineMemory;
  readonly variation: VariationReport;
}

/** What steps one agent after another. */
export interface Steps {
  readonly agents: number;
  step(from: number, to: number): void;
}

/** A block of each side. */
export interface AbBlocks {
  readonly aOps: number;
  readonly aMs: number;
  readonly bOps: number;
  readonly bMs: number;
}

export interface AbRun {
  readonly a: Steps;
  readonly b: Steps;
  readonly durationMs: number;
  /** A block lasts so long at least: it ends with the first op that completes after that. */
  readonly blockMs: number;
  readonly clock: LaneClock;
}

/** Steps agents in turn until the time is over, beginning where the last block ended. */
class Side {
  readonly #steps: Steps;
  readonly #clock: LaneClock;
  #next = 0;

  constructor(steps: Steps, clock: LaneClock) {
    this.#steps = steps;
    this.#clock = clock;
  }

  block(blockMs: number): { readonly ops: number; readonly ms: number } {
    const began = this.#clock.now();
    const { agents } = this.#steps;
    for (let ops = 1; ; ops += 1) {
      this.#steps.step(this.#next, this.#next + 1);
      this.#next = (this.#next + 1) % agents;
      const ms = this.#clock.now() - began;
      if (ms >= blockMs) return { ops, ms };
    }
  }
}

/** Pairs of blocks, A first and B first in turn, until the time is over; at least one of each order. */
export function runAb({ a, b, durationMs, blockMs, clock }: AbRun): AbBlocks[] {
  const [sideA, sideB] = [new Side(a, clock), new Side(b, clock)];
  const pairs: AbBlocks[] = [];
  const endMs = clock.now() + durationMs;
  while (clock.now() < endMs || pairs.length % 2 === 1 || pairs.length === 0) {
    const isAFirst = pairs.length % 2 === 0;
    const first = (isAFirst ? sideA : sideB).block(blockMs);
    const second = (isAFirst ? sideB : sideA).block(blockMs);
    const [own, other] = isAFirst ? [first, second] : [second, first];
    pairs.push({ aOps: own.ops, aMs: own.ms, bOps: other.ops, bMs: other.ms });
  }
  return pairs;
}

/** Ops per second of both sides, over all blocks. */
export function opsPerSecondOf(pairs: readonly AbBlocks[]): { readonly a: number; readonly b: number } {
  const sum = (of: keyof AbBlocks): number => pairs.reduce((total, each) => total + each[of], 0);
  return { a: (1_000 * sum("aOps")) / sum("aMs"), b: (1_000 * sum("bOps")) / sum("bMs") };
}

interface AbLane {
  readonly order: AbOrder;
  /** Of the lane that was prepared: which agents, of what workload. */
  readonly setup: Pick<TrialSetup, "workload" | "totalAgents">;
  readonly clock: LaneClock;
}

/** Makes both sides afresh, so that neither knows an earlier window, and measures them in turn. */
export function runAbOrder({ order, setup, clock }: AbLane): AbReport {
  const { workload: config, totalAgents } = setup;
  if (config.kind === "courier") throw new Error("An A/B window takes agents, not couriers.");
  const { variation, seed, warmMs, durationMs, blockMs } = order;
  const began = clock.now();
  const hearing = hearings.none;
  const own = { block: { firstAgent: 0, agents: totalAgents }, totalAgents, seed, hearing };
  const plain = buildWorkload(config);
  const variant = buildVariant(config, variation, { nowMs: () => clock.now(), seed });
  const [a, b] = [createGroup(plain, own), createGroup(variant.workload, own)];
  runAb({ a, b, durationMs: warmMs, blockMs, clock });
  const pairs = runAb({ a, b, durationMs, blockMs, clock });
  const looked = variant.lookedAt(() => b.step(0, b.agents));
  return {
    elapsedMs: clock.now() - began,
    pairs,
    aMemory: { perAgentBytes: a.perAgentBytes, sharedPerWorkerBytes: plain.sharedBytes },
    bMemory: { perAgentBytes: b.perAgentBytes, sharedPerWorkerBytes: variant.workload.sharedBytes },
    variation: looked,
  };
}
