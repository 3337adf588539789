// Leaves the file of one machine of a fleet: whole or not at all, one for each index, whatever was there before.
import { closeSync, fsyncSync, mkdirSync, openSync, readdirSync, renameSync, rmSync, writeSync } from "node:fs";
import { join } from "node:path";
import {
  readShardFile,
  SHARD_BYTES_MOST,
  type ShardFile,
  shardFileName,
  shardFileText,
} from "../../src/comparison/fleet/shard-file.ts";
import { BadInput, readText } from "./command-files.ts";

const ATTEMPTS_MOST = 1_000;

function unfinishedOf(index: number): (name: string) => boolean {
  const start = `.${shardFileName(index)}.`;
  return (name) => name.startsWith(start) && name.endsWith(".writing");
}

/** The attempt that a finished file is of; 0 where there is none, or it cannot be read. */
function attemptBefore(path: string): number {
  try {
    const read = readShardFile(readText(path, SHARD_BYTES_MOST));
    return read.state === "read" ? read.shard.attempt : 0;
  } catch {
    return 0;
  }
}

/** Written through to the disk, since the machine may be gone the moment after. */
function writeThrough(path: string, text: string): void {
  const file = openSync(path, "w");
  try {
    writeSync(file, text);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

/**
 * Writes under another name and renames, so that who reads the folder sees the file before or this one, and never a part. What an
 * attempt that was killed left unfinished is removed: no two attempts of one index run at once.
 * @param failures of this index before, as Kubernetes counts them; an attempt whose machine was lost is counted by its file alone
 * @returns the attempt that was written, from 1
 * @throws BadInput where the folder cannot be written to
 */
export function leaveShard(folder: string, shard: Omit<ShardFile, "attempt">, failures: number): number {
  const name = shardFileName(shard.index);
  const path = join(folder, name);
  try {
    mkdirSync(folder, { recursive: true });
    for (const old of readdirSync(folder).filter(unfinishedOf(shard.index))) rmSync(join(folder, old), { force: true });
    const attempt = Math.min(ATTEMPTS_MOST, Math.max(attemptBefore(path), failures) + 1);
    const unfinished = join(folder, `.${name}.${attempt}-${process.pid}.writing`);
    writeThrough(unfinished, shardFileText({ ...shard, attempt }));
    renameSync(unfinished, path);
    return attempt;
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new BadInput(
      `--results ${folder} cannot be written to: ${why}. Check the claim, and that the user of the pod may write.`,
    );
  }
}
