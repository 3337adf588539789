// What the published document promises of memory, held against the largest blocks.
import type { Target } from "../contract/target.ts";

/** "Growth under 1 MB per lifecycle". */
export const PROMISED_BYTES = 1_000_000;

export const lifecycleTargets: readonly Target[] = [
  {
    label: "growth under 1 MB per lifecycle",
    measure: "growth",
    at: "last",
    bound: { kind: "at most", value: PROMISED_BYTES },
    source: "memory regression",
  },
];
