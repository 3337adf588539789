// A workload under a variation: built like any other, and looked at closely once its window is over.
import { buildWorkload } from "../built/registry.ts";
import type { Workload, WorkloadConfig } from "../workload.ts";
import { CachedModels } from "./cached-models.ts";
import { type CacheReport, cacheReport } from "./cache-report.ts";
import { type CheckReport, ResultCheck } from "./result-check.ts";
import { switchedModels } from "./switched-models.ts";
import type { CacheVariation, SwitchVariation } from "./variation.ts";

export type Variation = CacheVariation | SwitchVariation;
export type VariationReport = CacheReport | SwitchReport;

interface SwitchReport {
  readonly kind: "switch";
  readonly check: CheckReport;
}

/** Steps every agent once. */
type Round = () => void;

export interface Variant {
  readonly workload: Workload;
  /** What the variation did in its window. It goes on stepping agents, apart from what was measured, to time and to check parts. */
  lookedAt(round: Round): VariationReport;
}

export interface VariantSurroundings {
  readonly nowMs: () => number;
  readonly seed: number;
}

/** Requests that are noted one by one: enough for limits, and bounded on a machine that does millions a second. */
const NOTED_MOST = 200_000;
/** How long parts are timed after the window, ms. */
const TIMED_MS = 100;
/** Rounds that are compared with the engine after that. */
const CHECKED_ROUNDS = 50;

function cachedVariant(config: WorkloadConfig, variation: CacheVariation, around: VariantSurroundings): Variant {
  const { nowMs, seed } = around;
  const models = new CachedModels(variation, { nowMs, hashSeed: seed, notedMost: NOTED_MOST });
  return {
    workload: buildWorkload(config, models.source),
    lookedAt(round) {
      models.isTimed = true;
      const endMs = nowMs() + TIMED_MS;
      do round();
      while (nowMs() < endMs);
      models.isTimed = false;
      models.isChecked = true;
      for (let n = 0; n < CHECKED_ROUNDS; n += 1) round();
      models.isChecked = false;
      return cacheReport(models, variation);
    },
  };
}

function switchedVariant(config: WorkloadConfig, { which }: SwitchVariation): Variant {
  if (config.kind === "search" || config.kind === "custom") {
    throw new Error(
      `Agents of ${config.kind} write into each other's beliefs or learn: they cannot think otherwise yet.`,
    );
  }
  const check = new ResultCheck();
  return {
    workload: buildWorkload(config, switchedModels(which, check)),
    lookedAt(round) {
      check.isOn = true;
      for (let n = 0; n < CHECKED_ROUNDS; n += 1) round();
      check.isOn = false;
      return { kind: "switch", check: check.report };
    },
  };
}

/** @param config completed: a model that it refers to is in it */
export function buildVariant(config: WorkloadConfig, variation: Variation, around: VariantSurroundings): Variant {
  switch (variation.kind) {
    case "cache":
      return cachedVariant(config, variation, around);
    case "switch":
      return switchedVariant(config, variation);
  }
}
