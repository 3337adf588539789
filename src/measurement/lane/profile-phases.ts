// The phases that a worker's time goes to while it runs agents, and the kinds of spans that are drawn of them.
import type { OpPhase } from "../../workloads/op-parts.ts";

/** Every phase, in the order of an op and of its round. */
export const PROFILE_PHASES = [
  "observe",
  "cache",
  "infer-states",
  "infer-policies",
  "act",
  "publish",
  "wait",
  "fuse",
] as const satisfies readonly (OpPhase | "wait" | "fuse")[];
export type ProfilePhase = (typeof PROFILE_PHASES)[number];

/** What a span may be: a phase, or the whole op around its phases. A span holds the place of its kind in this list. */
export const SPAN_KINDS = [...PROFILE_PHASES, "op"] as const;
export type SpanKind = (typeof SPAN_KINDS)[number];

/** Numbers that a span takes: kind, agent (or −1 for the whole worker), start and duration in ms. */
export const SPAN_NUMBERS = 4;
