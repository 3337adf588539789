// Reads FreeAgentics' baselines: an object keyed "source.name" with mean, std and percentiles of each metric.
import { same } from "../../regression/fact.ts";
import { isJsonObject } from "../../results/format/versions.ts";
import * as v from "valibot";
import type { ComparedCell } from "../../regression/compared-cell.ts";
import { schemaMessage } from "../../results/format/schema-message.ts";
import type { Directions, ReadMeasured } from "../cells/measured-input.ts";
import { figuresOf, finite, notNegative, optionalText, smallMap } from "./file-parts.ts";
import { freeagenticsMetric } from "./freeagentics-metrics.ts";
import type { ForeignReader } from "./reader.ts";

const PERCENTILES = ["p50", "p95", "p99"] as const;
const count = v.optional(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(1e12)));

const baselinesSchema = smallMap(
  v.object({
    mean: finite,
    std: v.optional(notNegative),
    p50: v.optional(finite),
    p95: v.optional(finite),
    p99: v.optional(finite),
    /** Writers differ in how they call the number of samples. */
    n: count,
    count,
    sample_count: count,
    timestamp: optionalText,
  }),
);

/** The map itself, or the one under "baselines". */
function mapOf(json: unknown): unknown {
  return isJsonObject(json) && isJsonObject(json["baselines"]) ? json["baselines"] : json;
}

/** Whether every key is "source.name" with a mean, whatever else is wrong. */
function isFreeagenticsBaseline(json: unknown): boolean {
  const map = mapOf(json);
  if (!isJsonObject(map)) return false;
  const entries = Object.entries(map);
  return entries.some(([key, entry]) => key.includes(".") && isJsonObject(entry) && "mean" in entry);
}

/** "agents.spawning.duration_ms" → source "agents.spawning", name "duration_ms". */
function splitKey(key: string): readonly [source: string, name: string] | null {
  const at = key.lastIndexOf(".");
  return at <= 0 || at === key.length - 1 ? null : [key.slice(0, at), key.slice(at + 1)];
}

function refused(why: string): ReadMeasured {
  return {
    state: "refused",
    message: `This looks like a FreeAgentics baseline, but ${why} Each entry is "source.name": { "mean": …, "std": …, "p50": …, "p95": …, "p99": … }.`,
  };
}

/** Reads each entry's mean, compared by Welch's test where deviation and number of samples are known, and its percentiles. */
function readFreeagenticsBaseline(json: unknown, directions: Directions): ReadMeasured {
  const parsed = v.safeParse(baselinesSchema, mapOf(json), { abortEarly: true });
  if (!parsed.success) return refused(schemaMessage(parsed.issues[0]));
  const cells: ComparedCell[] = [];
  for (const [key, entry] of Object.entries(parsed.output)) {
    const split = splitKey(key);
    if (split === null) return refused(`the key "${key.slice(0, 60)}" is not of the form "source.name".`);
    const [source, name] = split;
    const row = { kind: "named", name: source } as const;
    const metric = freeagenticsMetric(name, directions);
    cells.push({
      row,
      metric,
      figures: figuresOf(entry.mean, entry.std, entry.n ?? entry.count ?? entry.sample_count),
    });
    for (const percentile of PERCENTILES) {
      const value = entry[percentile];
      if (value === undefined) continue;
      const id = `${name}.${percentile}`;
      cells.push({
        row,
        metric: { ...metric, id, label: `${name} ${percentile}` },
        figures: { kind: "single", value },
      });
    }
  }
  const measured = { fingerprint: [same("measured by", "FreeAgentics")], cells };
  return { state: "read", measured, id: null, measuredAt: null, notes: [] };
}

export const freeagenticsBaseline: ForeignReader = {
  kind: "freeagentics-baseline",
  title: "FreeAgentics' baselines",
  outline: 'an object with entries "source.name" that hold a mean',
  recognises: ({ json }) => isFreeagenticsBaseline(json),
  read: ({ json }, directions) => readFreeagenticsBaseline(json, directions),
};
