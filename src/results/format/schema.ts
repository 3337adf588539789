// Owns the result format, version 1: a run and its environment, as it is kept, saved and linked.
import * as v from "valibot";
import { configurationSchema } from "../../measurement/run/configuration.ts";
import { trialSchema } from "../../measurement/run/trial.ts";

export const RESULT_FORMAT = "headroom-result";
export const RESULT_VERSION = 1;

/** Most trials a result may hold: 32 agent counts × 30 repeats × (row + control), and 30 alone, each in three attempts. */
export const TRIALS_MOST = 6_000;

const shortText = v.pipe(v.string(), v.maxLength(120));
const cores = v.pipe(v.number(), v.gtValue(0), v.maxValue(4_096));
const bytes = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(1e15));

/** What the browser attributes to this page and its workers, or why it does not. */
const processMemorySchema = v.variant("state", [
  v.object({
    state: v.literal("measured"),
    /** Agents alive while it was measured. */
    agents: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(2_000)),
    workers: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(400)),
    totalBytes: bytes,
    /** Sum over the workers that held agents. */
    workersBytes: bytes,
  }),
  v.object({ state: v.literal("unavailable"), reason: v.pipe(v.string(), v.maxLength(300)) }),
]);
export type ProcessMemory = v.InferOutput<typeof processMemorySchema>;

const environmentSchema = v.object({
  /** Such as "Chromium 156". */
  browser: shortText,
  platform: shortText,
  hardwareConcurrency: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(4_096)),
  /** Measured parallel capacity C in cores, with the range of its windows. */
  parallelCapacity: v.object({ cores, low: cores, high: cores }),
  isolated: v.boolean(),
  timerStepUs: v.pipe(v.number(), v.gtValue(0), v.maxValue(1e6)),
  engineVersion: shortText,
  appVersion: shortText,
  /** Most workers that held agents at once. */
  workers: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(400)),
  /** How messages travelled: null where agents did not speak. */
  transport: v.nullable(v.picklist(["shared-memory", "message"])),
  /** Exact bytes of one agent's own typed arrays, and of those that all agents of one worker share. */
  engineMemory: v.object({ perAgentBytes: bytes, sharedPerWorkerBytes: bytes }),
  processMemory: processMemorySchema,
  /** Share of probes that found the main thread busy during the run, 0 to 1; null where not measured. */
  mainThreadBusyShare: v.nullable(v.pipe(v.number(), v.minValue(0), v.maxValue(1))),
  /** Tasks over 50 ms on the main thread during the run; null where the browser does not report them. */
  longTasks: v.nullable(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(1e9))),
});
export type Environment = v.InferOutput<typeof environmentSchema>;

function isBoundedArray(input: unknown): input is unknown[] {
  return Array.isArray(input) && input.length <= TRIALS_MOST;
}

export const resultSchema = v.object({
  format: v.literal(RESULT_FORMAT),
  version: v.literal(RESULT_VERSION),
  id: v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{1,64}$/)),
  /** ISO 8601, UTC. */
  createdAt: v.pipe(v.string(), v.isoTimestamp()),
  configuration: configurationSchema,
  environment: environmentSchema,
  /** In the order they were run. The length is checked before any entry is. */
  trials: v.pipe(
    v.custom<unknown[]>(isBoundedArray, `A result holds at most ${TRIALS_MOST} trials.`),
    v.array(trialSchema),
  ),
});

/** A run plus its environment. Everything derived (rows, intervals, status) is recomputed from it. */
export type Result = v.InferOutput<typeof resultSchema>;
