// Merges the shards of one run, each with some of its agent counts, into the result that one machine would have written.
import * as v from "valibot";
import { LIMITS } from "../../measurement/run/configuration.ts";
import type { Trial } from "../../measurement/run/trial.ts";
import { environmentDifferences, mergedEnvironment, type Shard } from "./merge-environment.ts";
import { rowName } from "../../words/row-name.ts";
import { schemaMessage } from "../../results/format/schema-message.ts";
import { type Result, resultSchema, TRIALS_MOST } from "../../results/format/schema.ts";
import { plain } from "../../words/plain-text.ts";

export type Merge =
  | { readonly state: "merged"; readonly result: Result }
  /** Bad input: one message that names files, the field and the way out. */
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

function repeatedId(shards: readonly Shard[]): string | null {
  const seen = new Map<string, string>();
  for (const { name, result } of shards) {
    const earlier = seen.get(result.id);
    if (earlier !== undefined) {
      return `${earlier} and ${name} are the same result: their field "id" is "${result.id}". Give each part of the run once.`;
    }
    seen.set(result.id, name);
  }
  return null;
}

function differingField([first, ...rest]: readonly Shard[]): string | null {
  if (first === undefined) return null;
  for (const { name, result } of rest) {
    const values = new Map<string, unknown>(Object.entries(result.configuration));
    for (const [field, value] of Object.entries(first.result.configuration)) {
      const [was, is] = [value, values.get(field)].map((one) => JSON.stringify(one));
      if (field === "agents" || was === is) continue;
      return `The field "configuration.${field}" is ${was ?? ""} in ${first.name} and ${is ?? ""} in ${name}. Give results of one configuration, which differ in their agent counts alone.`;
    }
  }
  return null;
}

function repeatedCount(shards: readonly Shard[]): string | null {
  const seen = new Map<number, string>();
  for (const { name, result } of shards) {
    for (const agents of result.configuration.agents) {
      const earlier = seen.get(agents);
      if (earlier !== undefined) {
        return `${rowName(agents)}: this row stands in the field "configuration.agents" of both ${earlier} and ${name}. Give each agent count once: leave one of the files out, or measure other counts in it.`;
      }
      seen.set(agents, name);
    }
  }
  return null;
}

/** A row that its own configuration does not list could stand in another shard too. */
function unlistedCount(shards: readonly Shard[]): string | null {
  for (const { name, result } of shards) {
    const listed = new Set(result.configuration.agents);
    const at = result.trials.findIndex(({ kind, agents }) => kind !== "solo" && !listed.has(agents));
    const trial = result.trials[at];
    if (trial !== undefined) {
      return `${name}: trials[${at}] is of ${trial.agents} agents, which the field "configuration.agents" does not list. Use the file as it was saved.`;
    }
  }
  return null;
}

function excess(shards: readonly Shard[]): string | null {
  const counts = shards.reduce((sum, { result }) => sum + result.configuration.agents.length, 0);
  if (counts > LIMITS.agentCountsMost) {
    return `Together these results have ${counts} agent counts, and a result holds at most ${LIMITS.agentCountsMost}. Merge fewer of them.`;
  }
  const trials = shards.reduce((sum, { result }) => sum + result.trials.length, 0);
  if (trials > TRIALS_MOST) {
    return `Together these results have ${trials.toLocaleString("en-US")} trials, and a result holds at most ${TRIALS_MOST.toLocaleString("en-US")}. Merge fewer of them, or measure fewer repeats.`;
  }
  return null;
}

/** Solo trials get numbers of their own; their number modulo 3 still tells start, middle and end (see planTrials). */
function renumbered(shards: readonly Shard[]): Trial[] {
  const used = [0, 0, 0];
  return shards.flatMap(({ result }) => {
    const numbers = new Map<number, number>();
    return result.trials.map((trial): Trial => {
      if (trial.kind !== "solo") return trial;
      const known = numbers.get(trial.repeat);
      if (known !== undefined) return { ...trial, repeat: known };
      const place = trial.repeat % 3;
      const before = used[place] ?? 0;
      used[place] = before + 1;
      numbers.set(trial.repeat, before * 3 + place);
      return { ...trial, repeat: before * 3 + place };
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
 * Merges results of one configuration that differ in their agent counts. Pure: the same shards give the same result, with
 * the same id, in whatever order they are given; they are put in the order in which they were measured.
 */
export function mergeResults(given: readonly Shard[]): Merge {
  if (given.length < 2) return refused(`Give at least two results to merge; ${given.length} was given.`);
  const mistake = repeatedId(given) ?? differingField(given) ?? repeatedCount(given) ?? unlistedCount(given);
  const problem = mistake ?? excess(given);
  if (problem !== null) return refused(problem);
  const differences = environmentDifferences(given);
  if (differences.length > 0) return { state: "different", differences };
  const shards = [...given].sort(byTime);
  const [first] = shards;
  if (first === undefined) return refused("Give at least two results to merge.");
  const { configuration, environment } = first.result;
  const agents = shards.flatMap(({ result }) => result.configuration.agents).sort((a, b) => a - b);
  const ids = shards.map(({ result }) => result.id).sort();
  const merged: Result = {
    ...first.result,
    id: `merged-${hash48(ids.join(","))}`,
    configuration: { ...configuration, agents },
    environment: mergedEnvironment(environment, shards),
    trials: renumbered(shards),
  };
  const checked = v.safeParse(resultSchema, merged, { abortEarly: true });
  if (checked.success) return { state: "merged", result: checked.output };
  const message = `Together these results are none that Headroom can read: ${schemaMessage(checked.issues[0])} Merge fewer of them.`;
  return refused(message);
}
