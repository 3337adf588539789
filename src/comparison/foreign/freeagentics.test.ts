// FreeAgentics' other files: columns of its load test, groups of its latest results, and flat baselines.
import { expect, test } from "vitest";
import { openFile } from "../../results/open-file.ts";
import { loadTest, snapshot } from "../../results/fixtures/foreign-files.ts";
import { readSide } from "../read-side.ts";

function cellsOf(json: unknown): readonly (readonly unknown[])[] {
  const read = readSide("f.json", JSON.stringify(json));
  if (read.state === "refused") throw new Error(read.message);
  return read.side.measured.cells.map(({ row, metric, figures }) => [
    row.kind === "named" ? row.name : "",
    metric.id,
    figures.kind === "single" ? figures.value : null,
    metric.unit,
    metric.better,
  ]);
}

test("performance_data.json: a curve to draw and to plan from, its efficiencies as stated", () => {
  const opened = openFile("performance_data.json", JSON.stringify(loadTest));
  expect(opened.state === "references" ? opened.series[0]?.rows : opened).toMatchObject([
    { agents: 1, opsPerSecond: 680.5, claimedEfficiency: 0.95 },
    { agents: 5, opsPerSecond: 540, claimedEfficiency: 0.785 },
    { agents: 10, opsPerSecond: 408, claimedEfficiency: 0.652 },
  ]);
});

test("performance_data.json: every column is compared by agent count", () => {
  const cells = cellsOf(loadTest);
  expect(cells).toHaveLength(12);
  expect(cells).toContainEqual(["coordination_load_test", "throughput_5_agents", 540, "op/s", "higher"]);
  expect(cells).toContainEqual(["coordination_load_test", "memory_total_10_agents", 345, "MB", "lower"]);
  expect(cells).toContainEqual(["coordination_load_test", "inference_time_1_agents", 1.4, "ms", "lower"]);
});

test("columns of different length are refused by their names", () => {
  const uneven = { coordination_load_test: { ...loadTest.coordination_load_test, throughputs: [1, 2] } };
  const read = readSide("f.json", JSON.stringify(uneven));
  expect(read.state === "refused" ? read.message : "").toContain("3 agent_counts, 2 throughputs, 3 efficiencies");
});

test("latest results by benchmark, and flat baselines by name", () => {
  const cells = cellsOf(snapshot);
  expect(cells).toContainEqual(["agent_spawning", "p95_ms", 42.1, "ms", "lower"]);
  expect(cells).toContainEqual(["memory_usage", "per_agent_mb", 30.2, "MB", "lower"]);
  expect(cells).toContainEqual(["agent_spawning", "samples", 10, null, null]);
  expect(
    cellsOf({ timestamp: "2025-07-21", metrics: { spawn_time_ms: 12, throughput_ops_sec: 90, note: "x" } }),
  ).toEqual([
    ["metrics", "spawn_time_ms", 12, "ms", "lower"],
    ["metrics", "throughput_ops_sec", 90, "op/s", "higher"],
  ]);
});

test("a file of no known kind is told by its shape, with the nearest kind", () => {
  const messageOf = (json: unknown): string => {
    const read = readSide("f.json", JSON.stringify(json));
    return read.state === "refused" ? read.message : "";
  };
  expect(messageOf({ suite_info: {}, runs: [] })).toContain(
    `It is an object with the fields "suite_info", "runs". The nearest known kind is FreeAgentics' enhanced CI results: an object with "suite_info"`,
  );
  expect(messageOf([1, 2])).toContain("It is a list of 2 entries");
});
