// Beliefs that are kept in fewer bits from step to step: one array of full precision for all agents of a worker, and a small one for each.
import { createBelief, type Belief } from "../../inference/belief.ts";
import type { Model } from "../../inference/model.ts";
import type { Workspace } from "../../inference/workspace.ts";
import { ownBytes, PlainMind } from "../shared-model.ts";
import type { ResultCheck } from "./result-check.ts";

/** How a belief is kept. */
export interface Packed {
  readonly bytes: number;
  write(values: Float64Array): void;
  read(into: Float64Array): void;
}

/** 32-bit floating point: about seven digits of every probability. */
export function singlePrecision(length: number): Packed {
  const kept = new Float32Array(length);
  return {
    bytes: kept.byteLength,
    write: (values) => kept.set(values),
    read: (into) => into.set(kept),
  };
}

const STEPS = 65_535;

/** 16-bit steps from 0 to 1, so that what is under 1/131,070 becomes 0. */
export function sixteenBit(length: number): Packed {
  const kept = new Uint16Array(length);
  return {
    bytes: kept.byteLength,
    write(values) {
      for (let i = 0; i < length; i += 1) kept[i] = Math.round((values[i] ?? 0) * STEPS);
    },
    read(into) {
      for (let i = 0; i < length; i += 1) into[i] = (kept[i] ?? 0) / STEPS;
    },
  };
}

export interface Compression {
  /** The prior at full precision, for whoever is stepping. */
  readonly scratch: Float64Array;
  readonly packed: Packed;
  readonly check: ResultCheck;
}

export class CompressedMind extends PlainMind {
  readonly #own: Compression;
  readonly #plain: PlainMind;
  /** What was remembered, bit for bit: kept only while results are compared. */
  #exact: Float64Array | null = null;
  /** What came back of it, likewise. */
  #recalled: Float64Array | null = null;

  constructor(model: Model, workspace: Workspace, own: Compression) {
    super(model, workspace);
    this.#own = own;
    this.#plain = new PlainMind(model, workspace);
  }

  override createBelief(posterior?: Float64Array): Belief {
    const belief = { ...createBelief(this.model, posterior), prior: this.#own.scratch };
    belief.prior.set(this.model.initialPrior);
    this.remember(belief);
    return belief;
  }

  override bytesOf(belief: Belief, others: readonly ArrayBufferView[]): number {
    return this.#own.packed.bytes + ownBytes({ ...belief, prior: new Float64Array(0) }, others);
  }

  override readonly recall = (belief: Belief): void => {
    this.#own.packed.read(belief.prior);
    this.#recalled = this.#exact === null ? null : belief.prior.slice();
  };

  override readonly remember = (belief: Belief): void => {
    this.#own.packed.write(belief.prior);
    this.#exact = this.#own.check.isOn ? belief.prior.slice() : null;
  };

  override think(belief: Belief, observation: Int32Array): void {
    super.think(belief, observation);
    const { check } = this.#own;
    const exact = this.#exact;
    // A belief that was replaced since, as by the first of an episode, was not remembered.
    const isRemembered = this.#recalled?.every((value, i) => value === belief.prior[i]) ?? false;
    if (!check.isOn || exact === null || !isRemembered) return;
    const kept = belief.prior.slice();
    belief.prior.set(exact);
    check.compare(this.#plain, belief, observation);
    belief.prior.set(kept);
  }
}
