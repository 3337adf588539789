// Merges the shards of one run, each with some of its points, into the result that one machine would have written.
import type { Sample } from "../../measurement/run/sample.ts";
import { readResult } from "../../results/format/read-result.ts";
import type { Result } from "../../results/format/result.ts";
import { plain } from "../../words/plain-text.ts";
import { environmentDifferences, mergedEnvironment } from "./merge-environment.ts";
import { mergedPoints, mergeMistake } from "./merge-mistakes.ts";
import { openedShard, type OpenedShard, type Shard, sharedSeries } from "./shard.ts";

export type Merge =
  | { readonly state: "merged"; readonly result: Result }
  /** Bad input: one message that names files, the setting and the way out. */
  | { readonly state: "refused"; readonly message: string }
  /** Measured in environments that are not comparable; at least one. */
  | { readonly state: "different"; readonly differences: readonly string[] };

/** FNV-1a, 64 bits folded to 48, as twelve hexadecimal digits. */
function hash48(text: string): string {
  let hash = 0xcbf29ce484222325n;
  for (const character of text) {
    hash ^= BigInt(character.codePointAt(0) ?? 0);
    hash = BigInt.asUintN(64, hash * 0x100000001b3n);
  }
  return BigInt.asUintN(48, hash ^ (hash >> 48n))
    .toString(16)
    .padStart(12, "0");
}

/** How often one run measures a shared series. */
function plannedRepeats({ experiment }: OpenedShard, series: string): number {
  const repeats = experiment.plan.flatMap((planned) => (planned.series === series ? [planned.repeat + 1] : []));
  return Math.max(1, ...repeats);
}

/**
 * Repeats of a shared series follow those of the shards before, in whole runs of it, so that a repeat still tells where in its
 * own run it was: one agent alone is measured at start, middle and end, which its number modulo 3 tells.
 */
function renumbered(shards: readonly OpenedShard[]): Sample[] {
  const shared = sharedSeries(shards);
  const next = new Map<string, number>();
  return shards.flatMap((shard) => {
    const before = new Map(next);
    return shard.result.samples.map((sample): Sample => {
      const { series } = sample;
      if (!shared.has(series)) return sample;
      const repeat = (before.get(series) ?? 0) + sample.repeat;
      const whole = plannedRepeats(shard, series);
      next.set(series, Math.max(next.get(series) ?? 0, Math.ceil((repeat + 1) / whole) * whole));
      return { ...sample, repeat };
    });
  });
}

function byTime({ result: a }: Shard, { result: b }: Shard): number {
  return Date.parse(a.createdAt) - Date.parse(b.createdAt) || (a.id < b.id ? -1 : 1);
}

function refused(message: string): Merge {
  return { state: "refused", message: plain(message) };
}

/**
 * Merges results of one experiment that differ in their points. Pure: the same shards give the same result, with
 * the same id, in whatever order they are given; they are put in the order in which they were measured.
 */
export function mergeResults(given: readonly Shard[]): Merge {
  const opened = given.map(openedShard);
  const shards = opened.toSorted(byTime);
  const [first] = shards;
  if (first === undefined || shards.length < 2) {
    return refused(`Give at least two results to merge; ${given.length} was given.`);
  }
  const mistake = mergeMistake(opened);
  if (mistake !== null) return refused(mistake);
  const differences = environmentDifferences(opened);
  if (differences.length > 0) return { state: "different", differences };
  const ids = shards.map(({ result }) => result.id).sort();
  const { field } = first.experiment.scenario.axis;
  const merged: Result = {
    ...first.result,
    id: `merged-${hash48(ids.join(","))}`,
    settings: { ...first.result.settings, ...(field === null ? {} : { [field]: mergedPoints(shards) }) },
    environment: mergedEnvironment(first.result.environment, shards),
    samples: renumbered(shards),
  };
  const checked = readResult(merged);
  if (checked.state === "read") return { state: "merged", result: checked.result };
  return refused(`Together these results are none that Headroom can read. ${checked.message} Merge fewer of them.`);
}
