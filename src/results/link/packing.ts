// Owns the packed form of a result in a link, version 1: positions instead of names, differences instead of figures.
import * as v from "valibot";
import type { Configuration } from "../../measurement/run/configuration.ts";
import { packTrials, unpackTrials } from "./trials.ts";
import { RESULT_FORMAT, type Environment, type Result } from "../format/schema.ts";

/** The result version that this packing holds. A new result version gets a packing of its own. */
const PACKED_VERSION = 1;

/** What a packed configuration leaves out. Part of the link format: never change a value here. */
const baseConfiguration: Configuration = {
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
};

type Json = null | boolean | number | string | readonly Json[];

function differencesOf(configuration: Configuration): Readonly<Record<string, unknown>> {
  const base = new Map<string, unknown>(Object.entries(baseConfiguration));
  return Object.fromEntries(
    Object.entries(configuration).filter(([name, value]) => JSON.stringify(value) !== JSON.stringify(base.get(name))),
  );
}

function packEnvironment(environment: Environment): Json {
  const { parallelCapacity, engineMemory, processMemory } = environment;
  return [
    environment.browser,
    environment.platform,
    environment.hardwareConcurrency,
    parallelCapacity.cores,
    parallelCapacity.low,
    parallelCapacity.high,
    environment.isolated,
    environment.timerStepUs,
    environment.engineVersion,
    environment.appVersion,
    environment.workers,
    environment.transport,
    engineMemory.perAgentBytes,
    engineMemory.sharedPerWorkerBytes,
    processMemory.state === "measured"
      ? [processMemory.agents, processMemory.workers, processMemory.totalBytes, processMemory.workersBytes]
      : processMemory.reason,
    environment.mainThreadBusyShare,
    environment.longTasks,
  ];
}

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

/** An instant as milliseconds where those give the same text back. */
function packInstant(iso: string): string | number {
  const date = new Date(iso);
  const milliseconds = date.getTime();
  return Number.isNaN(milliseconds) || date.toISOString() !== iso ? iso : milliseconds;
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

/** @returns JSON text from which unpackResult gives back the same result, exactly (but for −0, which JSON writes as 0) */
export function packResult(result: Result): string {
  const { numbers, plain, reasons } = packTrials(result.trials);
  return JSON.stringify([
    result.id,
    packInstant(result.createdAt),
    differencesOf(result.configuration),
    packEnvironment(result.environment),
    numbers,
    plain,
    reasons,
  ]);
}

/**
 * @param json parsed JSON of bounded size and depth
 * @returns fields that claim to be a result, not yet checked against the result's schema; null where damaged
 */
export function unpackResult(json: unknown): Readonly<Record<string, unknown>> | null {
  const packed = v.safeParse(packedSchema, json, { abortEarly: true });
  if (!packed.success) return null;
  const [id, createdAt, differences, environment, numbers, plain, reasons] = packed.output;
  const trials = unpackTrials({ numbers, plain, reasons });
  if (trials === null) return null;
  return {
    format: RESULT_FORMAT,
    version: PACKED_VERSION,
    id,
    createdAt: unpackInstant(createdAt),
    configuration: { ...baseConfiguration, ...differences },
    environment: unpackEnvironment(environment),
    trials,
  };
}
