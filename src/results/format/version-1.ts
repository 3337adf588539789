// Result version 1, as Headroom 0.1.0 wrote it: one scenario, its figures by name. Frozen: it imports no live form and never changes.
import * as v from "valibot";
import { keptEnvironmentSchema } from "./kept-environment.ts";

const TRIALS_MOST = 6_000;

const count = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(1e12));
const share = v.pipe(v.number(), v.minValue(0), v.maxValue(1));
const microseconds = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(1e10));
const reason = v.pipe(v.string(), v.maxLength(300));

/** Of single ops. p99 is null under 1,000 ops. */
const percentiles = v.object({ p50Us: microseconds, p95Us: microseconds, p99Us: v.nullable(microseconds) });

const place = {
  kind: v.picklist(["row", "control", "solo"]),
  agents: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(2_000)),
  repeat: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(1_000)),
  attempt: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(2)),
};

const trialSchema = v.variant("state", [
  v.object({
    ...place,
    state: v.literal("valid"),
    opsPerSecond: v.pipe(v.number(), v.gtValue(0), v.maxValue(1e12)),
    latency: percentiles,
    /** Null unless paced. */
    service: v.nullable(percentiles),
    /** Null unless paced. */
    lateOps: v.nullable(count),
    /** Null unless agents act in lock-step. */
    loss: v.nullable(v.object({ fuse: share, transport: share, wait: share })),
    warmupBlocks: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(1_000)),
  }),
  v.object({ ...place, state: v.literal("invalid"), reason }),
  v.object({ ...place, state: v.literal("failed"), reason }),
]);

function wholeNumber(label: string, least: number, most: number) {
  const message = `${label} must be a whole number from ${least} to ${most}.`;
  return v.pipe(v.number(message), v.integer(message), v.minValue(least, message), v.maxValue(most, message));
}

function oneOf<const Options extends readonly string[]>(label: string, options: Options) {
  return v.picklist(options, `${label} must be one of: ${options.join(", ")}.`);
}

function isAgentCounts(input: unknown): input is number[] {
  if (!Array.isArray(input) || input.length < 1 || input.length > 32) return false;
  const counts: readonly unknown[] = input;
  const whole = counts.every((n) => typeof n === "number" && Number.isInteger(n) && n >= 1 && n <= 2_000);
  return whole && new Set(counts).size === counts.length;
}

const configurationSchema = v.object({
  workload: oneOf("Workload", ["explorer", "t-maze"]),
  gridSize: v.picklist([5, 10], "Grid must be 5 or 10 cells wide."),
  policyLength: v.picklist([1, 2, 3], "Policy length must be 1, 2 or 3 steps."),
  placement: oneOf("Placement", ["single-lane", "worker-per-agent", "pool"]),
  topology: oneOf("Topology", ["none", "all-to-all"]),
  transport: oneOf("Transport", ["shared-memory", "message"]),
  pacing: oneOf("Pacing", ["saturated", "paced"]),
  opsPerSecondPerAgent: v.pipe(
    v.number("Rate must be a number from 0.1 to 1000 op/s per agent."),
    v.minValue(0.1, "Rate must be at least 0.1 op/s per agent."),
    v.maxValue(1_000, "Rate must be at most 1000 op/s per agent."),
  ),
  agents: v.custom<number[]>(
    isAgentCounts,
    "Agents must be 1 to 32 different counts, each from 1 to 2000, such as 1, 5, 10.",
  ),
  repeats: wholeNumber("Repeats", 1, 30),
  windowMs: wholeNumber("Window in milliseconds", 100, 10_000),
  seed: wholeNumber("Seed", 0, 2_147_483_647),
  workers: v.union(
    [v.literal("auto"), wholeNumber("Workers", 1, 400)],
    'Workers must be "auto" or a whole number from 1 to 400.',
  ),
});

function isBoundedArray(input: unknown): input is unknown[] {
  return Array.isArray(input) && input.length <= TRIALS_MOST;
}

export const versionOneSchema = v.object({
  format: v.literal("headroom-result"),
  version: v.literal(1),
  id: v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{1,64}$/)),
  createdAt: v.pipe(v.string(), v.isoTimestamp()),
  configuration: configurationSchema,
  environment: keptEnvironmentSchema,
  /** The length is checked before any entry is. */
  trials: v.pipe(
    v.custom<unknown[]>(isBoundedArray, `A result holds at most ${TRIALS_MOST} trials.`),
    v.array(trialSchema),
  ),
});

export type VersionOne = v.InferOutput<typeof versionOneSchema>;
