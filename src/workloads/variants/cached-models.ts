// Models whose agents think with a cache, all of a worker with one or each with its own, and what the caches did.
import { ArenaCache } from "../../caches/arena-cache.ts";
import type { Costs } from "../../caches/gate.ts";
import { TraceLog } from "../../caches/trace-log.ts";
import { createWorkspace } from "../../inference/workspace.ts";
import { typedArrayBytes } from "../../inference/byte-length.ts";
import { compiled, type ModelSource, PlainMind } from "../shared-model.ts";
import { BeliefKey, CachedMind } from "./cached-mind.ts";
import { type CheckReport, ResultCheck } from "./result-check.ts";
import type { CacheVariation } from "./variation.ts";

export interface CacheSurroundings {
  /** Milliseconds, any origin. */
  readonly nowMs: () => number;
  /** Makes places in the table unknown to whoever chooses keys. */
  readonly hashSeed: number;
  /** Requests that are noted one by one, of all agents together. */
  readonly notedMost: number;
}

/** Ops that wanted a result, and those of them that found it. */
export interface CacheCounts {
  readonly requests: number;
  readonly hits: number;
}

/** Makes caches for the models of a workload, and looks at all of them together. */
export class CachedModels {
  /** Where the workload takes its models from. */
  readonly source: ModelSource;
  /** One log for each cache of an agent's own, and one for each that a worker shares. */
  readonly logs: TraceLog[] = [];
  readonly #check = new ResultCheck();
  readonly #minds: CachedMind[] = [];
  readonly #caches: ArenaCache[] = [];

  constructor({ policy, slots, scope, roundedTo }: CacheVariation, around: CacheSurroundings) {
    const { nowMs, hashSeed, notedMost } = around;
    this.source = (spec) => {
      const model = compiled(spec);
      const workspace = createWorkspace(model);
      const plain = new PlainMind(model, workspace);
      const key = new BeliefKey(model, roundedTo);
      const size = { slots, keyWords: key.words.length, valueLength: model.marginalLength + model.policies };
      const newCache = () => {
        const cache = new ArenaCache(policy, size, hashSeed + this.#caches.length);
        this.#caches.push(cache);
        const log = new TraceLog(notedMost);
        this.logs.push(log);
        return { cache, log };
      };
      const shared = scope === "worker" ? newCache() : null;
      const mindOf = (): CachedMind => {
        const { cache, log } = shared ?? newCache();
        const own = { plain, key, log, check: this.#check, nowMs };
        const mind = new CachedMind(own, cache, policy === "selective", shared === null ? cache.bytes : 0);
        this.#minds.push(mind);
        return mind;
      };
      const scratchBytes = typedArrayBytes(workspace) + key.words.byteLength;
      const bytes = typedArrayBytes(model) + scratchBytes + (shared?.cache.bytes ?? 0);
      return { model, workspace, bytes, scratchBytes, mindOf };
    };
  }

  /** Bytes of all caches. */
  get bytes(): number {
    return this.#caches.reduce((sum, { bytes }) => sum + bytes, 0);
  }

  /** Entries in use, of all caches. */
  get entries(): number {
    return this.#caches.reduce((sum, { entries }) => sum + entries, 0);
  }

  /** So far. Ops in which a policy did not ask its cache are among the requests. */
  get counts(): CacheCounts {
    const sum = (of: (log: TraceLog) => number): number => this.logs.reduce((total, log) => total + of(log), 0);
    return { requests: sum((log) => log.requests + log.passed), hits: sum(({ hits }) => hits) };
  }

  /** Share of all requests in which a cache was asked. */
  get askedShare(): number {
    const asked = this.logs.reduce((sum, { requests }) => sum + requests, 0);
    const passed = this.logs.reduce((sum, log) => sum + log.passed, 0);
    return asked / Math.max(1, asked + passed);
  }

  /** Whether each request is timed part by part. */
  set isTimed(isTimed: boolean) {
    for (const mind of this.#minds) mind.isTimed = isTimed;
  }

  /** Whether what is found is compared with what the engine gives. */
  set isChecked(isChecked: boolean) {
    this.#check.isOn = isChecked;
  }

  get check(): CheckReport {
    return this.#check.report;
  }

  /** Mean times in ms of all minds that timed them; null where nobody did. */
  get costs(): Costs | null {
    const known = this.#minds.map(({ times }) => times).filter(({ isKnown }) => isKnown);
    if (known.length === 0) return null;
    const mean = (of: keyof Costs): number => known.reduce((sum, { means }) => sum + means[of], 0) / known.length;
    return { compute: mean("compute"), lookup: mean("lookup"), store: mean("store") };
  }
}
