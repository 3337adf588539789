// Merges the folder of a fleet: every file by itself, so that one that is broken is named and the others are merged.
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { type LeftOut, machineName, mergeFleet, type NamedShard } from "../../src/comparison/fleet/merge-fleet.ts";
import {
  isShardFileName,
  readShardFile,
  type ReadShardFile,
  SHARD_BYTES_MOST,
  type ShardFile,
} from "../../src/comparison/fleet/shard-file.ts";
import { machineSpread } from "../../src/comparison/machines/machine-spread.ts";
import { spreadRange, spreadSentence } from "../../src/comparison/machines/spread-words.ts";
import { experimentOf } from "../../src/results/experiment.ts";
import type { NamedResult } from "../../src/comparison/machines/machine-ranking.ts";
import { qualityOfResult } from "../../src/results/derive.ts";
import { isThrottled } from "../../src/scaling/quality.ts";
import { formatCounted, formatMeasured, formatPercent } from "../../src/words/format.ts";
import { plain } from "../../src/words/plain-text.ts";
import { BadInput, readText } from "./command-files.ts";
import { MachinesFile } from "./machines-file.ts";
import { rowsText, writeMerged } from "./merge-written.ts";

/** A file that cannot be opened is refused as one that cannot be read. */
function opened(path: string): ReadShardFile {
  try {
    return readShardFile(readText(path, SHARD_BYTES_MOST));
  } catch (error) {
    if (!(error instanceof BadInput)) throw error;
    return { state: "refused", message: error.message };
  }
}

interface Folder {
  readonly folder: string;
  readonly machines: number | null;
}

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder).filter(isShardFileName).sort();
  } catch {
    throw new BadInput(`--results ${folder} is no folder that can be read. Give the one that the machines wrote to.`);
  }
}

/**
 * Opens one file at a time: the text of one is let go before the next is read.
 * @param file takes what machines of a fleet that replicates measured in full
 */
function openAll(
  folder: string,
  file: MachinesFile,
): { readonly shards: readonly NamedShard[]; readonly leftOut: readonly LeftOut[] } {
  const shards: NamedShard[] = [];
  const leftOut: LeftOut[] = [];
  for (const name of namesIn(folder)) {
    const read = opened(join(folder, name));
    if (read.state === "refused") leftOut.push({ name, message: read.message });
    else shards.push({ name, shard: read.shard.mode === "replicate" ? file.add(read.shard) : read.shard });
  }
  return { shards, leftOut };
}

/** One line for each file that counts: which machine, which attempt. */
function attemptLines(shards: readonly NamedShard[]): readonly string[] {
  return shards.map(({ name, shard }) => {
    const pod = shard.pod === null ? "" : `, pod ${plain(shard.pod)}`;
    return `${name}: ${machineName(shard)}, attempt ${shard.attempt}${pod}`;
  });
}

function spreadLines(machines: readonly NamedResult[]): readonly string[] {
  const [first] = machines;
  const spread = machineSpread(machines, "throughput");
  if (first === undefined || spread === null)
    return ["No row has throughputs of two machines, so nothing is said of how far they differ."];
  const { axis } = experimentOf(first.result).scenario;
  const rows = spread.rows.map((row) => {
    const apart = row.outliers.length === 0 ? "" : `; apart: ${row.outliers.join(", ")}`;
    const kind = row.estimate.interval?.kind === "confidence" ? "95%" : "range";
    return `  ${axis.nameOf(row.at)}: ${formatMeasured(row.estimate.median)} op/s, ${kind} ${spreadRange(row)} over ${formatCounted(row.machines.length, "machine")}${apart}`;
  });
  return [spreadSentence(spread), ...rows];
}

/** Why a machine's run tells nothing; null where it tells something. */
function uselessReason(shard: ShardFile): string | null {
  const throttled = shard.result.environment.container?.throttledShare ?? 0;
  if (isThrottled(throttled)) {
    return `${machineName(shard)} was kept from running for ${formatPercent(throttled)} of its run: it tells nothing about the machine.`;
  }
  if (shard.mode === "split" || qualityOfResult(shard.result) !== "useless") return null;
  return `${machineName(shard)} was disturbed by other programs: its run tells nothing about the machine.`;
}

function faultsOf(
  shards: readonly NamedShard[],
  leftOut: readonly LeftOut[],
  missing: readonly number[],
): readonly string[] {
  return [
    ...leftOut.map(({ name, message }) => `${name} is left out: ${message}`),
    ...shards.flatMap(({ shard }) => uselessReason(shard) ?? []),
    ...(missing.length === 0
      ? []
      : [
          `No file that counts of ${missing.length === 1 ? "machine" : "machines"} ${missing.join(", ")}. Run them again with --shard, into the same folder, and merge again.`,
        ]),
  ];
}

/**
 * @returns 0 where every machine left a file that counts, 3 where one did not, 4 where they are not comparable
 * @throws BadInput where nothing can be merged
 */
export async function mergeFolder(out: string, folder: Folder, site: string): Promise<0 | 3 | 4> {
  const file = new MachinesFile(out);
  try {
    return await merge(out, folder, { site, file });
  } finally {
    file.drop();
  }
}

async function merge(
  out: string,
  { folder, machines }: Folder,
  { site, file }: { readonly site: string; readonly file: MachinesFile },
): Promise<0 | 3 | 4> {
  const { shards, leftOut } = openAll(folder, file);
  const merged = mergeFleet(shards, machines);
  if (merged.state === "refused") throw new BadInput(merged.message);
  if (merged.state === "different") {
    console.error(`Not comparable: ${merged.differences.join("; ")}.`);
    return 4;
  }
  const faults = [...faultsOf(shards, leftOut, merged.missing)];
  if (merged.state === "empty") {
    for (const fault of [`${folder} has no file of a machine that counts.`, ...faults]) console.error(plain(fault));
    return 3;
  }
  console.log(attemptLines(shards).join("\n"));
  if (merged.state === "merged") {
    const { result, rowsMissing } = merged;
    console.log((await writeMerged(result, { out, site, parts: shards.length })).join("\n"));
    if (rowsMissing.length > 0) faults.push(`Not measured: ${rowsText(result, rowsMissing)}.`);
  } else {
    // What such a machine measured is kept, but does not count in the figures of the others.
    const useless = new Set(shards.flatMap(({ shard }) => (uselessReason(shard) === null ? [] : machineName(shard))));
    file.finish();
    console.log(`${formatCounted(merged.machines.length, "machine")}: ${out}, which the page Results opens.`);
    console.log(spreadLines(merged.machines.filter(({ name }) => !useless.has(name))).join("\n"));
  }
  for (const fault of faults) console.error(plain(fault));
  return faults.length === 0 ? 0 : 3;
}
