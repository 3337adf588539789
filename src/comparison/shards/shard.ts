// A part of a run that several machines shared, and which of its points every part measures.
import { isValid } from "../../measurement/run/sample.ts";
import { experimentOf } from "../../results/experiment.ts";
import type { Result } from "../../results/format/result.ts";
import type { Experiment } from "../../scenarios/contract/experiment.ts";

export interface Shard {
  /** How the file is called in messages. */
  readonly name: string;
  readonly result: Result;
}

/** A shard with what it is a result of. */
export interface OpenedShard extends Shard {
  readonly experiment: Experiment;
}

export function openedShard({ name, result }: Shard): OpenedShard {
  return { name, result, experiment: experimentOf(result) };
}

/** Series whose points two shards or more planned, such as one agent alone: every machine measures them for itself. */
export function sharedSeries(shards: readonly OpenedShard[]): ReadonlySet<string> {
  const seen = new Set<string>();
  const shared = new Set<string>();
  for (const { experiment } of shards) {
    const own = new Map(experiment.plan.map(({ series, at }) => [`${series} ${at}`, series]));
    for (const [place, series] of own) {
      if (seen.has(place)) shared.add(series);
      seen.add(place);
    }
  }
  return shared;
}

/** Points that have a sample which counts, except in shared series. */
export function measuredPoints({ result }: Shard, shared: ReadonlySet<string>): number[] {
  return result.samples.filter(isValid).flatMap(({ series, at }) => (shared.has(series) ? [] : [at]));
}
