// What the published document promises of one agent.
import type { Target } from "../contract/target.ts";
import { SATURATED } from "./series.ts";

const source = "single-agent targets";

export const singleAgentTargets: readonly Target[] = [
  { label: "mean under 50 ms", measure: "mean", at: SATURATED, bound: { kind: "at most", value: 50_000 }, source },
  { label: "p95 under 100 ms", measure: "p95", at: SATURATED, bound: { kind: "at most", value: 100_000 }, source },
  { label: "p99 under 200 ms", measure: "p99", at: SATURATED, bound: { kind: "at most", value: 200_000 }, source },
  { label: "25 op/s or more", measure: "throughput", at: SATURATED, bound: { kind: "at least", value: 25 }, source },
  {
    label: "memory under 30 MB",
    measure: "worker-memory",
    at: SATURATED,
    bound: { kind: "at most", value: 30_000_000 },
    source,
  },
];
