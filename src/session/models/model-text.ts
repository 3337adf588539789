// Reads a model from text that anybody may have written: a file, what was pasted, or what a link carried.
import { parseBoundedJson } from "../../results/format/bounded-json.ts";
import type { NotNumber } from "../../results/format/json-scan.ts";
import { MODEL_LIMITS } from "../../workloads/custom/limits.ts";
import type { ReadModel } from "../../workloads/custom/own-model.ts";
import { readModel } from "../../workloads/custom/read-model.ts";

const LIMITS = {
  charactersMost: MODEL_LIMITS.charactersMost,
  /** An array over every factor that there may be, in its list, in the file. */
  depthMost: MODEL_LIMITS.factorsMost + 4,
  valuesMost: MODEL_LIMITS.entriesMost + 100_000,
};

/** Puts NaN and Infinity back where the text had them, so that a message names their place. */
function putBack(json: unknown, { path, token }: NotNumber): void {
  const last = path.at(-1);
  let holder = json;
  for (const key of path.slice(0, -1)) {
    if (typeof holder !== "object" || holder === null) return;
    holder = Reflect.get(holder, key);
  }
  if (typeof holder === "object" && holder !== null && last !== undefined) Reflect.set(holder, last, Number(token));
}

/** Reads a model; the work before a refusal is linear in the text's length, which is bounded. */
export function readModelText(text: string): ReadModel {
  const json = parseBoundedJson(text, LIMITS);
  if (json.state === "refused") return { state: "refused", problems: [`It cannot be read: ${json.message}`] };
  for (const place of json.notNumbers ?? []) putBack(json.value, place);
  return readModel(json.value);
}
