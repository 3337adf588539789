// Reference CSV: trials become medians, and a message names line and column.
import { expect, test } from "vitest";
import { readReferenceCsv } from "./reference-csv.ts";

function rowsOf(text: string) {
  const read = readReferenceCsv("my machine.csv", text);
  return read.state === "read" ? (read.series[0]?.rows ?? []) : [];
}

function messageOf(text: string): string {
  const read = readReferenceCsv("my machine.csv", text);
  return read.state === "refused" ? read.message : "";
}

test("two columns give one row per agent count", () => {
  expect(rowsOf("agents,throughput\n5,80\n1,20\n")).toEqual([
    { agents: 1, opsPerSecond: 20, trials: [20], efficiency: 1, claimedEfficiency: null, p50Ms: null },
    { agents: 5, opsPerSecond: 80, trials: [80], efficiency: 0.8, claimedEfficiency: null, p50Ms: null },
  ]);
});

test("several trials give their median and stay there", () => {
  const rows = rowsOf("agents,throughput,trial\n1,20,1\n1,22,2\n1,30,3\n2,40,1\n");
  expect(rows[0]).toMatchObject({ opsPerSecond: 22, trials: [20, 22, 30] });
  expect(rows[1]?.efficiency).toBeCloseTo(40 / 44, 12);
});

test("header case, spaces, units, blank lines, quotes, semicolons and a byte order mark do not matter", () => {
  const plain = rowsOf("agents,throughput\n1,20\n");
  expect(rowsOf("\uFEFF Agents , Throughput (op/s) \r\n\r\n1, 20\r\n\r\n")).toEqual(plain);
  expect(rowsOf('"agents";"throughput"\n"1";"20"\n')).toEqual(plain);
  expect(rowsOf("name\tthroughput\tagents\na\t2e1\t1")).toEqual(plain);
});

test("a message names line and column", () => {
  expect(messageOf("agents,throughput\n1,20\n5,fast\n")).toBe(
    'Line 3, column throughput: "fast" is not a number above 0, with a point for decimals.',
  );
  expect(messageOf("agents,throughput\n\n0,20\n")).toBe(
    'Line 3, column agents: "0" is not a whole number from 1 to 1,000,000.',
  );
  expect(messageOf("agents,throughput\n1\n")).toBe("Line 2, column throughput: the cell is empty.");
  expect(messageOf("agents;throughput\n1;20,5\n")).toContain('Line 2, column throughput: "20,5"');
  expect(messageOf("agents,throughput,trial\n1,20,1\n1,20,1\n")).toBe(
    "Line 3: trial 1 of agent count 1 stands there twice.",
  );
});

function idOf(name: string, text = "agents,throughput\n1,20\n"): string {
  const read = readReferenceCsv(name, text);
  return read.state === "read" ? (read.series[0]?.id ?? "") : "";
}

test("names in any script have ids of their own, and the same name keeps its id", () => {
  const names = ["測定.csv", "計測.csv", "мой замер.csv", "твой замер.csv", "a b.csv", "a-b.csv", "A b.csv", "🚀.csv"];
  expect(new Set(names.map((name) => idOf(name))).size).toBe(names.length);
  expect(idOf("a b.csv")).toMatch(/^imported-a-b-[0-9a-f]{8}$/);
  expect(idOf("測定.csv")).toMatch(/^imported-[0-9a-f]{8}$/);
  expect(idOf("測定.csv", "agents,throughput\n1,30\n")).toBe(idOf("測定.csv"));
});

test("a missing column, no rows and endless rows are refused", () => {
  expect(messageOf("agents,ops\n1,20\n")).toContain('the column "throughput" is missing');
  expect(messageOf("agents,throughput\n")).toContain("no rows");
  expect(messageOf(`agents,throughput\n${"1,20\n".repeat(30_000)}`)).toContain("more than 20,000 lines");
});
