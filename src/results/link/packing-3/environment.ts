// The environment of a result in a link of version 3: its values in one order, without names.
import type { Environment } from "../../format/result.ts";
import type { Json } from "./json.ts";

/** What older results lack is left out. */
function packSteadiness({ inWindows, stolenShare, container }: Environment): readonly Json[] {
  if (inWindows === undefined && stolenShare === undefined && container === undefined) return [];
  return [
    inWindows === undefined ? null : [inWindows.busyShare, inWindows.longTasks],
    stolenShare ?? null,
    ...(container === undefined
      ? []
      : [[container.node, container.quotaCores, container.throttledShare, container.throttledPeriods]]),
  ];
}

function unpackContainer(packed: unknown): object {
  if (!Array.isArray(packed)) return {};
  const fields: readonly unknown[] = packed;
  const [node, quotaCores, throttledShare, throttledPeriods] = fields;
  return { container: { node, quotaCores, throttledShare, throttledPeriods } };
}

function unpackSteadiness(inWindows: unknown, stolenShare: unknown): object {
  const listed: readonly unknown[] | null = Array.isArray(inWindows) ? inWindows : null;
  return {
    ...(listed === null ? {} : { inWindows: { busyShare: listed[0], longTasks: listed[1] } }),
    ...(stolenShare === undefined || stolenShare === null ? {} : { stolenShare }),
  };
}

export function packEnvironment(environment: Environment): Json {
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
    ...packSteadiness(environment),
  ];
}

function unpackProcessMemory(packed: unknown): unknown {
  if (!Array.isArray(packed)) return { state: "unavailable", reason: packed };
  const fields: readonly unknown[] = packed;
  const [agents, workers, totalBytes, workersBytes] = fields;
  return { state: "measured", agents, workers, totalBytes, workersBytes };
}

export function unpackEnvironment(packed: readonly unknown[]): unknown {
  const [browser, platform, hardwareConcurrency, cores, low, high, isolated, timerStepUs, ...rest] = packed;
  const [engineVersion, appVersion, workers, transport, perAgentBytes, sharedPerWorkerBytes, ...last] = rest;
  const [processMemory, mainThreadBusyShare, longTasks, inWindows, stolenShare, container] = last;
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
    ...unpackSteadiness(inWindows, stolenShare),
    ...unpackContainer(container),
  };
}
