// Makes FreeAgentics' performance_data.json comparable: the columns of its coordination load test, by agent count, all without repeats.
import * as v from "valibot";
import type { ComparedCell } from "../../regression/compared-cell.ts";
import { same } from "../../regression/fact.ts";
import { isFreeagenticsLoadTest, readFreeagenticsLoadTest } from "../../results/references/freeagentics-file.ts";
import { isJsonObject } from "../../results/format/versions.ts";
import type { Directions, ReadMeasured } from "../cells/measured-input.ts";
import { notNegative, shortList } from "./file-parts.ts";
import { freeagenticsMetric } from "./freeagentics-metrics.ts";
import type { ForeignReader } from "./reader.ts";

/** Its other columns, under the names that FreeAgentics' flattened figures have. */
const COLUMNS = { memory_usage: "memory_total", inference_times: "inference_time" } as const;
const column = shortList(v.nullable(notNegative));

function cellOf(name: string, value: number, directions: Directions): ComparedCell {
  return {
    row: { kind: "named", name: "coordination_load_test" },
    metric: freeagenticsMetric(name, directions),
    figures: { kind: "single", value },
  };
}

function readLoadTest(json: unknown, directions: Directions): ReadMeasured {
  const references = readFreeagenticsLoadTest(json);
  if (references.state === "refused") return references;
  const test = isJsonObject(json) ? json["coordination_load_test"] : undefined;
  const columns = isJsonObject(test) ? test : {};
  const counts = v.parse(shortList(v.number()), columns["agent_counts"]);
  const cells: ComparedCell[] = [];
  const notes: string[] = [];
  for (const { agents, opsPerSecond, claimedEfficiency } of references.series[0]?.rows ?? []) {
    cells.push(cellOf(`throughput_${agents}_agents`, opsPerSecond, directions));
    if (claimedEfficiency !== null)
      cells.push(cellOf(`efficiency_${agents}_agents`, claimedEfficiency * 100, directions));
  }
  for (const [field, prefix] of Object.entries(COLUMNS)) {
    if (columns[field] === undefined) continue;
    const read = v.safeParse(column, columns[field]);
    if (!read.success || read.output.length !== counts.length) {
      notes.push(`coordination_load_test.${field} is left out: it is not a list of ${counts.length} numbers from 0.`);
      continue;
    }
    for (const [at, value] of read.output.entries()) {
      if (value !== null) cells.push(cellOf(`${prefix}_${counts[at] ?? 0}_agents`, value, directions));
    }
  }
  const measured = { fingerprint: [same("measured by", "FreeAgentics")], cells };
  return { state: "read", measured, id: null, measuredAt: null, notes };
}

export const freeagenticsLoadTest: ForeignReader = {
  kind: "freeagentics-load-test",
  title: "FreeAgentics' performance_data.json",
  outline: 'an object with "coordination_load_test", which holds "agent_counts" and "throughputs"',
  recognises: ({ json }) => isFreeagenticsLoadTest(json),
  read: ({ json }, directions) => readLoadTest(json, directions),
};
