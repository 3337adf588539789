// What can be done otherwise about how agents think, one thing at a time, to be measured beside the engine as it is.
import type { PolicyKind } from "../../caches/policies/policy-names.ts";

/** Every way to think otherwise that has no settings of its own. */
export type SwitchKind =
  | "own-model"
  | "single-precision"
  | "sixteen-bit"
  | "expected-skipped"
  | "deterministic"
  | "prefixes-apart"
  | "dense-transitions";

/** One thing done otherwise. */
export interface SwitchVariation {
  readonly kind: "switch";
  readonly which: SwitchKind;
}

/** Results of inference are kept, and found again by all that they depend on. */
export interface CacheVariation {
  readonly kind: "cache";
  readonly policy: PolicyKind;
  /** Entries of each cache. */
  readonly slots: number;
  /** Whether each agent has a cache of its own, or all agents of a worker share one. */
  readonly scope: "agent" | "worker";
  /** Decimals to which beliefs are rounded in keys, so that near ones are taken for equal; null where every bit counts. */
  readonly roundedTo: number | null;
}
