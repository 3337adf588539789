// Owns an entry of the library: what a list shows and searches of a kept result, without the result itself.
import * as v from "valibot";
import type { Result } from "../format/schema.ts";

/** How a run ended: `interrupted` when its tab was closed or crashed in the middle. */
const ENDINGS = ["finished", "stopped", "interrupted", "imported"] as const;
export type Ending = (typeof ENDINGS)[number];

export const ENTRY_LIMITS = { nameMost: 120, tagMost: 40, tagsMost: 20 } as const;

/** What a person may change of an entry. */
export const labelsSchema = v.object({
  name: v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(ENTRY_LIMITS.nameMost)),
  tags: v.pipe(
    v.array(v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(ENTRY_LIMITS.tagMost))),
    v.maxLength(ENTRY_LIMITS.tagsMost),
  ),
  pinned: v.boolean(),
  /** ISO 8601, UTC. */
  savedAt: v.pipe(v.string(), v.isoTimestamp()),
  ending: v.picklist(ENDINGS),
});
export type Labels = Readonly<v.InferOutput<typeof labelsSchema>>;

/** What a list shows and filters of a result, wherever it is kept. */
export interface ResultFacts {
  /** The result's own. */
  readonly id: string;
  readonly createdAt: string;
  readonly workload: string;
  readonly placement: string;
  readonly topology: string;
  readonly pacing: string;
  readonly browser: string;
  readonly platform: string;
  /** Measured agent counts, ascending. */
  readonly agents: readonly number[];
  readonly trials: number;
  /** Of the result as text. */
  readonly bytes: number;
}

export interface LibraryEntry extends Labels, ResultFacts {}

/** "explorer, pool, all-to-all": what a result is called until somebody names it. */
export function defaultName({ configuration }: Result): string {
  const { workload, placement, topology, pacing } = configuration;
  return [workload, placement, topology, ...(pacing === "paced" ? ["paced"] : [])].join(", ");
}

/** @param bytes length of the result as text */
export function factsOf(result: Result, bytes: number): ResultFacts {
  const { configuration, environment, trials } = result;
  const counts = trials.flatMap((trial) => (trial.kind === "row" && trial.state === "valid" ? [trial.agents] : []));
  return {
    id: result.id,
    createdAt: result.createdAt,
    workload: configuration.workload,
    placement: configuration.placement,
    topology: configuration.topology,
    pacing: configuration.pacing,
    browser: environment.browser,
    platform: environment.platform,
    agents: [...new Set(counts)].sort((a, b) => a - b),
    trials: trials.length,
    bytes,
  };
}

/** @param bytes length of the result as text */
export function entryOf(result: Result, labels: Labels, bytes: number): LibraryEntry {
  return { ...labels, ...factsOf(result, bytes) };
}
