// The colour of each phase, the same in bar, table and flame view. Names stand beside colours everywhere.
import type { SpanKind } from "../../measurement/lane/profile-phases.ts";

/** Cache and coordination are never profiled together, so that two phases of them may share a colour. */
export const phaseColours = {
  observe: "var(--color-series-3)",
  cache: "var(--color-series-5)",
  "infer-states": "var(--color-series-2)",
  "infer-policies": "var(--color-series-1)",
  act: "var(--color-series-4)",
  publish: "var(--color-series-5)",
  wait: "var(--color-muted)",
  fuse: "var(--color-series-6)",
  op: "var(--color-muted)",
  rest: "var(--color-line)",
} as const satisfies Record<SpanKind | "rest", string>;
