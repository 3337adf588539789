// Thinking with a cache: what was inferred from the same beliefs and the same observation before is taken from there.
import type { ArenaCache } from "../../caches/arena-cache.ts";
import { Gate } from "../../caches/gate.ts";
import { PartTimes } from "../../caches/part-times.ts";
import { NONE } from "../../caches/policies/slot-list.ts";
import type { TraceLog } from "../../caches/trace-log.ts";
import type { Belief } from "../../inference/belief.ts";
import type { Model } from "../../inference/model.ts";
import { once, type OpPart, repeatable } from "../op-parts.ts";
import { type Mind, PlainMind } from "../shared-model.ts";
import type { ResultCheck } from "./result-check.ts";

/** What minds of one model share, whoever has the cache. */
export interface CachedWith {
  readonly plain: Mind;
  readonly key: BeliefKey;
  /** Null where nothing is noted. */
  readonly log: TraceLog | null;
  readonly check: ResultCheck;
  /** Milliseconds, any origin. */
  readonly nowMs: () => number;
}

/**
 * Everything that a result of one model depends on, as words: the prior bit for bit, the observation, and which version of the model made it.
 * What follows from the model alone (likelihoods, precision, habits) is in the version.
 */
export class BeliefKey {
  readonly words: Uint32Array;
  readonly #prior: Float64Array;
  readonly #rest: Int32Array;
  readonly #scale: number | null;

  /** @param roundedTo decimals of the prior; null where every bit counts */
  constructor({ marginalLength, likelihoods }: Model, roundedTo: number | null) {
    const rest = likelihoods.length + 1;
    const buffer = new ArrayBuffer(marginalLength * 8 + rest * 4);
    this.words = new Uint32Array(buffer);
    this.#prior = new Float64Array(buffer, 0, marginalLength);
    this.#rest = new Int32Array(buffer, marginalLength * 8, rest);
    this.#scale = roundedTo === null ? null : 10 ** roundedTo;
  }

  write({ prior }: Belief, observation: Int32Array, modelVersion: number): void {
    const scale = this.#scale;
    if (scale === null) this.#prior.set(prior);
    else for (let i = 0; i < prior.length; i += 1) this.#prior[i] = Math.round((prior[i] ?? 0) * scale);
    this.#rest.set(observation);
    this.#rest[observation.length] = modelVersion;
  }
}

export class CachedMind extends PlainMind {
  /** Rises whenever the model changes, so that what an older one said is never found. */
  modelVersion = 0;
  /** Whether parts of each request are timed. */
  isTimed = false;
  readonly times = new PartTimes();
  readonly #with: CachedWith;
  readonly #cache: ArenaCache;
  readonly #gate: Gate | null;
  readonly #states: number;
  readonly #policies: number;

  /** @param isSelective whether the cache is asked only while that gains @param ownBytes the bytes of the cache, where it is the agent's own */
  constructor(own: CachedWith, cache: ArenaCache, isSelective: boolean, ownBytes: number) {
    super(own.plain.model, own.plain.workspace, ownBytes);
    this.#with = own;
    this.#cache = cache;
    this.#gate = isSelective ? new Gate() : null;
    this.#states = this.model.marginalLength;
    this.#policies = this.model.policies;
  }

  override think(belief: Belief, observation: Int32Array): void {
    const gate = this.#gate;
    if (gate === null) this.#ask(belief, observation, this.isTimed);
    else if (gate.isOpen) {
      gate.passed(this.#ask(belief, observation, this.isTimed || gate.isTrial), this.#means);
    } else {
      this.#with.plain.think(belief, observation);
      gate.passed(false, this.#means);
      if (this.#with.log !== null) this.#with.log.passed += 1;
    }
  }

  /** Each request asks the cache, without a gate, and nothing is noted of it. */
  override thinking(belief: Belief, observation: Int32Array): readonly OpPart[] {
    const { plain, key } = this.#with;
    const cache = this.#cache;
    let isFound = false;
    const look = (): void => {
      key.write(belief, observation, this.modelVersion);
      const slot = cache.find(key.words);
      isFound = slot !== NONE;
      if (isFound) this.#take(slot, belief);
    };
    const computed = plain.thinking(belief, observation).map(({ phase, run }) =>
      repeatable(phase, () => {
        if (!isFound) run();
      }),
    );
    const keep = (): void => {
      if (isFound) return;
      // Other agents of the worker may have asked since.
      key.write(belief, observation, this.modelVersion);
      this.#keep(belief);
    };
    return [repeatable("cache", look), ...computed, once("cache", keep)];
  }

  readonly #means = () => this.times.means;

  /** @returns whether the result was found */
  #ask(belief: Belief, observation: Int32Array, isTimed: boolean): boolean {
    const { plain, key, log, check, nowMs } = this.#with;
    const cache = this.#cache;
    const began = isTimed ? nowMs() : 0;
    key.write(belief, observation, this.modelVersion);
    const slot = cache.find(key.words);
    const wasFound = slot !== NONE;
    if (wasFound) this.#take(slot, belief);
    const looked = isTimed ? nowMs() : 0;
    log?.add(cache.hash, wasFound);
    if (isTimed) this.times.looked(looked - began);
    if (wasFound) {
      if (check.isOn) check.compare(plain, belief, observation);
      return true;
    }
    const thinks = isTimed ? nowMs() : 0;
    plain.think(belief, observation);
    const thought = isTimed ? nowMs() : 0;
    this.#keep(belief);
    if (isTimed) {
      this.times.computed(thought - thinks);
      this.times.stored(nowMs() - thought);
    }
    return false;
  }

  #take(slot: number, belief: Belief): void {
    const { values } = this.#cache;
    const from = slot * (this.#states + this.#policies);
    const { posterior } = belief;
    const { policyProbability } = this.workspace;
    for (let s = 0; s < this.#states; s += 1) posterior[s] = values[from + s] ?? 0;
    const policies = from + this.#states;
    for (let p = 0; p < this.#policies; p += 1) policyProbability[p] = values[policies + p] ?? 0;
  }

  #keep(belief: Belief): void {
    const slot = this.#cache.store(this.#with.key.words);
    if (slot === NONE) return;
    const from = slot * (this.#states + this.#policies);
    this.#cache.values.set(belief.posterior, from);
    this.#cache.values.set(this.workspace.policyProbability, from + this.#states);
  }
}
