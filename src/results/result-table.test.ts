// The table of a result as files have it: every measure of its scenario, as numbers in base units.
import { expect, test } from "vitest";
import { deriveResult } from "./derive.ts";
import { toCsv } from "./export-table.ts";
import { realisticResult, realisticSingleAgent } from "./fixtures/realistic-result.ts";
import { openFile } from "./open-file.ts";
import { resultTable } from "./result-table.ts";

const result = realisticResult({ seed: 4 });

function headerOf(csv: string): readonly string[] {
  return csv.split("\r\n")[0]?.split(",") ?? [];
}

test("a scaling run has its axis, each measure with its unit, and how sure it is", () => {
  const csv = toCsv(resultTable(result));
  expect(headerOf(csv)).toEqual([
    "agents",
    "throughput (op/s)",
    "throughput low (op/s)",
    "throughput high (op/s)",
    "efficiency (share)",
    "efficiency low (share)",
    "efficiency high (share)",
    "core-normalised (share)",
    "core-normalised low (share)",
    "core-normalised high (share)",
    "overhead (share)",
    "p50 latency (µs)",
    "p95 latency (µs)",
    "p99 latency (µs)",
    "memory per agent (B)",
    "loss (share)",
    "fuse (share)",
    "transport (share)",
    "wait (share)",
    "rest (share)",
    "messages a round",
    "bytes a round (B)",
    "warm-up blocks",
    "interval",
    "trials",
    "status",
  ]);
  const [row] = deriveResult(result).rows;
  const throughput = row?.figures["throughput"];
  const { median, interval } = throughput?.state === "known" ? throughput.estimate : { median: 0, interval: null };
  expect(csv.split("\r\n")[1]).toMatch(new RegExp(`^1,${median},${interval?.low},${interval?.high},`));
  expect(csv.split("\r\n")[1]).toContain("95% interval,10,");
});

test("a point that is no plain number to people is named beside it", () => {
  const table = resultTable(realisticSingleAgent({ seed: 4 }));
  const csv = toCsv(table);
  expect(headerOf(csv).slice(0, 3)).toEqual(["pacing", "row", "throughput (op/s)"]);
  expect(csv).toContain("\r\n0,1 agent as fast as it can,");
  expect(csv).toContain("\r\n20,1 agent at 20 op/s,");
});

test("a scenario that nobody knows still has its table", () => {
  const unknown = { ...result, scenario: { kind: "cache", version: 1 } };
  const csv = toCsv(resultTable(unknown));
  expect(headerOf(csv).slice(0, 4)).toEqual([
    "point",
    "throughput (op/s)",
    "throughput low (op/s)",
    "throughput high (op/s)",
  ]);
  expect(csv.trimEnd().split("\r\n")).toHaveLength(8);
});

test("measures named like other columns keep their own", () => {
  const measures = ["samples", "status", "point", "row"].map(
    (id) => ({ id, label: `own ${id}`, unit: "count", better: null }) as const,
  );
  const samples = result.samples.map((sample) =>
    sample.state === "valid" ? { ...sample, figures: { samples: 1, status: 2, point: 3, row: 4 } } : sample,
  );
  const table = resultTable({ ...result, scenario: { kind: "cache", version: 1 }, measures, samples });
  expect(table.columns.map(({ label }) => label)).toContain("own status");
  expect(toCsv(table).split("\r\n")[1]).toBe("1,1,1,1,2,2,2,3,3,3,4,4,4,95% interval,10,");
});

test("the CSV of a scaling run opens again as a reference", () => {
  const opened = openFile("table.csv", toCsv(resultTable(result)));
  expect(opened.state === "references" ? opened.series[0]?.rows.map(({ agents }) => agents) : opened).toEqual(
    result.settings["agents"],
  );
});
