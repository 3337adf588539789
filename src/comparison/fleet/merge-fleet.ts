// Merges what the machines of a fleet left, by the mode that their files name: one run of all parts, or machines beside each other.
import { factDifferences } from "../../regression/fingerprint.ts";
import type { Result } from "../../results/format/result.ts";
import { plain } from "../../words/plain-text.ts";
import { fingerprintOf } from "../cells/result-cells.ts";
import type { NamedResult } from "../machines/machine-ranking.ts";
import { mergeResults } from "../shards/merge.ts";
import type { ShardFile } from "./shard-file.ts";

/** A file that could be read. */
export interface NamedShard {
  readonly name: string;
  readonly shard: ShardFile;
}

/** A file that could not, and why. */
export interface LeftOut {
  readonly name: string;
  readonly message: string;
}

interface Whole {
  /** Indexes without a file that counts, ascending. */
  readonly missing: readonly number[];
}

export type FleetMerge =
  /** One result of all rows that were measured; `rowsMissing` were not. */
  | (Whole & { readonly state: "merged"; readonly result: Result; readonly rowsMissing: readonly number[] })
  /** Every machine with all rows. */
  | (Whole & { readonly state: "replicated"; readonly machines: readonly NamedResult[] })
  /** No file could be read. */
  | (Whole & { readonly state: "empty" })
  | { readonly state: "refused"; readonly message: string }
  | { readonly state: "different"; readonly differences: readonly string[] };

/** What machines of one fleet may differ in: it is what replicating asks about. */
const OF_MACHINES: ReadonlySet<string> = new Set(["platform", "cores", "workers", "parallel capacity C"]);
const DIFFERENCES_MOST = 20;

function refused(message: string): FleetMerge {
  return { state: "refused", message: plain(message) };
}

/** "machine 2 (node-b)". */
export function machineName({ index, node }: ShardFile): string {
  return node === null ? `machine ${index}` : plain(`machine ${index} (${node})`);
}

const WAY_OUT = "Move the file that does not belong here to another folder, and merge again.";

/** What files of one fleet agree in. @returns the first mistake, or null */
function mistakeIn([first, ...rest]: readonly NamedShard[], machines: number): string | null {
  if (first === undefined) return null;
  if (first.shard.machines !== machines) {
    return `${first.name} is of a fleet of ${first.shard.machines} machines, and --machines says ${machines}. Give the number that the fleet has.`;
  }
  const seen = new Map([[first.shard.index, first.name]]);
  for (const { name, shard } of rest) {
    if (shard.mode !== first.shard.mode) {
      return `${first.name} is of a fleet that ${first.shard.mode}s, and ${name} of one that ${shard.mode}s: they are never mixed. ${WAY_OUT}`;
    }
    if (shard.machines !== machines) {
      return `${name} is of a fleet of ${shard.machines} machines, and ${first.name} of one of ${machines}. ${WAY_OUT}`;
    }
    if (JSON.stringify(shard.points) !== JSON.stringify(first.shard.points)) {
      return `${name} is of a run with other rows than ${first.name}. ${WAY_OUT}`;
    }
    const earlier = seen.get(shard.index);
    if (earlier !== undefined) return `${earlier} and ${name} are both of machine ${shard.index}. ${WAY_OUT}`;
    seen.set(shard.index, name);
  }
  return null;
}

function differingSetting([first, ...rest]: readonly NamedShard[]): string | null {
  if (first === undefined) return null;
  const was = first.shard.result;
  for (const { name, shard } of rest) {
    const is = shard.result;
    if (JSON.stringify(is.scenario) !== JSON.stringify(was.scenario)) {
      return `The scenario is ${was.scenario.kind} in ${first.name} and ${is.scenario.kind} in ${name}. ${WAY_OUT}`;
    }
    for (const setting of new Set([...Object.keys(was.settings), ...Object.keys(is.settings)])) {
      const [one, other] = [was.settings[setting], is.settings[setting]].map((value) => JSON.stringify(value));
      if (one === other) continue;
      return `The setting "${setting}" is ${one ?? "missing"} in ${first.name} and ${other ?? "missing"} in ${name}. ${WAY_OUT}`;
    }
  }
  return null;
}

/** Facts that would make another measurement of it, such as another engine. */
function differencesOf([first, ...rest]: readonly NamedShard[]): readonly string[] {
  if (first === undefined) return [];
  const own = fingerprintOf(first.shard.result);
  const all = rest.flatMap(({ name, shard }) =>
    factDifferences(own, fingerprintOf(shard.result))
      .filter((difference) => !OF_MACHINES.has(difference.name))
      .map((difference) =>
        plain(`${difference.name}: ${difference.was} against ${difference.is} (${first.name}, ${name})`),
      ),
  );
  return all.length > DIFFERENCES_MOST
    ? [...all.slice(0, DIFFERENCES_MOST), `${all.length - DIFFERENCES_MOST} more`]
    : all;
}

function replicated(shards: readonly NamedShard[], missing: readonly number[]): FleetMerge {
  const mistake = differingSetting(shards);
  if (mistake !== null) return refused(mistake);
  const differences = differencesOf(shards);
  if (differences.length > 0) return { state: "different", differences };
  const machines = shards.map(({ shard }) => ({ name: machineName(shard), result: shard.result }));
  return { state: "replicated", machines, missing };
}

function split(shards: readonly NamedShard[], points: readonly number[], missing: readonly number[]): FleetMerge {
  const [only] = shards;
  const merge =
    shards.length === 1 && only !== undefined
      ? ({ state: "merged", result: only.shard.result } as const)
      : mergeResults(shards.map(({ name, shard: { result } }) => ({ name, result })));
  if (merge.state !== "merged") return merge;
  const measured = new Set(
    merge.result.samples.flatMap((one) => (one.series === "row" && one.state === "valid" ? one.at : [])),
  );
  return { ...merge, missing, rowsMissing: points.filter((at) => !measured.has(at)) };
}

/**
 * Merges the files of one fleet. What could not be read is missing, and does not keep the others from being merged.
 * @param machines how many the fleet has; null where the files alone say it
 */
export function mergeFleet(given: readonly NamedShard[], machines: number | null): FleetMerge {
  const shards = given.toSorted((a, b) => a.shard.index - b.shard.index);
  const [first] = shards;
  const count = machines ?? first?.shard.machines ?? 0;
  const there = new Set(shards.map(({ shard }) => shard.index));
  const missing = Array.from({ length: count }, (_, index) => index).filter((index) => !there.has(index));
  if (first === undefined) return { state: "empty", missing };
  const mistake = mistakeIn(shards, count);
  if (mistake !== null) return refused(mistake);
  switch (first.shard.mode) {
    case "split":
      return split(shards, first.shard.points, missing);
    case "replicate":
      return replicated(shards, missing);
  }
}
