// Reads the packed form that links of version 1 and 2 hold: a result of version 1. Frozen: such links are read for ever, and none is written.
import * as v from "valibot";
import { unpackTrials } from "./trials.ts";

/** What a packed configuration leaves out. */
const baseConfiguration = {
  workload: "explorer",
  gridSize: 10,
  policyLength: 2,
  placement: "pool",
  topology: "all-to-all",
  transport: "shared-memory",
  pacing: "saturated",
  opsPerSecondPerAgent: 20,
  agents: [1, 5, 10, 15, 20, 30, 50],
  repeats: 3,
  windowMs: 500,
  seed: 7,
  workers: "auto",
} as const;

function unpackProcessMemory(packed: unknown): unknown {
  if (!Array.isArray(packed)) return { state: "unavailable", reason: packed };
  const fields: readonly unknown[] = packed;
  const [agents, workers, totalBytes, workersBytes] = fields;
  return { state: "measured", agents, workers, totalBytes, workersBytes };
}

function unpackEnvironment(packed: readonly unknown[]): unknown {
  const [browser, platform, hardwareConcurrency, cores, low, high, isolated, timerStepUs, ...rest] = packed;
  const [engineVersion, appVersion, workers, transport, perAgentBytes, sharedPerWorkerBytes, ...last] = rest;
  const [processMemory, mainThreadBusyShare, longTasks] = last;
  return {
    browser,
    platform,
    hardwareConcurrency,
    parallelCapacity: { cores, low, high },
    isolated,
    timerStepUs,
    engineVersion,
    appVersion,
    workers,
    transport,
    engineMemory: { perAgentBytes, sharedPerWorkerBytes },
    processMemory: unpackProcessMemory(processMemory),
    mainThreadBusyShare,
    longTasks,
  };
}

function unpackInstant(packed: string | number): string {
  if (typeof packed === "string") return packed;
  const date = new Date(packed);
  return Number.isNaN(date.getTime()) ? "" : date.toISOString();
}

const packedSchema = v.strictTuple([
  v.string(),
  v.union([v.string(), v.number()]),
  v.record(v.string(), v.unknown()),
  v.pipe(v.array(v.unknown()), v.maxLength(17)),
  v.string(),
  v.array(v.number()),
  v.array(v.string()),
]);

/**
 * @param json parsed JSON of bounded size and depth
 * @returns fields that claim to be a result of version 1, not yet checked against its schema; null where damaged
 */
export function unpackResultOne(json: unknown): Readonly<Record<string, unknown>> | null {
  const packed = v.safeParse(packedSchema, json, { abortEarly: true });
  if (!packed.success) return null;
  const [id, createdAt, differences, environment, numbers, plain, reasons] = packed.output;
  const trials = unpackTrials({ numbers, plain, reasons });
  if (trials === null) return null;
  return {
    format: "headroom-result",
    version: 1,
    id,
    createdAt: unpackInstant(createdAt),
    configuration: { ...baseConfiguration, ...differences },
    environment: unpackEnvironment(environment),
    trials,
  };
}
