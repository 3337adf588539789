// Makes FreeAgentics' enhanced CI results comparable: their figures of one agent and of each agent count, all without repeats.
import * as v from "valibot";
import type { ComparedCell } from "../../regression/compared-cell.ts";
import { schemaMessage } from "../../results/format/schema-message.ts";
import { isFreeagenticsFile, readFreeagenticsFile } from "../../results/references/freeagentics-file.ts";
import type { Directions, ReadMeasured } from "../cells/measured-input.ts";
import { finite, knownFacts, lesserFacts, minorOf, optionalText } from "./file-parts.ts";
import { freeagenticsMetric } from "./freeagentics-metrics.ts";
import type { ForeignReader } from "./reader.ts";

/** The figures of the single-agent benchmark that are compared. Its deviation is that of ops in one session, not of trials. */
const SINGLE_AGENT = [
  "avg_inference_time_ms",
  "p95_inference_time_ms",
  "p99_inference_time_ms",
  "memory_per_agent_mb",
  "sustained_throughput_ops_sec",
] as const;

const optionalFigure = v.optional(finite);
const fileSchema = v.object({
  suite_info: v.object({
    timestamp: v.pipe(v.string(), v.maxLength(300)),
    suite_version: optionalText,
    quick_mode: v.optional(v.boolean()),
    platform: v.optional(v.object({ system: optionalText, python_version: optionalText, cpu_count: optionalFigure })),
  }),
  benchmarks: v.object({
    comprehensive_single_agent: v.optional(
      v.object({
        result: v.object({
          avg_inference_time_ms: optionalFigure,
          p95_inference_time_ms: optionalFigure,
          p99_inference_time_ms: optionalFigure,
          memory_per_agent_mb: optionalFigure,
          sustained_throughput_ops_sec: optionalFigure,
        }),
      }),
    ),
  }),
});

/** Reads the file's figures as single ones: a session of them has no repeats. */
function readFreeagenticsResults(json: unknown, directions: Directions): ReadMeasured {
  const references = readFreeagenticsFile(json);
  if (references.state === "refused") return references;
  const parsed = v.safeParse(fileSchema, json, { abortEarly: true });
  if (!parsed.success) {
    return {
      state: "refused",
      message: `This FreeAgentics file cannot be compared: ${schemaMessage(parsed.issues[0])}`,
    };
  }
  const { suite_info: about, benchmarks } = parsed.output;
  const single = (suite: string, name: string, value: number): ComparedCell => ({
    row: { kind: "named", name: suite },
    metric: freeagenticsMetric(name, directions),
    figures: { kind: "single", value },
  });
  const agent = benchmarks.comprehensive_single_agent?.result ?? {};
  const cells = SINGLE_AGENT.flatMap((name) => {
    const value = agent[name];
    return value === undefined ? [] : [single("comprehensive_single_agent", name, value)];
  });
  for (const { agents, opsPerSecond, claimedEfficiency } of references.series[0]?.rows ?? []) {
    cells.push(single("scalability_analysis", `throughput_${agents}_agents`, opsPerSecond));
    if (claimedEfficiency !== null) {
      cells.push(single("scalability_analysis", `efficiency_${agents}_agents`, claimedEfficiency * 100));
    }
  }
  const { platform } = about;
  const fingerprint = knownFacts({
    "measured by": "FreeAgentics",
    "suite version": about.suite_version,
    "quick mode": about.quick_mode === undefined ? undefined : about.quick_mode ? "yes" : "no",
    system: platform?.system,
    Python: minorOf(platform?.python_version),
    CPUs: platform?.cpu_count === undefined ? undefined : String(platform.cpu_count),
  });
  const release = lesserFacts("noted", { "Python release": platform?.python_version?.split(" ")[0] });
  return {
    state: "read",
    measured: { fingerprint: [...fingerprint, ...release], cells },
    id: null,
    measuredAt: { field: "suite_info.timestamp", text: about.timestamp },
    notes: [],
  };
}

export const freeagenticsResults: ForeignReader = {
  kind: "freeagentics-results",
  title: "FreeAgentics' enhanced CI results",
  outline: 'an object with "suite_info" and an object "benchmarks"',
  recognises: ({ json }) => isFreeagenticsFile(json),
  read: ({ json }, directions) => readFreeagenticsResults(json, directions),
};
