// The file that one machine of a fleet leaves: its result, with which machine of how many it is, and which attempt.
import * as v from "valibot";
import { type JsonLimits, parseBoundedJson } from "../../results/format/bounded-json.ts";
import { readResult } from "../../results/format/read-result.ts";
import type { Result } from "../../results/format/result.ts";
import { EMPTY_FILE, repeatedSample, RESULT_LIMITS } from "../../results/format/result-text.ts";
import { schemaMessage } from "../../results/format/schema-message.ts";
import type { FleetMode } from "./fleet-mode.ts";
import { shardFileOneSchema } from "./shard-file-1.ts";

const SHARD_FORMAT = "headroom-shard";
const SHARD_VERSION = 1;

/** Which machine of a fleet, as its pod knows it. */
export interface ShardPlace {
  readonly mode: FleetMode;
  readonly machines: number;
  /** From 0. */
  readonly index: number;
}

export interface ShardFile extends ShardPlace {
  /** From 1: how often this index was tried, this one included. */
  readonly attempt: number;
  readonly pod: string | null;
  readonly node: string | null;
  /** Every point of the run, of which a machine of a split has some. */
  readonly points: readonly number[];
  readonly result: Result;
}

export type ReadShardFile =
  | { readonly state: "read"; readonly shard: ShardFile }
  | { readonly state: "refused"; readonly message: string };

/** Limits on one file of a fleet, which has little more than a result. */
const LIMITS: JsonLimits = { ...RESULT_LIMITS, depthMost: RESULT_LIMITS.depthMost + 1 };

/** How large a file may be before it is opened, bytes. */
export const SHARD_BYTES_MOST = 2 * RESULT_LIMITS.charactersMost;

/** "shard-007.json": one name for each index, whatever attempt it is of. */
export function shardFileName(index: number): string {
  return `shard-${String(index).padStart(3, "0")}.json`;
}

/** Whether a file of a folder is one that a machine has finished: what is being written has another name. */
export function isShardFileName(name: string): boolean {
  return /^shard-\d{3}\.json$/.test(name);
}

export function shardFileText(shard: ShardFile): string {
  return `${JSON.stringify({ format: SHARD_FORMAT, version: SHARD_VERSION, ...shard })}\n`;
}

function refused(message: string): ReadShardFile {
  return { state: "refused", message };
}

function isNewer(value: unknown): boolean {
  return (
    typeof value === "object" &&
    value !== null &&
    "format" in value &&
    value.format === SHARD_FORMAT &&
    "version" in value &&
    typeof value.version === "number" &&
    value.version > SHARD_VERSION
  );
}

/** Reads a file of a fleet, which may be hostile. Never throws. */
export function readShardFile(text: string): ReadShardFile {
  if (text.trim() === "") return refused(EMPTY_FILE);
  const json = parseBoundedJson(text, LIMITS);
  if (json.state === "refused") return refused(`It cannot be read: ${json.message}`);
  const parsed = v.safeParse(shardFileOneSchema, json.value, { abortEarly: true });
  if (!parsed.success) {
    return refused(
      isNewer(json.value)
        ? "It was made by a newer Headroom. Merge with the image that measured."
        : `It is no file of a fleet: ${schemaMessage(parsed.issues[0])}`,
    );
  }
  const { format: _format, version: _version, result: kept, ...place } = parsed.output;
  const read = readResult(kept);
  if (read.state === "refused") return refused(read.message);
  const repeated = repeatedSample(read.result);
  if (repeated !== null) return refused(`Its result cannot be read: ${repeated}`);
  return { state: "read", shard: { ...place, result: read.result } };
}
