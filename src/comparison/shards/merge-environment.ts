// Whether the shards of one run were measured alike, and the environment that stands for all of them.
import { compareFingerprints, type Fingerprint } from "../../regression/fingerprint.ts";
import { median } from "../../statistics/summary.ts";
import type { ProcessMemory } from "../../measurement/run/process-memory.ts";
import { containerOfParts } from "../../results/container-of-parts.ts";
import type { Environment } from "../../results/format/result.ts";
import { plain } from "../../words/plain-text.ts";
import { same } from "../../regression/fact.ts";
import { fingerprintOf } from "../cells/result-cells.ts";
import { measuredPoints, type OpenedShard, sharedSeries } from "./shard.ts";

/** Differences that a message names; the rest is counted. */
const DIFFERENCES_MOST = 20;

function mostWorkers(shards: readonly OpenedShard[]): number {
  return Math.max(...shards.map(({ result }) => result.environment.workers));
}

/** The environment that speaks for all: of the first shard with a row, because a shard without one lacks some facts. */
function spokenFor(shards: readonly OpenedShard[]): Environment | undefined {
  const shared = sharedSeries(shards);
  return (shards.find((shard) => measuredPoints(shard, shared).length > 0) ?? shards[0])?.result.environment;
}

/**
 * A result records the most workers that held agents at once, and five agents need no more than five. A shard of small
 * points therefore says less than the whole run would; only one that left workers idle which its points would have
 * filled was measured on fewer.
 */
function workersOfRun({ experiment, result }: OpenedShard, measured: ReadonlySet<number>, most: number): number {
  const { workers } = result.environment;
  const lanes = experiment.plan
    .filter(({ at }) => measured.has(at))
    .map((planned) => experiment.costOf(planned, most).lanes);
  return workers >= Math.min(most, Math.max(1, ...lanes)) ? most : workers;
}

/** What the app compares between results, and what a result can state only once. */
function factsOf(shard: OpenedShard, shared: ReadonlySet<string>, most: number, known: Environment): Fingerprint {
  const own = shard.result.environment;
  const measured = new Set(measuredPoints(shard, shared));
  // Rows that all failed sent no message, and no agent took memory: that is a gap, not another environment.
  const isSilent = measured.size === 0;
  const transport = isSilent ? known.transport : own.transport;
  const { perAgentBytes, sharedPerWorkerBytes } =
    isSilent && own.engineMemory.perAgentBytes === 0 ? known.engineMemory : own.engineMemory;
  // The merged result states the fewest cores that a browser reports.
  const { hardwareConcurrency } = known;
  const alike = { ...own, transport, hardwareConcurrency, workers: workersOfRun(shard, measured, most) };
  return [
    ...fingerprintOf({ ...shard.result, environment: alike }),
    same("app version", own.appVersion),
    same("memory per agent", `${perAgentBytes} bytes`),
    same("memory shared by a worker", `${sharedPerWorkerBytes} bytes`),
  ];
}

/** Every two shards are compared: intervals that overlap a third need not overlap one another. */
export function environmentDifferences(shards: readonly OpenedShard[]): string[] {
  const most = mostWorkers(shards);
  const shared = sharedSeries(shards);
  const known = spokenFor(shards);
  if (known === undefined) return [];
  const facts = shards.map((shard) => ({ name: shard.name, facts: factsOf(shard, shared, most, known) }));
  const differences = facts.flatMap((one, n) =>
    facts.slice(n + 1).flatMap((other) => {
      const compared = compareFingerprints(one.facts, other.facts);
      if (compared.state === "comparable") return [];
      return compared.differences.map((difference) => plain(`${difference} (${one.name}, ${other.name})`));
    }),
  );
  const more = differences.length - DIFFERENCES_MOST;
  return more > 0 ? [...differences.slice(0, DIFFERENCES_MOST), `${more} more`] : differences;
}

function largestPoint({ experiment }: OpenedShard): number {
  return Math.max(...experiment.points);
}

/** The shard of the largest point is the only one that says what all agents took. */
function processMemoryOf(shards: readonly OpenedShard[]): ProcessMemory {
  const [first] = [...shards].sort((a, b) => largestPoint(b) - largestPoint(a));
  const memory = first?.result.environment.processMemory;
  if (memory?.state === "measured") return memory;
  const reason = "It was not measured in the part of the run that held the most agents.";
  return { state: "unavailable", reason };
}

/** Null as soon as one is: of a part that was not watched nothing is known. */
function allOrNull(values: readonly (number | null)[], combined: (known: readonly number[]) => number): number | null {
  const known = values.flatMap((value) => value ?? []);
  return known.length < values.length ? null : combined(known);
}

function largest(values: readonly (number | null)[]): number | null {
  return allOrNull(values, (known) => Math.max(...known));
}

function total(values: readonly (number | null)[]): number | null {
  return allOrNull(values, (known) => known.reduce((sum, value) => sum + value, 0));
}

/**
 * One environment for shards without differences: what is uncertain covers all of them, what costs is the worst of them.
 * @param fallback of any of the shards
 */
export function mergedEnvironment(fallback: Environment, shards: readonly OpenedShard[]): Environment {
  const first = spokenFor(shards) ?? fallback;
  const all = shards.map(({ result }) => result.environment);
  const capacities = all.map(({ parallelCapacity }) => parallelCapacity);
  const inside = all.flatMap(({ inWindows }) => inWindows ?? []);
  const stolen = all.flatMap(({ stolenShare }) => stolenShare ?? []);
  return {
    ...first,
    hardwareConcurrency: Math.min(...all.map(({ hardwareConcurrency }) => hardwareConcurrency)),
    parallelCapacity: {
      cores: median(capacities.map(({ cores }) => cores)) ?? first.parallelCapacity.cores,
      low: Math.min(...capacities.map(({ low }) => low)),
      high: Math.max(...capacities.map(({ high }) => high)),
    },
    timerStepUs: Math.max(...all.map(({ timerStepUs }) => timerStepUs)),
    workers: mostWorkers(shards),
    processMemory: processMemoryOf(shards),
    mainThreadBusyShare: largest(all.map(({ mainThreadBusyShare }) => mainThreadBusyShare)),
    longTasks: total(all.map(({ longTasks }) => longTasks)),
    ...(inside.length === 0
      ? {}
      : {
          inWindows: {
            busyShare: largest(inside.map(({ busyShare }) => busyShare)),
            longTasks: total(inside.map(({ longTasks }) => longTasks)),
          },
        }),
    ...(stolen.length === 0 ? {} : { stolenShare: Math.max(...stolen) }),
    ...containerOfParts(all),
  };
}
