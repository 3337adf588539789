// Reads the result files of FreeAgentics' enhanced CI benchmarks.
import * as v from "valibot";
import { agentCount, rowList, throughput } from "./reference-json.ts";
import { type ReadReferences, referenceSeries, seriesId } from "./reference.ts";
import { isJsonObject } from "../format/versions.ts";
import { schemaMessage } from "../format/schema-message.ts";

const text = v.pipe(v.string(), v.maxLength(300));
const finite = v.pipe(v.number(), v.finite());

const fileSchema = v.object({
  suite_info: v.object({
    timestamp: text,
    suite_version: v.optional(text),
    quick_mode: v.optional(v.boolean()),
    platform: v.optional(
      v.object({
        system: v.optional(text),
        python_version: v.optional(text),
        cpu_count: v.optional(finite),
        memory_total_gb: v.optional(finite),
      }),
    ),
  }),
  benchmarks: v.object({
    scalability_analysis: v.object({
      result: v.object({
        scalability_data: rowList(
          v.object({
            num_agents: agentCount,
            total_throughput_ops_sec: throughput,
            coordination_efficiency_percent: v.optional(v.pipe(v.number(), v.minValue(0), v.maxValue(10_000))),
          }),
        ),
      }),
    }),
  }),
});

type Platform = v.InferOutput<typeof fileSchema>["suite_info"]["platform"];

/** "Linux, 20 CPUs, 27.4 GB, Python 3.12.3", with what the file has of it. */
function platformText(platform: Platform): string {
  const { system, cpu_count: cpus, memory_total_gb: gigabytes, python_version: python } = platform ?? {};
  const parts = [
    system,
    cpus === undefined ? undefined : `${cpus} CPUs`,
    gigabytes === undefined ? undefined : `${gigabytes.toFixed(1)} GB`,
    python === undefined ? undefined : `Python ${python.split(" ")[0] ?? ""}`,
  ];
  return parts.filter((part) => part !== undefined).join(", ");
}

/** Whether the JSON has the outline of such a file, whatever is inside. */
export function isFreeagenticsFile(json: unknown): boolean {
  return isJsonObject(json) && isJsonObject(json["benchmarks"]);
}

const countList = rowList(agentCount);
const loadTestSchema = v.object({
  coordination_load_test: v.object({
    agent_counts: countList,
    throughputs: rowList(throughput),
    efficiencies: v.optional(rowList(v.pipe(v.number(), v.minValue(0), v.maxValue(10_000)))),
  }),
});

/** Whether the JSON is FreeAgentics' performance_data.json: columns of its coordination load test. */
export function isFreeagenticsLoadTest(json: unknown): boolean {
  return typeof json === "object" && json !== null && "coordination_load_test" in json;
}

function refused(why: string): ReadReferences {
  return {
    state: "refused",
    message: `This looks like FreeAgentics' performance_data.json, but ${why} Headroom reads coordination_load_test.agent_counts, throughputs and efficiencies.`,
  };
}

/** Reads the columns of the load test as rows. Its efficiencies are of its own baseline, and stay claims. */
export function readFreeagenticsLoadTest(json: unknown): ReadReferences {
  const parsed = v.safeParse(loadTestSchema, json, { abortEarly: true });
  if (!parsed.success) return refused(schemaMessage(parsed.issues[0]));
  const { agent_counts: counts, throughputs, efficiencies = [] } = parsed.output.coordination_load_test;
  if (counts.length !== throughputs.length || (efficiencies.length > 0 && efficiencies.length !== counts.length)) {
    return refused(
      `its columns differ in length: ${counts.length} agent_counts, ${throughputs.length} throughputs, ${efficiencies.length} efficiencies.`,
    );
  }
  const figures = counts.map((agents, at) => {
    const claimed = efficiencies[at];
    return {
      agents,
      opsPerSecond: throughputs[at] ?? 0,
      claimedEfficiency: claimed === undefined ? undefined : claimed / 100,
    };
  });
  const title = "FreeAgentics coordination load test";
  const about = {
    id: seriesId("recorded", title, figures),
    title,
    provenance: "recorded",
    provenanceText: "from FreeAgentics' performance_data.json; how it was measured is not known",
  } as const;
  return { state: "read", series: [referenceSeries(about, figures)] };
}

/**
 * Reads the scalability figures. The file's own efficiency compares with a baseline timed apart for each row, not
 * with its row of one agent, so it is kept as a claim beside the recomputed one.
 */
export function readFreeagenticsFile(json: unknown): ReadReferences {
  const parsed = v.safeParse(fileSchema, json, { abortEarly: true });
  if (!parsed.success) {
    return {
      state: "refused",
      message: `This looks like a FreeAgentics benchmark file, but ${schemaMessage(parsed.issues[0])} Headroom reads benchmarks.scalability_analysis.result.scalability_data.`,
    };
  }
  const { suite_info: suite, benchmarks } = parsed.output;
  const figures = benchmarks.scalability_analysis.result.scalability_data.map((row) => ({
    agents: row.num_agents,
    opsPerSecond: row.total_throughput_ops_sec,
    claimedEfficiency:
      row.coordination_efficiency_percent === undefined ? undefined : row.coordination_efficiency_percent / 100,
  }));
  const version = suite.suite_version === undefined ? "" : ` ${suite.suite_version}`;
  const about = {
    id: seriesId("recorded", suite.timestamp, figures),
    title: `FreeAgentics run of ${suite.timestamp.slice(0, 16).replace("T", " ")}`,
    provenance: "recorded",
    provenanceText: `recorded by FreeAgentics' enhanced CI benchmarks${version}${suite.quick_mode === true ? ", quick mode" : ""}`,
    date: suite.timestamp,
    platform: platformText(suite.platform),
  } as const;
  return { state: "read", series: [referenceSeries(about, figures)] };
}
