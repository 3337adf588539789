// Owns whether the shards of one run were measured alike, and the environment that stands for all of them.
import { compareFingerprints, type Fingerprint } from "../../regression/fingerprint.ts";
import { median } from "../../statistics/summary.ts";
import { same } from "../cells/measured-input.ts";
import { measuredOf } from "../cells/result-cells.ts";
import type { Environment, ProcessMemory, Result } from "../../results/format/schema.ts";
import { plain } from "../../words/plain-text.ts";

/** A part of a run, as a file holds it. */
export interface Shard {
  /** How the file is called in messages. */
  readonly name: string;
  readonly result: Result;
}

/** Differences that a message names; the rest is counted. */
const DIFFERENCES_MOST = 20;

function mostWorkers(shards: readonly Shard[]): number {
  return Math.max(...shards.map(({ result }) => result.environment.workers));
}

/** Agent counts, but for the lone one of solo trials, that have a trial which counts. */
function measuredCounts({ trials }: Result): number[] {
  return trials.flatMap(({ kind, state, agents }) => (kind !== "solo" && state === "valid" ? [agents] : []));
}

/** The environment that speaks for all: of the first shard with a row, for without one some facts were never learnt. */
function spokenFor(shards: readonly Shard[]): Environment | undefined {
  return (shards.find(({ result }) => measuredCounts(result).length > 0) ?? shards[0])?.result.environment;
}

/**
 * A result records the most workers that held agents at once, and five agents need no more than five. A shard of small
 * counts therefore says less than the whole run would; only one that left workers idle which its agents would have
 * filled was measured on fewer.
 */
function workersOfRun(result: Result, most: number): number {
  const { workers } = result.environment;
  return workers >= Math.min(most, Math.max(1, ...measuredCounts(result))) ? most : workers;
}

/** What the app compares between results, and what a result can state only once. */
function factsOf(result: Result, most: number, spokesman: Environment): Fingerprint {
  const own = result.environment;
  // Rows that all failed sent no message, and no agent took memory: that is a gap, not another environment.
  const isSilent = measuredCounts(result).length === 0;
  const transport = isSilent ? spokesman.transport : own.transport;
  const { perAgentBytes, sharedPerWorkerBytes } =
    isSilent && own.engineMemory.perAgentBytes === 0 ? spokesman.engineMemory : own.engineMemory;
  const alike = { ...own, transport, workers: workersOfRun(result, most) };
  return [
    ...measuredOf({ ...result, environment: alike, trials: [] }).fingerprint,
    same("app version", own.appVersion),
    same("memory per agent", `${perAgentBytes} bytes`),
    same("memory shared by a worker", `${sharedPerWorkerBytes} bytes`),
  ];
}

/** Every two shards are compared: intervals that overlap a third need not overlap one another. */
export function environmentDifferences(shards: readonly Shard[]): string[] {
  const most = mostWorkers(shards);
  const spokesman = spokenFor(shards);
  if (spokesman === undefined) return [];
  const facts = shards.map(({ name, result }) => ({ name, facts: factsOf(result, most, spokesman) }));
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

/** The shard that held the most agents is the only one that says what all of them took. */
function processMemoryOf(shards: readonly Shard[]): ProcessMemory {
  const largest = ({ result }: Shard): number => Math.max(...result.configuration.agents);
  const [first] = [...shards].sort((a, b) => largest(b) - largest(a));
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

/**
 * One environment for shards without differences: what is uncertain covers all of them, what costs is the worst of them.
 * @param fallback of any of the shards
 */
export function mergedEnvironment(fallback: Environment, shards: readonly Shard[]): Environment {
  const first = spokenFor(shards) ?? fallback;
  const all = shards.map(({ result }) => result.environment);
  const capacities = all.map(({ parallelCapacity }) => parallelCapacity);
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
    mainThreadBusyShare: allOrNull(
      all.map(({ mainThreadBusyShare }) => mainThreadBusyShare),
      (known) => Math.max(...known),
    ),
    longTasks: allOrNull(
      all.map(({ longTasks }) => longTasks),
      (known) => known.reduce((sum, count) => sum + count, 0),
    ),
  };
}
